import { randomBytes } from 'node:crypto';
import { isAhead } from '#platform/clock';
import { newId } from '#platform/ids';
import type { Language, Tag } from '#platform/i18n';
import type { Tx } from '#platform/transaction';
import { dueNow, insertMailings } from '../mailing/plan-mailings.ts';
import { subscriberByEmail } from './subscriber-queries.ts';
import type { Pace } from './subscriber-queries.ts';

/** What somebody asks for, or chooses later. */
export interface Choice {
  readonly pace: Pace;
  readonly language: Language;
  /** The further language in which they asked; null: none. */
  readonly tag: Tag | null;
  /** Null: of all. */
  readonly sectionIds: readonly string[] | null;
  readonly placeIds: readonly string[] | null;
}

/** An address gets no second letter of this kind sooner: nobody is pestered with a stranger's form. */
const pauseMilliseconds = 10 * 60_000;

/** Notes that somebody wants a newsletter, and has their address asked whether it was them. The same whether the address was known or not, so that a form tells nobody who reads what. */
export async function askSubscription(
  tx: Tx,
  asked: Choice & { readonly channelId: string; readonly email: string },
): Promise<void> {
  const now = tx.ctx.app.clock.now();
  const known = await subscriberByEmail(tx, asked.channelId, asked.email);
  if (known && !isAhead(known.askedAt, now) && now.getTime() - known.askedAt.getTime() < pauseMilliseconds) return;
  const id = known?.id ?? newId<'subscriber'>();
  const choice = [asked.language, asked.pace, asked.sectionIds, asked.placeIds, asked.tag];
  if (!known) {
    const added = await tx.named(
      'channels.ask-subscription',
      `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, section_ids, place_ids, tag, state, token, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', $10, $11)
         on conflict (county_id, channel_id, email) do nothing returning 1`,
      [tx.countyId, id, asked.channelId, asked.email, ...choice, randomBytes(18).toString('base64url'), now],
    );
    // Another form with the same address came at the same moment.
    if (added.length === 0) return;
  }
  // Of whoever gets it already nothing is changed by a form that anybody can fill in.
  else
    await tx.named(
      'channels.ask-again',
      `update channels.subscribers set asked_at = $3, state = case when state = 'off' then 'asked' else state end, language = case when state = 'active' then language else $4 end, pace = case when state = 'active' then pace else $5 end,
         section_ids = case when state = 'active' then section_ids else $6::uuid[] end, place_ids = case when state = 'active' then place_ids else $7::uuid[] end, tag = case when state = 'active' then tag else $8 end where county_id = $1 and id = $2`,
      [tx.countyId, id, now, ...choice],
    );
  await insertMailings(tx, [
    {
      county_id: tx.countyId,
      id: newId<'mailing'>(),
      channel_id: asked.channelId,
      subscriber_id: id,
      what: 'confirmation',
      story_ids: [],
      state: 'planned',
      due_at: dueNow(tx.ctx),
      made_at: tx.at,
    },
  ]);
}
