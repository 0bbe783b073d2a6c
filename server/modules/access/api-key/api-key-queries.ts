import type { Tx } from '#platform/transaction';

/** A key as it is shown. Times are real. */
export interface ApiKeyRow {
  readonly id: string;
  readonly owner: string;
  readonly purpose: string;
  readonly perMinute: number;
  /** Name of whoever made it; null once they are erased. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

const select = `select k.id, k.owner, k.purpose, k.per_minute as "perMinute", p.name as "madeBy", k.made_at as "madeAt", k.used_at as "usedAt", k.revoked_at as "revokedAt"
  from access.api_keys k left join people.persons p on p.county_id = $1 and p.id = k.made_by where k.county_id = $1`;

/** Every key, those in use first, the newest of them first. */
export const apiKeys = (tx: Tx): Promise<ApiKeyRow[]> =>
  tx.named<ApiKeyRow>('access.api-keys', `${select} order by k.revoked_at is not null, k.id desc`, [tx.countyId]);

/** One of them, or undefined. */
export async function apiKeyById(tx: Tx, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx.named<ApiKeyRow>('access.api-key', `${select} and k.id = $2`, [tx.countyId, id]);
  return row;
}

/** What a key that holds says of its bearer, or undefined. Notes that it is in use. */
export async function useKey(tx: Tx, keyHash: string): Promise<{ id: string; perMinute: number } | undefined> {
  const [row] = await tx.named<{ id: string; perMinute: number }>(
    'access.use-api-key',
    `update access.api_keys set used_at = $3 where county_id = $1 and key_hash = $2 and revoked_at is null returning id, per_minute as "perMinute"`,
    [tx.countyId, keyHash, tx.ctx.app.clock.now()],
  );
  return row;
}
