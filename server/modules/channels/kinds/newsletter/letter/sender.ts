import { hostOf } from '#platform/county-address';
import type { Ctx } from '#platform/transaction';
import type { NewsletterSettings } from '../settings.ts';

/** Who a letter is from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly domain: string;
}

/** The sender of a newsletter: its own, else that of the program's settings, else an address of the county's own host. */
export function senderOf(ctx: Ctx, settings: NewsletterSettings, name: string): Sender {
  const known = settings.from ?? /([^\s<>]+@[^\s<>]+)/.exec(ctx.app.settings.smtpFrom ?? '')?.[1];
  const address = known ?? `newsletter@${hostOf(ctx)}`;
  return { name, address, domain: address.slice(address.lastIndexOf('@') + 1) };
}
