import type { FastifyReply, FastifyRequest } from 'fastify';
import { grantsOf, isSessionAlive } from '#access';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { becomeSocket, isEnding } from '#platform/http/upgrade';
import { refuse } from '#platform/refuse';
import { inCounty, openCtx } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { storyToWrite } from '../draft/open-draft.ts';
import type { Guest } from './draft-room.ts';
import { openDraftsOf } from './open-drafts.ts';

/** Lets somebody into the text of a story, with all others who write at it. A session writes here, never a token: a socket must end with something. Refuses: NotFound (404),
 *  Forbidden (403), NothingInWork (409), NoRoom (507) while the disk is nearly full, Unavailable (503) in a process without the role `collab`, UpgradeRequired (426), CrossSite (403). */
export async function openSocket(
  ctx: Ctx,
  actor: Actor,
  storyId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { app, county } = ctx;
  const { story, name } = await ctx.transaction(async (tx) => ({
    story: await storyToWrite(tx, actor, storyId),
    name: (await displayNames(tx, [actor.id])).get(actor.id) ?? '',
  }));
  if (actor.sessionId === undefined) refuse('Forbidden', { ability: 'story.edit' });
  app.room.mustBeThere();
  if (app.settings.collaborates === false) refuse('Unavailable', { retryAfterSeconds: 5 });
  const socket = await becomeSocket(request, reply);
  // What comes before the room stands waits in the socket.
  socket.pause();
  try {
    const guest: Guest = {
      socket,
      actor,
      name,
      isCutOff: () => isEnding(request),
      ask: async (used) => {
        app.room.mustBeThere();
        const now = await inCounty(app, county, (fresh) => actorNow(fresh, actor, used ? request : undefined));
        await openCtx(app, county, { requestId: ctx.requestId }).transaction((tx) => storyToWrite(tx, now, storyId));
      },
    };
    while (!(await openDraftsOf(app).enter(county, story)).admit(guest));
    socket.resume();
  } catch (error) {
    app.log.error('a working copy could not be opened', { error: error instanceof Error ? error : undefined });
    socket.close(4500, 'Unexpected');
  }
}

// Writing is a use of the session; an open window alone is none, and does not keep somebody signed in.
async function actorNow(ctx: Ctx, actor: Actor, wrote: FastifyRequest | undefined): Promise<Actor> {
  if (wrote) return ctx.app.authenticate(ctx, wrote);
  return ctx.transaction(async (tx) => {
    if (!(await isSessionAlive(tx, actor.sessionId ?? ''))) refuse('SignInAgain');
    return { ...actor, grants: await grantsOf(tx, actor.id) };
  });
}
