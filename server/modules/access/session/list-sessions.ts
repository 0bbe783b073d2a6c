import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { SessionView } from '../contract.ts';
import { livingSessions } from '../session-queries.ts';
import { unitNames } from '../unit-queries.ts';
import { endSessions } from './end-sessions.ts';

/** Where the person is signed in, latest first. */
export async function listSessions(ctx: Ctx, actor: Actor): Promise<{ sessions: SessionView[] }> {
  return ctx.transaction(async (tx) => {
    const rows = await livingSessions(tx, actor.id);
    const stations = await unitNames(
      tx,
      rows.flatMap((row) => row.stationId ?? []),
    );
    const sessions = rows.map(({ stationId, ...row }) => ({
      ...row,
      station: (stationId && stations.get(stationId)) || null,
      current: row.id === actor.sessionId,
      madeAt: row.madeAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
    return { sessions };
  });
}

/** Signs out here. */
export async function signOut(ctx: Ctx, actor: Actor): Promise<void> {
  await ctx.transaction(async (tx) => {
    if (actor.sessionId) await endSessions(tx, actor, { personId: actor.id, only: actor.sessionId }, 'signed-out');
  });
}

/** Ends one of the person's own sessions elsewhere. Refuses: NotFound (404). */
export async function endOwnSession(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  mustBeInSession(actor);
  await ctx.transaction(async (tx) => {
    found((await endSessions(tx, actor, { personId: actor.id, only: id }, 'revoked')) || undefined);
    await audit(tx, actor, { act: 'session.end', noun: 'session', subjectId: id });
  });
}

/** Ends every session of the person but this one. */
export async function endOtherSessions(ctx: Ctx, actor: Actor): Promise<void> {
  mustBeInSession(actor);
  await ctx.transaction(async (tx) => {
    const count = await endSessions(tx, actor, { personId: actor.id, except: actor.sessionId }, 'revoked');
    await audit(tx, actor, { act: 'session.end-others', noun: 'person', subjectId: actor.id, detail: { count } });
  });
}

/** Refuses programs with a token: how a person signs in is changed by the person alone. Forbidden (403). */
export function mustBeInSession(actor: Actor): void {
  if (actor.kind !== 'person' || !actor.sessionId) refuse('Forbidden');
}
