import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import { failpoint } from '#platform/failpoints';
import { behind } from '#platform/i18n';
import type { Tag } from '#platform/i18n';
import { callOut } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import type { Ctx, Tx } from '#platform/transaction';
import { NotTaken } from '../channel/channel.ts';
import { mostAttempts, mostInATurn, nextTry } from '../channel/try-again.ts';
import type { HookKindName } from '../contract.ts';
import { hookSeal } from './add-hook.ts';
import type { SealedHook } from './add-hook.ts';
import type { HookCall, Said } from './kinds/kind.ts';
import { hookKinds } from './kinds/kinds.ts';

/** So many notices leave as one message: WeCom and DingTalk take twenty messages a minute, and people read one more easily than five. */
const mostAtOnce = 5;
/** So long a hook rests after each message, in seconds: fifteen a minute. */
const restSeconds = 4;

interface DuePost {
  readonly id: string;
  readonly hookId: string;
  readonly kind: string;
  readonly href: string;
  readonly facts: Record<string, unknown>;
  readonly attempts: number;
}

interface DueHook {
  readonly kind: HookKindName;
  readonly language: Tag;
  readonly sealed: Buffer;
}

interface Claimed {
  readonly hook: DueHook;
  readonly hookId: string;
  readonly posts: readonly DuePost[];
}

type Ending = { readonly receipt: string } | { readonly failure: string; readonly forGood: boolean };

/** Sends what is due for hooks: of one hook up to five notices in one message, each hook once in a turn, so that one that does not answer holds up no other for long. */
export async function sendDuePosts(ctx: Ctx): Promise<void> {
  const asked: string[] = [];
  while (asked.length < mostInATurn) {
    const claimed = await ctx.transaction((tx) => claim(tx, asked));
    if (!claimed) return;
    asked.push(claimed.hookId);
    const ending = await post(ctx, claimed);
    await ctx.transaction((tx) => settle(tx, claimed, ending));
  }
}

async function claim(tx: Tx, except: readonly string[]): Promise<Claimed | undefined> {
  const rows = await tx.named<DuePost>(
    'notices.claim-posts',
    `update notices.posts set state = 'sending', attempts = attempts + 1, changed_at = $2, due_at = $2::timestamptz + interval '5 minutes'
      where county_id = $1 and id = any(array(
        select id from notices.posts where county_id = $1 and state in ('planned', 'sending') and due_at <= $2
           and hook_id = (select p.hook_id from notices.posts p join notices.hooks h on h.county_id = $1 and h.id = p.hook_id
                           where p.county_id = $1 and p.state in ('planned', 'sending') and p.due_at <= $2 and p.hook_id <> all($3::uuid[]) and (h.rests_until is null or h.rests_until <= $2)
                           order by p.due_at, p.id limit 1)
         order by due_at, id limit ${mostAtOnce} for update skip locked))
      returning id, hook_id as "hookId", kind, href, facts, attempts`,
    [tx.countyId, tx.at, except],
  );
  const hookId = rows[0]?.hookId;
  if (hookId === undefined) return undefined;
  const [hook] = await tx.named<DueHook>(
    'notices.hook-to-post',
    'select kind, language, sealed from notices.hooks where county_id = $1 and id = $2',
    [tx.countyId, hookId],
  );
  return hook && { hook, hookId, posts: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

async function post(ctx: Ctx, claimed: Claimed): Promise<Ending> {
  try {
    const call = await callFor(ctx, claimed);
    await failpoint('post-claimed');
    return { receipt: await send(ctx, claimed.hook.kind, call) };
  } catch (error) {
    const failure = error instanceof NotTaken ? error.message : 'unreachable';
    ctx.app.log.warn('posts not taken', { hook: claimed.hookId, posts: claimed.posts.length, failure });
    return { failure, forGood: error instanceof NotTaken && error.forGood };
  }
}

async function callFor(ctx: Ctx, { hook, posts }: Claimed): Promise<HookCall> {
  const opened: SealedHook = JSON.parse((await ctx.app.keys.unseal(hookSeal, hook.sealed)).toString());
  const { name } = ctx.county;
  const said = posts.map(({ id, kind, href, facts }): Said => ({
    id,
    kind,
    text: ctx.app.wording.say(hook.language, `notice.${kind}`, facts),
    link: `${addressOf(ctx)}${href}`,
  }));
  return { ...opened, at: ctx.app.clock.now(), sender: inWords(name, behind(hook.language)), said };
}

/** Sends one message and answers the receipt. Throws NotTaken. */
async function send(ctx: Ctx, kindName: HookKindName, call: HookCall): Promise<string> {
  const kind = hookKinds[kindName];
  const { address, headers, body } = kind.request(call);
  try {
    const answer = kind.judge(
      await callOut(ctx.app.settings.innerHosts ?? [], {
        method: 'POST',
        address,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body,
      }),
    );
    if (!answer.taken) throw new NotTaken(answer.code, answer.forGood);
    return answer.receipt;
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    throw new NotTaken(error.problem, error.problem === 'bad-address' || error.problem === 'inner-address');
  }
}

// A hook that was dropped while its message was under way has taken its posts along.
async function settle(tx: Tx, { hookId, posts }: Claimed, ending: Ending): Promise<void> {
  for (const one of posts) await settlePost(tx, one, ending);
  await tx.named(
    'notices.hook-told',
    `update notices.hooks set rests_until = $3, last_failure = $4, last_sent_at = case when $4::text is null then $5 else last_sent_at end where county_id = $1 and id = $2`,
    [
      tx.countyId,
      hookId,
      new Date(tx.at.getTime() + restSeconds * 1_000),
      'failure' in ending ? ending.failure : null,
      tx.at,
    ],
  );
}

async function settlePost(tx: Tx, { id, attempts }: DuePost, ending: Ending): Promise<void> {
  const isOver = 'receipt' in ending || ending.forGood || attempts >= mostAttempts;
  const state = 'receipt' in ending ? 'sent' : isOver ? 'failed' : 'planned';
  await tx.named(
    'notices.settle-post',
    `update notices.posts set state = $3, receipt = $4, failure = $5, due_at = $6, changed_at = $7 where county_id = $1 and id = $2`,
    [
      tx.countyId,
      id,
      state,
      'receipt' in ending ? ending.receipt : null,
      'failure' in ending ? ending.failure : null,
      isOver ? tx.at : nextTry(tx.at, attempts),
      tx.at,
    ],
  );
}
