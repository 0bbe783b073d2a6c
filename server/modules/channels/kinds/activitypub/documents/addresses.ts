import { addressOf, hostOf } from '#platform/county-address';
import type { Ctx } from '#platform/transaction';

/** The addresses of an account and of what it says. They are its identity elsewhere, and stay for ever. */
export const addressesOf = (ctx: Ctx, channelId: string) => {
  const base = `${addressOf(ctx)}/api/v1/activitypub`;
  const actor = `${base}/actors/${channelId}`;
  return {
    actor,
    key: `${actor}#main-key`,
    inbox: `${actor}/inbox`,
    outbox: `${actor}/outbox`,
    followers: `${actor}/followers`,
    sharedInbox: `${base}/inbox`,
    object: (id: string): string => `${base}/objects/${id}`,
    activity: (id: string): string => `${base}/activities/${id}`,
  };
};

/** The id of a channel in an address of its account; undefined in any other address. */
export function channelIdIn(ctx: Ctx, address: string): string | undefined {
  const [, id] = /\/actors\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(address) ?? [];
  return id && addressesOf(ctx, id).actor === address ? id : undefined;
}

/** The account as people write it: `@qingxi@news.example`. A port that is not the usual one belongs to it. */
export function handleOf(ctx: Ctx, handle: string): string {
  const { port } = new URL(addressOf(ctx));
  return `@${handle}@${hostOf(ctx)}${port ? `:${port}` : ''}`;
}
