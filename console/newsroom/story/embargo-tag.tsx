import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { scheduleTexts } from './schedule-texts.ts';

/** In a list: before when nothing publishes it, as its source asked; nothing once that has come. */
export function EmbargoTag({ until }: { until: string | null }) {
  const words = useWords(scheduleTexts).embargo;
  const times = useTimes();
  if (until === null || Date.parse(until) <= times.now().valueOf()) return null;
  return <Tag tone="hot">{words.tag(times.at(until))}</Tag>;
}
