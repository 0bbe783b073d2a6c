import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import type { Ctx } from '#platform/transaction';
import { addressesOf } from './addresses.ts';

/** A document as it goes over the wire: JSON-LD in the words of ActivityStreams 2.0. */
export type Document = Readonly<Record<string, unknown>>;

export const everybody = 'https://www.w3.org/ns/activitystreams#Public';
export const activityStreams = 'https://www.w3.org/ns/activitystreams';
/** What every document and every call that carries one is. */
export const mediaType = 'application/activity+json';

/** What an account is, for other servers (ActivityPub §4). */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly summary: string;
  readonly madeAt: Date;
  readonly publicKey: string;
}

export function actorDocument(ctx: Ctx, account: Account): Document {
  const at = addressesOf(ctx, account.id);
  const [language = 'zh-CN'] = ctx.county.languages;
  return {
    '@context': [
      activityStreams,
      'https://w3id.org/security/v1',
      { toot: 'http://joinmastodon.org/ns#', discoverable: 'toot:discoverable', indexable: 'toot:indexable' },
    ],
    id: at.actor,
    type: 'Organization',
    preferredUsername: account.handle,
    name: account.name,
    summary: paragraphs(account.summary || inWords(ctx.county.publisher, language)),
    url: addressOf(ctx),
    inbox: at.inbox,
    outbox: at.outbox,
    followers: at.followers,
    endpoints: { sharedInbox: at.sharedInbox },
    publicKey: { id: at.key, owner: at.actor, publicKeyPem: account.publicKey },
    manuallyApprovesFollowers: false,
    discoverable: true,
    indexable: true,
    published: account.madeAt.toISOString(),
  };
}

const paragraphs = (text: string): string => (text === '' ? '' : `<p>${escapeHtml(text)}</p>`);

/** Words as words, whatever signs they hold. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What stands in the place of what was taken down (ActivityPub §6.4). */
export const tombstone = (id: string, at: Date): Document => ({
  '@context': activityStreams,
  id,
  type: 'Tombstone',
  formerType: 'Article',
  deleted: at.toISOString(),
});

/** What an account did, with what it did it to as that is now. */
export function activityDocument(
  ctx: Ctx,
  activity: {
    readonly id: string;
    readonly channelId: string;
    readonly act: 'Create' | 'Update' | 'Delete';
    readonly at: Date;
  },
  object: Document,
): Document {
  const at = addressesOf(ctx, activity.channelId);
  const { '@context': context, ...inside } = object;
  return {
    '@context': context,
    id: at.activity(activity.id),
    type: activity.act,
    actor: at.actor,
    published: activity.at.toISOString(),
    to: [everybody],
    cc: [at.followers],
    object: inside,
  };
}
