import { sha256 } from '#platform/canonical';
import type { Language } from '#platform/i18n';
import type { Tx } from '#platform/transaction';

/** Whoever asked for a newsletter. */
export interface Subscriber {
  readonly id: string;
  readonly channelId: string;
  readonly email: string;
  readonly language: Language;
  readonly pace: Pace;
  readonly sectionIds: readonly string[] | null;
  readonly placeIds: readonly string[] | null;
  readonly state: 'asked' | 'active' | 'off';
  readonly token: string;
  readonly askedAt: Date;
}
/** How often letters come. */
export type Pace = 'instant' | 'daily' | 'weekly';

const columns =
  'id, channel_id as "channelId", email, language, pace, section_ids as "sectionIds", place_ids as "placeIds", state, token, asked_at as "askedAt"';

/** Who holds this token, locked, or undefined. */
export async function subscriberByToken(tx: Tx, token: string): Promise<Subscriber | undefined> {
  const [row] = await tx.named<Subscriber>(
    'channels.subscriber-by-token',
    `select ${columns} from channels.subscribers where county_id = $1 and token = $2 for update`,
    [tx.countyId, token],
  );
  return row;
}

/** Who was sent this code while it holds, locked, or undefined. */
export async function subscriberByCode(tx: Tx, code: string): Promise<Subscriber | undefined> {
  const [row] = await tx.named<Subscriber>(
    'channels.subscriber-by-code',
    `select ${columns} from channels.subscribers where county_id = $1 and code_hash = $2 and code_until > $3 for update`,
    [tx.countyId, sha256(code), tx.ctx.app.clock.now()],
  );
  return row;
}

/** The subscription of an address to one newsletter, locked, or undefined. */
export async function subscriberByEmail(tx: Tx, channelId: string, email: string): Promise<Subscriber | undefined> {
  const [row] = await tx.named<Subscriber>(
    'channels.subscriber-by-email',
    `select ${columns} from channels.subscribers where county_id = $1 and channel_id = $2 and email = $3 for update`,
    [tx.countyId, channelId, email],
  );
  return row;
}

/** Forgets a subscriber with all letters to them. */
export async function forgetSubscriber(tx: Tx, id: string): Promise<void> {
  await tx.named(
    'channels.forget-mailings',
    'delete from channels.mailings where county_id = $1 and subscriber_id = $2',
    [tx.countyId, id],
  );
  await tx.named('channels.forget-subscriber', 'delete from channels.subscribers where county_id = $1 and id = $2', [
    tx.countyId,
    id,
  ]);
}
