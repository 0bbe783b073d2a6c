import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { AttemptView } from '../contract.ts';
import { deskCopy } from './copy-queries.ts';

interface Row extends Omit<AttemptView, 'at' | 'status' | 'code'> {
  readonly at: Date;
  readonly detail: { status?: number; code?: string | number };
}

/** Every try of a copy, the latest first: what was tried, how it ended, what the other side said. Refuses: NotFound (404). */
export const readAttempts = (ctx: Ctx, actor: Actor, copyId: string): Promise<AttemptView[]> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'copy.list', found(await deskCopy(tx, copyId)));
    const rows = await tx.named<Row>(
      'channels.attempts-of',
      `select id, act, outcome, problem, detail, took_milliseconds as "tookMilliseconds", at from channels.attempts where county_id = $1 and copy_id = $2 order by id desc limit 100`,
      [tx.countyId, copyId],
    );
    return rows.map(({ detail, at, ...shown }) => ({
      ...shown,
      at: at.toISOString(),
      status: detail.status ?? null,
      code: detail.code === undefined ? null : String(detail.code),
    }));
  });
