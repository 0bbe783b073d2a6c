import dayjs from 'dayjs';
import type { StoryView } from '@xiangyin/server/contract';
import { useMe } from '../../kit/session.ts';

/** The day from which the story's dates are read: of its first publication, or of its last saving. */
export function useStoryDay(story: StoryView): string {
  const zone = useMe().county.timeZone;
  return dayjs(story.firstPublishedAt ?? story.savedAt)
    .tz(zone)
    .format('YYYY-MM-DD');
}
