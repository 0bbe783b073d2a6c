import { minutesUntil } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';

/** How long there is still, in words that tick: `还剩 12 分钟`, `晚了 2 小时`. */
export function DueTag({ dueAt, end = false }: { dueAt: string; end?: boolean }) {
  const minutes = minutesUntil(dueAt);
  const look = minutes < 0 ? 'hot' : minutes <= 60 ? 'due' : '';
  return (
    <span class={`tag ${look} ${end ? 'end' : ''}`}>
      {say(minutes < 0 ? 'due.late' : 'due.left', { span: spanOf(Math.abs(minutes)) })}
    </span>
  );
}

/** `47 分钟`, `3 小时`, `2 天`. */
export function spanOf(minutes: number): string {
  if (minutes < 90) return say('span.minutes', { n: minutes });
  if (minutes < 2_880) return say('span.hours', { n: Math.round(minutes / 60) });
  return say('span.days', { n: Math.round(minutes / 1_440) });
}
