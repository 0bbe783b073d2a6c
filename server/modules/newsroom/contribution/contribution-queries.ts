import type { StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';

/** What another centre handed in. */
export interface Contribution {
  readonly id: string;
  readonly issuer: string;
  readonly source: string;
  readonly senderId: string;
  readonly storyId: string;
  readonly receivedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawalSettledAt: Date | null;
}

/** An edition of it, as it was received and checked. */
export interface ContributionEdition {
  readonly contributionId: string;
  readonly number: number;
  readonly mark: string;
  readonly keyId: string;
  readonly steps: string;
  readonly publisher: string;
  readonly page: string;
  readonly text: StoryText;
  readonly correction: string | null;
  readonly publishedAt: Date;
  readonly receivedAt: Date;
  /** Null: it waits for the desk. */
  readonly settled: 'taken' | 'left' | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
}

const columns = `c.id, c.issuer, c.source, c.sender_id as "senderId", c.story_id as "storyId", c.received_at as "receivedAt", c.withdrawn_at as "withdrawnAt", c.withdrawal_settled_at as "withdrawalSettledAt"`;

/** The contribution of a story of another centre, or undefined. */
export async function contributionBySource(
  tx: Tx,
  { issuer, source }: { readonly issuer: string; readonly source: string },
): Promise<Contribution | undefined> {
  const [row] = await tx.named<Contribution>(
    'newsroom.contribution-by-source',
    `select ${columns} from newsroom.contributions c where c.county_id = $1 and c.issuer = $2 and c.source = $3`,
    [tx.countyId, issuer, source],
  );
  return row;
}

/** As `contributionBySource`, locked. */
export async function contributionForUpdate(
  tx: Tx,
  by: { readonly issuer: string; readonly source: string } | { readonly id: string },
): Promise<Contribution | undefined> {
  const [row] = await tx.named<Contribution>(
    'newsroom.contribution-for-update',
    `select ${columns} from newsroom.contributions c where c.county_id = $1 and (c.id = $2 or (c.issuer = $3 and c.source = $4)) for update`,
    'id' in by ? [tx.countyId, by.id, null, null] : [tx.countyId, null, by.issuer, by.source],
  );
  return row;
}

/** What other centres brought to a story: its own text, or one that was merged into it. */
export const contributionsOf = (tx: Tx, storyId: string): Promise<Contribution[]> =>
  tx.named<Contribution>(
    'newsroom.contributions-of',
    `select ${columns} from newsroom.contributions c where c.county_id = $1
       and (c.story_id = $2 or c.story_id in (select b.id from newsroom.submissions b where b.county_id = $1 and b.merged_into = $2)) order by c.story_id = $2 desc, c.id`,
    [tx.countyId, storyId],
  );

/** The editions of contributions, the earliest first. */
export const editionsOf = (tx: Tx, contributionIds: readonly string[]): Promise<ContributionEdition[]> =>
  tx.named<ContributionEdition>(
    'newsroom.contribution-editions',
    `select contribution_id as "contributionId", number, mark, key_id as "keyId", steps, publisher, page, text, correction, published_at as "publishedAt", received_at as "receivedAt",
       settled, settled_at as "settledAt", settled_by as "settledBy" from newsroom.contribution_editions
      where county_id = $1 and contribution_id = any($2::uuid[]) order by contribution_id, number`,
    [tx.countyId, [...contributionIds]],
  );

/** Writes a contribution down before its story is there, so that of two at once one comes second; undefined: it is known. */
export async function beginContribution(
  tx: Tx,
  one: Pick<Contribution, 'id' | 'issuer' | 'source' | 'senderId'>,
): Promise<boolean> {
  const rows = await tx.named(
    'newsroom.begin-contribution',
    'insert into newsroom.contributions (county_id, id, issuer, source, sender_id, received_at) values ($1, $2, $3, $4, $5, $6) on conflict (county_id, issuer, source) do nothing returning id',
    [tx.countyId, one.id, one.issuer, one.source, one.senderId, tx.at],
  );
  return rows.length === 1;
}

/** Names the story that was made of it. */
export const noteStory = (tx: Tx, id: string, storyId: string): Promise<unknown> =>
  tx.named(
    'newsroom.contribution-story',
    'update newsroom.contributions set story_id = $3 where county_id = $1 and id = $2',
    [tx.countyId, id, storyId],
  );

/** Writes an edition down; one that is known stays as it is. Answers whether it is new. */
export async function storeEdition(
  tx: Tx,
  one: Omit<ContributionEdition, 'receivedAt' | 'settledAt' | 'settledBy'>,
): Promise<boolean> {
  const rows = await tx.named(
    'newsroom.store-contribution-edition',
    `insert into newsroom.contribution_editions (county_id, contribution_id, number, mark, key_id, steps, publisher, page, text, correction, published_at, received_at, settled, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, case when $13::text is null then null else $12::timestamptz end) on conflict do nothing returning number`,
    [
      tx.countyId,
      one.contributionId,
      one.number,
      one.mark,
      one.keyId,
      one.steps,
      one.publisher,
      one.page,
      JSON.stringify(one.text),
      one.correction,
      one.publishedAt,
      tx.at,
      one.settled,
    ],
  );
  return rows.length === 1;
}

/** Says of every edition up to one what the desk did about it. */
export const settleEditions = (
  tx: Tx,
  id: string,
  until: number,
  how: 'taken' | 'left',
  by: string | null,
): Promise<unknown> =>
  tx.named(
    'newsroom.settle-contribution-editions',
    `update newsroom.contribution_editions set settled = case when number = $3 then $4 else 'left' end, settled_at = $5, settled_by = $6
      where county_id = $1 and contribution_id = $2 and number <= $3 and settled is null`,
    [tx.countyId, id, until, how, tx.at, by],
  );

/** Says when a text was taken down where it comes from (null: it stands again), or that the desk dealt with it. */
export const noteWithdrawal = (
  tx: Tx,
  id: string,
  { at, settledAt }: { readonly at: Date | null; readonly settledAt: Date | null },
): Promise<unknown> =>
  tx.named(
    'newsroom.contribution-withdrawal',
    'update newsroom.contributions set withdrawn_at = $3, withdrawal_settled_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, id, at, settledAt],
  );
