import { useCallback, useState } from 'react';
import { keep, keptOf } from '../../kit/kept.ts';
import { useMe } from '../../kit/session.ts';

/** Whoever comes back within this time has not been away, in milliseconds. */
const away = 1_800_000;
const name = 'orders-seen';

interface Seen {
  /** The county's time at which the orders were last shown here. */
  readonly at: string;
  /** Since when what comes is new. */
  readonly since: string | null;
}

/** Since when orders are new to this person: when they last had them before them, in this browser; null the first time. It is kept here alone, so that nobody learns when somebody looks.
 *  `shownAt` is told the county's time of what is shown, `seen` that nothing before it is new any more. */
export function useLeftAt(): { since: string | null; shownAt: (at: string) => void; seen: (at: string) => void } {
  const { personId } = useMe();
  const [since, setSince] = useState(() => {
    const kept = keptOf<Seen>(personId, name);
    if (!kept) return null;
    return Date.now() - Date.parse(kept.at) > away ? kept.value.at : kept.value.since;
  });
  const shownAt = useCallback((at: string) => keep(personId, name, { at, since } satisfies Seen), [personId, since]);
  return { since, shownAt, seen: setSince };
}
