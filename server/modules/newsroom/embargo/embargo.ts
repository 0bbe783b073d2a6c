import { refuse } from '#platform/refuse';
import type { StoryRow } from '../story/story-queries.ts';

type Bound = Pick<StoryRow, 'embargoUntil'>;

/** SQL: until when a story `s` is held back, by its own source or, of a translation, by its original's; null: by nobody. */
export const embargoUntilSql =
  'greatest(s.embargo_until, (select g.embargo_until from newsroom.stories g where g.county_id = s.county_id and g.id = s.translation_of))';

/** SQL that is true for a story `s` of which `isEmbargoed` is not, at the moment of this parameter. */
export const isFreeSql = (at: string): string => `coalesce(${embargoUntilSql} <= ${at}, true)`;

/** SQL: when a story `s` goes out by itself once it is signed: at its own time, and not before its source lets it go; what is signed off and has no time of its own, as soon as that is so. Null: with its last signature, or when somebody says so. */
export const goesOutAtSql = `case when s.publish_at is not null or (s.state = 'signed_off' and not s.publish_held and s.release_id is null) then greatest(s.publish_at, ${embargoUntilSql}) end`;

/** Whether a signed text goes out by itself the moment its source lets it go. */
export const waitsForSource = ({
  state,
  publishAt,
  embargoUntil,
}: Pick<StoryRow, 'state' | 'publishAt' | 'embargoUntil'>): boolean =>
  state === 'signed_off' && publishAt !== null && publishAt.getTime() === embargoUntil?.getTime();

/** Whether the story may not be published at this moment, because its source asked so. */
export const isEmbargoed = ({ embargoUntil }: Bound, at: Date): boolean => embargoUntil !== null && embargoUntil > at;

/** Refuses: Embargoed (409) before the moment that the source named. */
export function mustBeFree(story: Bound & { readonly id: string }, at: Date): void {
  if (isEmbargoed(story, at))
    refuse('Embargoed', { storyId: story.id, until: story.embargoUntil?.toISOString() ?? '' });
}
