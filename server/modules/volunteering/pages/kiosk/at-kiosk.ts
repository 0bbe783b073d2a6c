import { emergencyNumbers } from '#places';
import { contactOf, kioskBySecret } from '#stations';
import type { Kiosk, Station } from '#stations';
import { hostCookie, readCookies } from '#platform/http/cookies';
import type { PageAnswer, PageCall } from '#platform/page';
import type { Tx } from '#platform/transaction';
import type { KioskFrame, KioskStartPageProps } from '../../page-contract.ts';

/** The station's screen at which somebody stands. */
export interface AtKiosk {
  readonly kiosk: Kiosk;
  readonly station: Station;
}

/** Nobody touched it for so long: what was typed is forgotten, after a warning of `warnSeconds` (WCAG 2.2.1 asks for 20 at least). */
export const idleSeconds = 120;
const warnSeconds = 30;
/** The longest time browsers keep a cookie. */
const yearSeconds = 400 * 86_400;

/** A page of the kiosk: in large type always, and at a registered screen alone; any other is told so. */
export async function atKiosk(
  call: PageCall,
  answer: (tx: Tx, at: AtKiosk) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  if (call.edition !== 'large') return { redirect: `/large${call.path}` };
  return call.ctx.transaction(async (tx) => {
    const at = await kioskBySecret(tx, readCookies(call.request.headers.cookie).get('__Host-kiosk') ?? '');
    return at ? answer(tx, at) : notHere(call);
  });
}

function notHere(call: PageCall): PageAnswer {
  const props: KioskStartPageProps = {
    stationName: null,
    why: 'unknown',
    emergencies: emergenciesOf(call),
    form: { key: '', values: {}, problems: [], refusal: null },
  };
  return { view: 'volunteering/kiosk-start', status: 403, props };
}

/** The numbers that come first, in the page's language. */
export const emergenciesOf = ({ ctx }: PageCall): KioskFrame['emergencies'] =>
  emergencyNumbers(ctx.county, ctx.language);

/** What stands around every page of the kiosk. */
export const kioskFrame = (tx: Tx, call: PageCall, { station }: AtKiosk): KioskFrame => ({
  emergencies: emergenciesOf(call),
  station: contactOf(tx, station, call.ctx.language),
  idleSeconds,
  warnSeconds,
});

/** Makes this browser the kiosk. */
export const kioskCookie = (secret: string): string => hostCookie('kiosk', secret, yearSeconds);
