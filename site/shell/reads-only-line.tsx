import type { Here } from '../here.ts';

/** While the disk is nearly full: nothing can be sent in, and whom to call instead. */
export function ReadsOnlyLine({ here }: { here: Here }) {
  const { frame, t } = here;
  return (
    <aside class="reads-only" aria-label={t.shell.readsOnlyLabel}>
      <p class="wrap">
        {t.shell.readsOnly} <a href={`tel:${frame.county.phone}`}>{frame.county.phone}</a>
      </p>
    </aside>
  );
}
