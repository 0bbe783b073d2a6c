import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Actor } from '../actor.ts';
import { sha256 } from '../canonical.ts';
import { failpoint } from '../failpoints.ts';
import { refuse } from '../refuse.ts';
import type { Ctx, Tx } from '../transaction.ts';

/** What a request answered: status and body bytes as sent. */
export interface StoredAnswer {
  status: number;
  body: string;
}

/** Runs `work` once per (actor, key): the same request again gets the same bytes, another body is refused (IdempotencyKeyReused, 422).
 *  The key row, the effect and the answer commit together, so 50 parallel calls make one effect. A refusal rolls all back and stores nothing. */
export async function once(
  ctx: Ctx,
  actor: Actor,
  key: string,
  requestHash: string,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  mustBeKey(key);
  const scope = `${actor.kind}:${actor.id}`;
  const keyHash = sha256(key);
  return ctx.transaction(async (tx) => {
    const first = await claim(tx, scope, keyHash, requestHash);
    if (!first) return replay(tx, scope, keyHash, requestHash, key);
    const answer = await work();
    await failpoint('before-idempotency-store');
    tx.lastly(
      'platform.store-answer',
      'update platform.idempotency_keys set status = $4, answer = $5 where county_id = $1 and actor_scope = $2 and key_hash = $3',
      [tx.countyId, scope, keyHash, answer.status, seal(key, answer.body)],
    );
    return answer;
  });
}

/** Refuses what cannot be a key: IdempotencyKeyMissing (400). */
export function mustBeKey(key: string): void {
  if (!/^[\x21-\x7e]{16,255}$/.test(key))
    refuse('IdempotencyKeyMissing', {}, [{ path: '/header/idempotency-key', code: 'invalid' }]);
}

// A concurrent claim of the same key waits here for the other transaction to end.
async function claim(tx: Tx, scope: string, keyHash: string, requestHash: string): Promise<boolean> {
  const rows = await tx.named(
    'platform.claim-key',
    'insert into platform.idempotency_keys (county_id, actor_scope, key_hash, request_hash, at) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1',
    [tx.countyId, scope, keyHash, requestHash, tx.ctx.app.clock.now()],
  );
  return rows.length === 1;
}

async function replay(tx: Tx, scope: string, keyHash: string, requestHash: string, key: string): Promise<StoredAnswer> {
  const [row] = await tx.named<{ request_hash: string; status: number; answer: Buffer }>(
    'platform.stored-answer',
    'select request_hash, status, answer from platform.idempotency_keys where county_id = $1 and actor_scope = $2 and key_hash = $3',
    [tx.countyId, scope, keyHash],
  );
  if (!row) return refuse('Conflict');
  if (row.request_hash !== requestHash) refuse('IdempotencyKeyReused');
  return { status: row.status, body: open(key, row.answer) };
}

// The answer may hold an address or a code: it is stored under a key that only the client has.
const keyFor = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, 'xiangyin', 'idempotent answer', 32));

function seal(key: string, body: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key), nonce);
  return Buffer.concat([nonce, cipher.update(body, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function open(key: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
}
