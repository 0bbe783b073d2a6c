import { bylineHash } from '@xiangyin/document';
import type { Head } from '@xiangyin/document';
import type { StoryRow } from './story-queries.ts';

/** What stands beside the text of a story and is signed with it. Section, tags, series and the successor of a notice are not: they say where it is filed and what came after. */
export const headOf = ({ id, kind, byline, placeIds, level, validUntil }: StoryRow): Head => ({
  v: 1,
  kind,
  byline: bylineHash(id, byline),
  places: placeIds,
  level: level ?? '',
  validUntil: validUntil?.toISOString() ?? '',
});
