import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#platform/transaction';
import { WechatFailure } from './failure.ts';

/** A token with the number by which it is forgotten. */
export interface Token {
  readonly value: string;
  readonly number: number;
}
/** Fetches one from the platform; `force`: the one that it would give holds no longer. */
export type FetchToken = (force: boolean) => Promise<{ value: string; lastsSeconds: number }>;

/** Under which purpose tokens are sealed. */
export const tokenPurpose = 'channels.wechat-token';
/** It is changed so long before its end: from then on the platform gives out the next one, and the former holds as well. */
const earlySeconds = 300;
const fetchSeconds = 15;
const looks = 60;
const betweenLooks = 250;
/** The platform forces no second one within so long, and at most twenty in a day. */
const betweenForced = 4_500;

/** The token by which every call is made: kept sealed for all processes, fetched by one of them at a time before it ends. Throws WechatFailure (`busy`) when whoever fetches it does not come back. */
export async function accessToken(ctx: Ctx, channelId: string, fetchToken: FetchToken): Promise<Token> {
  for (let look = 0; look < looks; look += 1) {
    const kept = await keptToken(ctx, channelId);
    if (kept) return kept;
    const turn = await takeTurn(ctx, channelId);
    if (turn) return fetched(ctx, channelId, turn, fetchToken);
    await sleep(betweenLooks);
  }
  throw new WechatFailure('busy', { call: 'stable_token' }, 30);
}

/** Forgets a token that the platform refused, unless another one is there by now. `force`: what comes next must be a new one. */
export const forgetToken = (ctx: Ctx, channelId: string, { number }: Token, force: boolean): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'channels.wechat-forget-token',
      `update channels.wechat_accounts set sealed_token = null, ends_at = null, forced_at = case when $4::boolean and (forced_at is null or forced_at < $5::timestamptz - $6 * interval '1 second') then $5 else forced_at end
        where county_id = $1 and channel_id = $2 and token_number = $3`,
      [tx.countyId, channelId, number, force, ctx.app.clock.now(), betweenForced],
    ),
  );

async function keptToken(ctx: Ctx, channelId: string): Promise<Token | undefined> {
  const [row] = await ctx.transaction((tx) =>
    tx.named<{ sealed: Buffer; number: number }>(
      'channels.wechat-token',
      'select sealed_token as sealed, token_number as number from channels.wechat_accounts where county_id = $1 and channel_id = $2 and sealed_token is not null and ends_at > $3',
      [tx.countyId, channelId, new Date(ctx.app.clock.now().getTime() + earlySeconds * 1_000)],
    ),
  );
  return row && { value: (await ctx.app.keys.unseal(tokenPurpose, row.sealed)).toString(), number: row.number };
}

/** Whoever gets the row fetches; the others look again. */
const takeTurn = (ctx: Ctx, channelId: string): Promise<{ number: number; force: boolean } | undefined> =>
  ctx.transaction(async (tx) => {
    const now = ctx.app.clock.now();
    const [taken] = await tx.named<{ number: number; force: boolean }>(
      'channels.wechat-take-turn',
      `insert into channels.wechat_accounts as a (county_id, channel_id, taken_until) values ($1, $2, $4)
       on conflict (county_id, channel_id) do update set taken_until = $4
         where (a.taken_until is null or a.taken_until <= $3) and (a.sealed_token is null or a.ends_at <= $5)
       returning token_number as number, forced_at is not null and forced_at > $3::timestamptz - interval '1 minute' and sealed_token is null as force`,
      [
        tx.countyId,
        channelId,
        now,
        new Date(now.getTime() + fetchSeconds * 1_000),
        new Date(now.getTime() + earlySeconds * 1_000),
      ],
    );
    return taken;
  });

async function fetched(
  ctx: Ctx,
  channelId: string,
  turn: { number: number; force: boolean },
  fetchToken: FetchToken,
): Promise<Token> {
  const number = turn.number + 1;
  try {
    const { value, lastsSeconds } = await fetchToken(turn.force);
    const sealed = await ctx.app.keys.seal(tokenPurpose, Buffer.from(value));
    const endsAt = new Date(ctx.app.clock.now().getTime() + lastsSeconds * 1_000);
    await ctx.transaction((tx) =>
      tx.named(
        'channels.wechat-keep-token',
        'update channels.wechat_accounts set sealed_token = $3, token_number = $4, ends_at = $5, taken_until = null where county_id = $1 and channel_id = $2',
        [tx.countyId, channelId, sealed, number, endsAt],
      ),
    );
    return { value, number };
  } catch (error) {
    await ctx.transaction((tx) =>
      tx.named(
        'channels.wechat-leave-turn',
        'update channels.wechat_accounts set taken_until = null where county_id = $1 and channel_id = $2',
        [tx.countyId, channelId],
      ),
    );
    throw error;
  }
}
