import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { abilitiesOn, must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ApiKeyView, NewApiKey, NewApiKeyRequest } from '../contract.ts';
import { apiKeyChanged } from '../events.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { apiKeyById, apiKeys } from './api-key-queries.ts';
import type { ApiKeyRow } from './api-key-queries.ts';

/** How a key begins, so that one left in a file is found by whoever searches for it. */
export const keyPrefix = 'xyk_';

const here = (tx: Tx) => ({ placeId: rootPlace(tx).id });

/** The county's keys, those in use first. */
export const listApiKeys = (ctx: Ctx, actor: Actor): Promise<{ items: ApiKeyView[] }> =>
  ctx.transaction(async (tx) => {
    must(tx, actor, 'api-key.read', here(tx));
    return { items: (await apiKeys(tx)).map((row) => viewOf(tx, actor, row)) };
  });

/** Makes a key for a program elsewhere: a limit of its own for reading what is public, and nothing else. Shown once. */
export async function makeApiKey(ctx: Ctx, actor: Actor, request: NewApiKeyRequest): Promise<NewApiKey> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'api-key.make', here(tx));
    const id = newId<'api-key'>();
    const key = `${keyPrefix}${newSecret()}`;
    await tx.named(
      'access.make-api-key',
      'insert into access.api_keys (county_id, id, key_hash, owner, purpose, per_minute, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        tx.countyId,
        id,
        secretHash(key),
        request.owner,
        request.purpose,
        request.perMinute,
        actor.id,
        ctx.app.clock.now(),
      ],
    );
    await audit(tx, actor, {
      act: 'api-key.make',
      noun: 'api-key',
      subjectId: id,
      detail: { perMinute: request.perMinute },
    });
    await emit(tx, apiKeyChanged, actor, { keyId: id });
    return { ...viewOf(tx, actor, found(await apiKeyById(tx, id))), key };
  });
}

/** Revokes a key at once, in every process; one that is revoked already stays as it is. Refuses: NotFound (404). */
export async function revokeApiKey(ctx: Ctx, actor: Actor, id: string): Promise<ApiKeyView> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'api-key.make', here(tx));
    const revoked = await tx.named(
      'access.revoke-api-key',
      'update access.api_keys set revoked_at = $3, revoked_by = $4 where county_id = $1 and id = $2 and revoked_at is null returning id',
      [tx.countyId, id, ctx.app.clock.now(), actor.id],
    );
    const row = found(await apiKeyById(tx, id));
    if (revoked.length > 0) {
      await audit(tx, actor, { act: 'api-key.revoke', noun: 'api-key', subjectId: id });
      await emit(tx, apiKeyChanged, actor, { keyId: id });
    }
    return viewOf(tx, actor, row);
  });
}

const viewOf = (tx: Tx, actor: Actor, row: ApiKeyRow): ApiKeyView => ({
  ...row,
  madeAt: row.madeAt.toISOString(),
  usedAt: row.usedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  abilities: row.revokedAt === null ? abilitiesOn(tx, actor, 'api-key', here(tx)) : [],
});
