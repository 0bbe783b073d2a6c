import { hostCookie, readCookies } from '#platform/http/cookies';
import type { PageCall } from '#platform/page';
import type { Tx } from '#platform/transaction';

const seal = 'volunteering.kiosk-order';
const minutes = 5;

/** Which order somebody at the kiosk looks at now, and whether they have just placed it: then the slip may be shown. */
interface LookedAt {
  readonly code: string;
  readonly isNew: boolean;
}

/** The Set-Cookie line that remembers the order for five minutes, sealed: so its code stands in no address, hence in no history of the browser. */
export async function rememberOrder(tx: Tx, kioskId: string, looked: LookedAt): Promise<string> {
  const until = tx.ctx.app.clock.now().getTime() + minutes * 60_000;
  const sealed = await tx.ctx.app.keys.seal(seal, Buffer.from(JSON.stringify({ ...looked, kioskId, until })));
  return hostCookie('kiosk-order', sealed.toString('base64url'), minutes * 60);
}

/** Forgets it. */
export const forgetOrderHere: string = hostCookie('kiosk-order', '', 0);

/** The order remembered at this kiosk; undefined after its time, at another screen, or where somebody has written the cookie themselves. */
export async function orderHere(tx: Tx, call: PageCall, kioskId: string): Promise<LookedAt | undefined> {
  const kept = readCookies(call.request.headers.cookie).get('__Host-kiosk-order') ?? '';
  if (kept === '' || kept.length > 1_000) return undefined;
  const opened = await tx.ctx.app.keys.unseal(seal, Buffer.from(kept, 'base64url')).catch(() => undefined);
  if (!opened) return undefined;
  const { code, isNew, kioskId: at, until } = JSON.parse(opened.toString()) as LookedAt & Record<string, unknown>;
  const isNow = typeof until === 'number' && until > tx.ctx.app.clock.now().getTime();
  return isNow && at === kioskId ? { code, isNew } : undefined;
}
