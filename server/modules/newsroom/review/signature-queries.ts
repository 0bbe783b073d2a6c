import { shownName } from '#people';
import type { Tx } from '#platform/transaction';
import type { SignatureLine, StoryView } from '../contract.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { isKept } from './round.ts';

interface Row extends Omit<SignatureLine, 'signer' | 'at' | 'standing' | 'carried'> {
  readonly isCarried: boolean;
  readonly changed: string[];
  readonly carriedVersion: number | null;
  readonly signedAt: Date | null;
  readonly signerId: string;
  readonly displayName: string | null;
  readonly erasedAt: Date | null;
  readonly at: Date;
  readonly outcome: string | null;
  readonly editionRound: string | null;
  readonly isTakenBack: boolean;
}

/** Every signature of a story, oldest first. */
export async function signatureLines(tx: Tx, story: StoryRow): Promise<SignatureLine[]> {
  const rows = await tx.named<Row>(
    'newsroom.signature-lines',
    `select g.id, g.number, g.round_id as "roundId", g.revision_id as "revisionId", r.version, g.step, g.side, g.role, g.signer_id as "signerId", g.verdict, g.reason, g.note, g.text_hash as "textHash",
       g.statement_hash as "statementHash", g.previous_hash as "previousHash", g.kind, g.ticked, g.exception, coalesce(g.changed, '{}') as changed, rr.version as "carriedVersion", root.at as "signedAt",
       exists (select 1 from newsroom.signatures c where c.county_id = g.county_id and c.carries_id = g.id and c.round_id in ($4::uuid, e.round_id)) as "isCarried",
       exists (select 1 from newsroom.signatures t where t.county_id = g.county_id and t.takes_back = g.id) as "isTakenBack", d.reason as "exceptionReason", g.at, o.outcome, e.round_id as "editionRound",
       p.display_name as "displayName", p.erased_at as "erasedAt"
     from newsroom.signatures g join newsroom.revisions r on r.county_id = g.county_id and r.id = g.revision_id join newsroom.rounds o on o.county_id = g.county_id and o.id = g.round_id
     left join newsroom.signatures root on root.county_id = g.county_id and root.id = g.carries_id left join newsroom.revisions rr on rr.county_id = root.county_id and rr.id = root.revision_id
     left join newsroom.duties d on d.county_id = g.county_id and d.round_id = g.round_id and d.person_id = g.signer_id and d.side = g.side
     left join newsroom.editions e on e.county_id = g.county_id and e.id = $3 left join people.persons p on p.county_id = g.county_id and p.id = g.signer_id
     where g.county_id = $1 and g.story_id = $2 order by g.number`,
    [tx.countyId, story.id, story.editionId, story.roundId],
  );
  return rows.map(
    ({
      signerId,
      displayName,
      erasedAt,
      at,
      outcome,
      editionRound,
      isTakenBack,
      isCarried,
      changed,
      carriedVersion,
      signedAt,
      ...row
    }) => ({
      ...row,
      signer: { id: signerId, name: displayName === null ? '' : shownName(tx, { displayName, erasedAt }) },
      at: at.toISOString(),
      carried:
        carriedVersion !== null && signedAt
          ? { changed, version: carriedVersion, signedAt: signedAt.toISOString() }
          : null,
      standing: isTakenBack
        ? 'taken-back'
        : isCarried
          ? 'carried'
          : standingOf(row.roundId, outcome, editionRound, story.roundId),
    }),
  );
}

function standingOf(
  roundId: string,
  outcome: string | null,
  editionRound: string | null,
  roundInWork: string | null,
): SignatureLine['standing'] {
  if (outcome === 'voided') return 'voided';
  return roundId === editionRound || roundId === roundInWork || outcome === 'reviewed' ? 'valid' : 'past';
}

/** What the public reads about the latest withdrawal of a story; null: the usual words. */
export async function withdrawalNote(tx: Tx, storyId: string): Promise<string | null> {
  const [row] = await tx.named<{ note: string | null }>(
    'newsroom.withdrawal-note',
    `select note from newsroom.signatures where county_id = $1 and story_id = $2 and step = 'withdrawal' order by number desc limit 1`,
    [tx.countyId, storyId],
  );
  return row?.note ?? null;
}

/** The latest approval that a person gave to this story in a round that was voided or returned, when the text in work is another; null when there is none. */
export async function fallenSignature(
  tx: Tx,
  story: StoryRow,
  personId: string,
): Promise<StoryView['mySignatureFell']> {
  if (!story.roundId) return null;
  const [row] = await tx.named<{ revisionId: string; version: number; step: string; at: Date; outcome: string | null }>(
    'newsroom.fallen-signature',
    `select g.revision_id as "revisionId", r.version, g.step, g.at, o.outcome from newsroom.signatures g join newsroom.rounds o on o.county_id = g.county_id and o.id = g.round_id
       join newsroom.revisions r on r.county_id = g.county_id and r.id = g.revision_id
     where g.county_id = $1 and g.story_id = $2 and g.signer_id::text = $3 and g.verdict = 'approved' and ${isKept}
       and not exists (select 1 from newsroom.signatures c where c.county_id = g.county_id and c.carries_id = g.id and c.round_id = $4)
     order by g.number desc limit 1`,
    [tx.countyId, story.id, personId, story.roundId],
  );
  if (!row || (row.outcome !== 'voided' && row.outcome !== 'returned') || row.revisionId === story.revisionId)
    return null;
  return { revisionId: row.revisionId, version: row.version, step: row.step, at: row.at.toISOString() };
}

/** An approval under an edition: when and how it was given, and what was changed since, where it stands over a text that was changed. */
export interface StripEntry {
  readonly step: string;
  readonly role: string;
  readonly kind: 'passkey' | 'attested' | 'demonstration';
  readonly at: Date;
  readonly changed: readonly string[];
}

/** The approvals under an edition in the order of its steps, for the strip of signatures on its page. */
export const stripOf = (tx: Tx, editionId: string): Promise<StripEntry[]> =>
  tx.named(
    'newsroom.strip',
    `select g.step, g.role, coalesce(root.kind, g.kind) as kind, coalesce(root.at, g.at) as at, coalesce(g.changed, '{}') as changed from newsroom.signatures g
       left join newsroom.signatures root on root.county_id = g.county_id and root.id = g.carries_id
      where g.county_id = $1 and g.round_id = (select e.round_id from newsroom.editions e where e.county_id = $1 and e.id = $2) and g.verdict in ('approved', 'carried') and ${isKept} order by coalesce(root.number, g.number)`,
    [tx.countyId, editionId],
  );
