import type { Ribbon as RibbonProps } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';

/** The one urgent line. The level is a word first, a colour second. */
export function Ribbon({ here, ribbon }: { here: Here; ribbon: RibbonProps }) {
  const { t } = here;
  return (
    <aside class={`ribbon ribbon-${ribbon.level}`} aria-label={t.shell.ribbonLabel}>
      <div class="wrap">
        <span class="ribbon-level">{t.shell.levels[ribbon.level]}</span>
        <p>
          <span {...langOf(here, ribbon.language)}>{ribbon.text}</span>{' '}
          <a href={here.to(ribbon.href)}>{ribbon.linkText ?? t.shell.ribbonLink}</a>
        </p>
      </div>
    </aside>
  );
}
