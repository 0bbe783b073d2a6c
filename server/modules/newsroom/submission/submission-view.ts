import { placeById } from '#places';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { SubmissionView } from '../contract.ts';
import { hitsIn } from '../lists/story-words.ts';
import { isKept } from '../review/round.ts';
import { sectionsById } from '../section/section-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { SubmissionRow } from './submission-queries.ts';

/** A submission read together with its story. */
export interface Received extends StoryRow {
  readonly submission: SubmissionRow;
}

interface Counted {
  readonly id: string;
  readonly notes: number;
  readonly attachments: number;
  readonly attachmentsComing: number;
  readonly signed: boolean;
  readonly intoTitle: string | null;
  /** Of the centre that contributed it; null: none did. */
  readonly publisher: string | null;
  readonly changed: boolean;
}

/** The views of submissions; names, sections and counts are read once for all. `sought`: the question that found them. */
export async function submissionViews(
  tx: Tx,
  actor: Actor,
  rows: readonly Received[],
  sought?: string,
): Promise<SubmissionView[]> {
  const [sections, names, counted, hits] = await together(
    sectionsById(tx),
    displayNames(
      tx,
      rows.flatMap(({ submission }) =>
        submission.decidedBy ? [submission.senderId, submission.decidedBy] : [submission.senderId],
      ),
    ),
    countsOf(tx, rows),
    hitsIn(tx, rows, sought),
  );
  const nameOf = (id: string): string => names.get(id) ?? '';
  return rows.map((row) => {
    const { submission } = row;
    const section = found(sections.get(row.sectionId));
    const more = counted.get(row.id);
    return {
      id: row.id,
      title: row.title,
      hit: hits.get(row.id) ?? null,
      sender: { id: submission.senderId, name: nameOf(submission.senderId) },
      section: { id: section.id, name: section.name },
      places: row.placeIds.flatMap((id) => {
        const place = placeById(tx, id);
        return place ? [{ id, name: place.name }] : [];
      }),
      state: submission.state,
      sentAt: submission.sentAt.toISOString(),
      storyState: row.state,
      version: row.version,
      publicState: row.publicState,
      contributed: more?.publisher ? { publisher: more.publisher, changed: more.changed } : null,
      embargoUntil: row.embargoUntil?.toISOString() ?? null,
      voiceNotes: more?.notes ?? 0,
      attachments: { all: more?.attachments ?? 0, coming: more?.attachmentsComing ?? 0 },
      mergedInto: submission.mergedInto ? { id: submission.mergedInto, title: more?.intoTitle ?? '' } : null,
      reason: submission.reason,
      decidedBy: submission.decidedBy ? { id: submission.decidedBy, name: nameOf(submission.decidedBy) } : null,
      decidedAt: submission.decidedAt?.toISOString() ?? null,
      moves: may(tx, actor, 'submission.decide', row) ? possible(row, more?.signed ?? false) : [],
    };
  });
}

// What its state allows, so that a button is there exactly when its request would be taken.
function possible({ submission, roundId, editionId }: Received, signed: boolean): SubmissionView['moves'] {
  if (submission.state !== 'waiting' && submission.state !== 'accepted') return [];
  const mergeable = roundId !== null && editionId === null && !signed;
  return [...(submission.state === 'waiting' ? ['accept' as const] : []), ...(mergeable ? ['merge' as const] : [])];
}

async function countsOf(tx: Tx, rows: readonly Received[]): Promise<ReadonlyMap<string, Counted>> {
  const counted = await tx.named<Counted>(
    'newsroom.submission-counts',
    `select b.id, (select count(*) from newsroom.voice_notes v where v.county_id = b.county_id and v.story_id = b.id and v.removed_at is null) as notes,
            (select count(*) from newsroom.attachments f where f.county_id = b.county_id and f.story_id = b.id) as attachments,
            (select count(*) from newsroom.attachments f where f.county_id = b.county_id and f.story_id = b.id and f.material_id is null and f.refusal is null) as "attachmentsComing",
            exists (select 1 from newsroom.stories s join newsroom.signatures g on g.county_id = s.county_id and g.round_id = s.round_id
                     where s.county_id = b.county_id and s.id = b.id and g.verdict in ('approved', 'carried') and ${isKept}) as signed,
            (select t.title from newsroom.stories t where t.county_id = b.county_id and t.id = b.merged_into) as "intoTitle",
            (select e.publisher from newsroom.contributions c join newsroom.contribution_editions e on e.county_id = c.county_id and e.contribution_id = c.id
              where c.county_id = b.county_id and c.story_id = b.id order by e.number desc limit 1) as publisher,
            exists (select 1 from newsroom.contributions c where c.county_id = b.county_id and c.story_id = b.id and ((c.withdrawn_at is not null and c.withdrawal_settled_at is null)
              or exists (select 1 from newsroom.contribution_editions e where e.county_id = c.county_id and e.contribution_id = c.id and e.settled is null))) as changed
       from newsroom.submissions b where b.county_id = $1 and b.id = any($2::uuid[])`,
    [tx.countyId, rows.map((row) => row.id)],
  );
  return new Map(counted.map((one) => [one.id, one]));
}
