import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { AdoptionLevel, AdoptionLine, AdoptionMedium } from '../contract.ts';
import { placeOf } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { AdoptionRow } from './adoption-queries.ts';
import { countOnce } from './count-once.ts';
import { hundredthsBy, shared, tableOn } from './point-tables.ts';
import type { PointTableRow } from './point-tables.ts';
import { writeLine } from './write-line.ts';

/** What of a story stands in its adoptions. */
export interface Adopted extends Pick<StoryRow, 'id' | 'sectionId' | 'placeIds'> {}

/** What is known of an adoption when it is entered. */
export interface Adoption {
  /** Left out: a new one. */
  readonly id?: string;
  readonly level: AdoptionLevel;
  readonly medium: AdoptionMedium;
  readonly outlet: string | null;
  readonly adoptedOn: string;
  readonly href: string | null;
  readonly scanHash: string | null;
  readonly editionId: string | null;
  /** Whoever brought it, in the order of handing in. */
  readonly personIds: readonly string[];
  readonly why: AdoptionLine['why'];
  readonly reason?: string | null;
  /** How many lines each already has in it; 0 in a new one. */
  readonly entries?: ReadonlyMap<string, number>;
}

/** Writes an adoption by the county's table, a line for each who shares it, and counts the text once. The story is locked by the caller; `before` are its lines until now, `known` the table of its day where it was just read, null where the county has none. */
export async function countAdoption(
  tx: Tx,
  actor: Actor,
  story: Adopted,
  adoption: Adoption,
  before: readonly AdoptionRow[],
  known?: PointTableRow | null,
): Promise<string> {
  const { id = newId<'adoption'>(), personIds, entries, reason = null, ...facts } = adoption;
  const table = known === undefined ? await tableOn(tx, facts.adoptedOn) : known;
  const share = table?.share ?? 'equal';
  const parts = shared(hundredthsBy(table, { ...facts, sectionId: story.sectionId }), personIds.length, share);
  const written = await together(
    ...personIds.map((personId, at) =>
      writeLine(tx, actor, {
        ...facts,
        adoptionId: id,
        entry: (entries?.get(personId) ?? 0) + 1,
        personId,
        kind: 'counted',
        storyId: story.id,
        sectionId: story.sectionId,
        placeId: placeOf(story) ?? refuse('NotFound'),
        sharers: share === 'equal' ? personIds.length : 1,
        hundredths: parts[at] ?? 0,
        reverses: null,
        reason,
      }),
    ),
  );
  await countOnce(tx, actor, [...before, ...written], facts.medium);
  return id;
}
