import type { Actor } from '../actor.ts';
import type { RowAct } from '../batch-contract.ts';
import { canonicalHash, sha256 } from '../canonical.ts';
import { Refusal, refuse } from '../refuse.ts';
import { rehearsed } from '../rehearse.ts';
import { openCtx } from '../transaction.ts';
import type { Ctx } from '../transaction.ts';
import { mustBeKey, once } from './idempotency.ts';
import { problemOf } from './problem.ts';
import type { Call } from './route.ts';

/** What became of a row. */
interface RowOutcome<Act> {
  id: string;
  done: boolean;
  code: string | null;
  title: string | null;
  back: Act | null;
}

/** Does one row and answers the act that takes it back, or null. */
type RowWork<Act> = (ctx: Ctx, actor: Actor, act: Act) => Promise<Act | null>;

/** Does a batch one row after the other, each in a transaction of its own under a key of its own: what one row is refused for keeps none from the others, and the same batch
 *  sent again does nothing twice. A rehearsal runs the same verbs and takes all back, so that it is refused for what the act itself would be.
 *  Refuses what concerns the asker instead of a row: SignInRequired, StepUpRequired (401), Unavailable (503). */
export async function rowByRow<Act extends RowAct>(
  { ctx, actor, body, request }: Call<unknown, unknown, { acts: readonly Act[]; rehearse: boolean }>,
  work: RowWork<Act>,
): Promise<{ items: RowOutcome<Act>[] }> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') refuse('IdempotencyKeyMissing');
  mustBeKey(key);
  const items: RowOutcome<Act>[] = [];
  for (const act of body.acts) {
    const own = openCtx(ctx.app, ctx.county, { requestId: ctx.requestId, language: ctx.language, tag: ctx.tag });
    const run = body.rehearse
      ? () => rehearsed(own, () => work(own, actor, act))
      : () => onceARow(own, actor, key, act, work);
    items.push(await outcomeOf(own, act, run));
  }
  return { items };
}

async function outcomeOf<Act extends RowAct>(
  ctx: Ctx,
  act: Act,
  run: () => Promise<Act | null>,
): Promise<RowOutcome<Act>> {
  try {
    return { id: act.id, done: true, code: null, title: null, back: await run() };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 401 || error.status >= 500) throw error;
    const { code, title, fields = [] } = problemOf(error, ctx.app.wording, ctx.language, ctx.requestId);
    const words = [title, ...new Set(fields.map(({ message }) => message))].filter(Boolean).join(' ');
    return { id: act.id, done: false, code, title: words, back: null };
  }
}

async function onceARow<Act extends RowAct>(
  ctx: Ctx,
  actor: Actor,
  key: string,
  act: Act,
  work: RowWork<Act>,
): Promise<Act | null> {
  const { body } = await once(ctx, actor, sha256(`${key} ${act.id}`), canonicalHash({ act }), async () => ({
    status: 200,
    body: JSON.stringify(await work(ctx, actor, act)),
  }));
  return JSON.parse(body) as Act | null;
}
