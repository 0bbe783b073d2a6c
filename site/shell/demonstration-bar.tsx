import type { DemonstrationBar as Bar } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** The slim line of a demonstration county: that it is one, and the two walks. */
export function DemonstrationBar({ here, bar }: { here: Here; bar: Bar }) {
  const { t } = here;
  return (
    <aside class="demo-bar" aria-label={t.shell.demonstrationLabel}>
      <div class="wrap">
        <strong>{t.shell.demonstration}</strong>
        <a href={here.to(bar.storyWalkHref)}>{t.shell.followStory}</a>
        <a href={here.to(bar.orderWalkHref)}>{t.shell.followOrder}</a>
        <span class="demo-note">{t.shell.demonstrationNote}</span>
      </div>
    </aside>
  );
}
