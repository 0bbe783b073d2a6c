import { Tag } from './tag.tsx';
import { useTimes } from './time.ts';
import { useTick } from './use-tick.ts';

/** By when: a countdown that warns when it is near and says when it is late. */
export function Due({ at, soonMinutes = 30 }: { at: string | null; soonMinutes?: number }) {
  useTick();
  const times = useTimes();
  if (at === null) return null;
  const left = times.left(at) / 60_000;
  return (
    <span title={times.at(at)}>
      <Tag tone={left < 0 ? 'hot' : left < soonMinutes ? 'due' : 'plain'}>{times.until(at)}</Tag>
    </span>
  );
}
