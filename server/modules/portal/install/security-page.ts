import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';

const validDays = 180;

/** `/.well-known/security.txt` (RFC 9116): to whom a hole in the system is told. */
export const securityPage: Page = {
  path: '/.well-known/security.txt',
  view: '',
  cached: true,
  load: async ({ ctx }) => {
    const address = addressOf(ctx);
    // By the real day, not the county's: this is read by programs of others.
    const expires = new Date(ctx.app.clock.now().getTime() + validDays * 86_400_000);
    expires.setUTCHours(0, 0, 0, 0);
    const lines = [
      `Contact: ${address}/contact`,
      `Contact: tel:${ctx.county.phone.replaceAll(/[^\d+-]/g, '')}`,
      `Expires: ${expires.toISOString()}`,
      `Preferred-Languages: ${ctx.county.languages.map((one) => one.split('-')[0]).join(', ')}`,
      `Canonical: ${address}/.well-known/security.txt`,
    ];
    return { raw: new Raw('text/plain; charset=utf-8', `${lines.join('\n')}\n`), keys: ['county'] };
  },
};
