import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { maySomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { newToken, NewTokenRequest, tokenList, TokenView } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { mustBeInSession } from '../session/list-sessions.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';
import type { AccessTables } from '../tables.ts';

/** How a token begins, so that one left in a file is found by whoever searches for it. */
const prefix = 'xyt_';

/** The person's tokens, newest first, and the abilities a new one may carry. */
export async function listTokens(ctx: Ctx, actor: Actor): Promise<z.infer<typeof tokenList>> {
  mustBeInSession(actor);
  return ctx.transaction(async (tx) => {
    const rows = await tx
      .tables<AccessTables>()
      .selectFrom('access.tokens')
      .selectAll()
      .where('county_id', '=', tx.countyId)
      .where('person_id', '=', actor.id)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', ctx.app.clock.now())
      .orderBy('id', 'desc')
      .execute();
    return {
      tokens: rows.map((row) =>
        view({
          id: row.id,
          name: row.name,
          scopes: row.scopes,
          madeAt: row.made_at,
          expiresAt: row.expires_at,
          usedAt: row.used_at,
        }),
      ),
      offered: offeredScopes(tx, actor),
    };
  });
}

/** Makes a token for a program; it carries no more than the chosen abilities, and never signs. Shown once.
 *  Refuses: StepUpRequired (401), ScopeNotHeld (422) for an ability the person does not hold anywhere. */
export async function makeToken(ctx: Ctx, actor: Actor, request: NewTokenRequest): Promise<z.infer<typeof newToken>> {
  mustBeSteppedUp(ctx, actor);
  return ctx.transaction(async (tx) => {
    const offered = new Set(offeredScopes(tx, actor));
    const foreign = request.scopes.findIndex((scope) => !offered.has(scope));
    if (foreign >= 0)
      refuse('ScopeNotHeld', { scope: request.scopes[foreign] }, [
        { path: `/scopes/${foreign}`, code: 'invalid_value' },
      ]);
    const token = `${prefix}${newSecret()}`;
    const row = await storeToken(tx, actor, { ...request, token });
    await audit(tx, actor, {
      act: 'token.add',
      noun: 'person',
      subjectId: actor.id,
      detail: { tokenId: row.id, scopes: row.scopes.length },
    });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'token-added' });
    return { ...view(row), token };
  });
}

/** Keeps a token's hash. Asks nobody: verbs and seeds do. */
export async function storeToken(
  tx: Tx,
  owner: Pick<Actor, 'id' | 'assurance'>,
  request: NewTokenRequest & { token: string },
): Promise<TokenRowView> {
  const id = newId<'token'>();
  const madeAt = tx.ctx.app.clock.now();
  const expiresAt = new Date(madeAt.getTime() + request.days * 86_400_000);
  const scopes = [...new Set(request.scopes)];
  await tx
    .tables<AccessTables>()
    .insertInto('access.tokens')
    .values({
      county_id: tx.countyId,
      id,
      person_id: owner.id,
      token_hash: secretHash(request.token),
      name: request.name,
      scopes,
      assurance: owner.assurance,
      made_at: madeAt,
      expires_at: expiresAt,
    })
    .execute();
  return { id, name: request.name, scopes, madeAt, expiresAt, usedAt: null };
}

/** Revokes a token at once. Refuses: NotFound (404). */
export async function revokeToken(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  mustBeInSession(actor);
  await ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'access.revoke-token',
      'update access.tokens set revoked_at = $4 where county_id = $1 and person_id = $2 and id = $3 and revoked_at is null returning id',
      [tx.countyId, actor.id, id, ctx.app.clock.now()],
    );
    found(rows[0]);
    await audit(tx, actor, { act: 'token.revoke', noun: 'person', subjectId: actor.id, detail: { tokenId: id } });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'token-revoked' });
  });
}

interface TokenRowView {
  id: string;
  name: string;
  scopes: string[];
  madeAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

const view = (row: TokenRowView): TokenView => ({
  ...row,
  madeAt: row.madeAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  usedAt: row.usedAt?.toISOString() ?? null,
});

/** The abilities a token of this person may carry: all that they hold somewhere. */
export function offeredScopes(tx: Tx, actor: Actor): string[] {
  const { permits } = tx.ctx.app;
  return permits.all().filter((ability) => !permits.rule(ability).everybody && maySomewhere(tx, actor, ability));
}
