import { z } from 'zod';
import { codeOf, inWords, placeById } from '#places';
import { kioskToStart, startKiosk } from '#stations';
import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import { formAgain, freshForm, tryAct } from '#platform/page-form';
import type { FormState } from '#platform/page-contract';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { orderByCode, orderIdByCode } from '../../order/order-queries.ts';
import { inGroups, codeForm } from '../../order/order-code.ts';
import { orderByForm } from '../../order/order-by-form.ts';
import type {
  KioskHomePageProps,
  KioskLookUpPageProps,
  KioskOrderPageProps,
  KioskServicesPageProps,
  KioskSlipPageProps,
  KioskStartPageProps,
  KioskStatusPageProps,
} from '../../page-contract.ts';
import { isOpen, servicesInOrder } from '../../service/service-queries.ts';
import { termNames } from '../../service/terms.ts';
import { formProblems, missingOf, orderFieldOf, orderFields, orderFormProps, orderIn } from '../order-form-page.ts';
import { slipProps } from '../order-pages.ts';
import { statusProps } from '../order-status.ts';
import { teaserOf } from '../teasers.ts';
import { atKiosk, emergenciesOf, kioskCookie, kioskFrame } from './at-kiosk.ts';
import type { AtKiosk } from './at-kiosk.ts';
import { forgetOrderHere, orderHere, rememberOrder } from './order-here.ts';

// A station may have several screens behind one address.
const perMinute = 120;

/** `/kiosk/start/:link`: makes the browser that opened it the station's kiosk, by one touch. */
export const kioskStartPage: Page = {
  path: '/kiosk/start/:link',
  view: 'volunteering/kiosk-start',
  cached: false,
  perMinute: 20,
  load: (call) =>
    call.ctx.transaction(async (tx) => {
      const station = await kioskToStart(tx, call.params['link'] ?? '');
      return { props: startProps(call, station ? inWords(station.name, call.ctx.language) : null) };
    }),
  submit: (call) =>
    call.ctx.transaction(async (tx) => {
      const secret = await startKiosk(tx, call.actor, call.params['link'] ?? '');
      if (secret === undefined) return { props: startProps(call, null), status: 409 };
      return { redirect: '/kiosk', headers: { 'set-cookie': kioskCookie(secret) } };
    }),
};

const startProps = (call: PageCall, stationName: string | null): KioskStartPageProps => ({
  stationName,
  why: stationName === null ? 'used' : null,
  emergencies: emergenciesOf(call),
  form: freshForm(),
});

/** `/kiosk`: emergency numbers, the station, and two things to do. Whoever comes here is done, or new: the order looked at is forgotten. */
export const kioskHomePage: Page = {
  path: '/kiosk',
  view: 'volunteering/kiosk',
  cached: false,
  perMinute,
  load: (call) =>
    atKiosk(call, async (tx, at) => {
      if (await orderHere(tx, call, at.kiosk.id))
        return { redirect: '/kiosk', headers: { 'set-cookie': forgetOrderHere } };
      return { props: { kiosk: kioskFrame(tx, call, at) } satisfies KioskHomePageProps };
    }),
};

/** `/kiosk/services`: what can be ordered now. */
export const kioskServicesPage: Page = {
  path: '/kiosk/services',
  view: 'volunteering/kiosk-services',
  cached: false,
  perMinute,
  load: (call) =>
    atKiosk(call, async (tx, at) => {
      const names = await termNames(tx, 'group');
      const open = (await servicesInOrder(tx)).filter((service) => isOpen(tx, service));
      const props: KioskServicesPageProps = {
        kiosk: kioskFrame(tx, call, at),
        groups: [...Map.groupBy(open, (service) => service.group)].map(([key, services]) => ({
          key,
          name: inWords(names.get(key) ?? { 'zh-CN': key }, call.ctx.language),
          services: services.map((service) => teaserOf(service, call.ctx.language)),
        })),
      };
      return { props };
    }),
};

/** `/kiosk/services/:slug`: the order form, with nothing that a browser could remember. */
export const kioskOrderPage: Page = {
  path: '/kiosk/services/:slug',
  view: 'volunteering/kiosk-order',
  cached: false,
  perMinute,
  load: (call) => atKiosk(call, async (tx, at) => ({ props: await orderProps(tx, call, at, firstForm(tx, at)) })),
  submit: (call) => atKiosk(call, (_, at) => order(call, at)),
};

// At the screen of a village it is that village, until somebody says otherwise.
function firstForm(tx: Tx, { station }: AtKiosk): FormState {
  const place = placeById(tx, station.placeId);
  return freshForm({
    forWhom: 'self',
    wishedPart: 'any',
    repeat: 'no',
    notify: 'none',
    ...(place && place.depth > 1 ? { place: codeOf(place) } : {}),
  });
}

async function orderProps(tx: Tx, call: PageCall, at: AtKiosk, form: FormState): Promise<KioskOrderPageProps> {
  return {
    kiosk: kioskFrame(tx, call, at),
    order: await orderFormProps(tx, call, call.params['slug'], true, form),
  };
}

async function order(call: FormCall, at: AtKiosk): Promise<PageAnswer> {
  const { key: _, ...typed } = call.form;
  const again = (form: FormState, status: number): Promise<PageAnswer> =>
    call.ctx.transaction(async (tx) => ({ props: await orderProps(tx, call, at, form), status }));
  const parsed = orderFields.safeParse({ ...typed, service: call.params['slug'] ?? '' });
  if (!parsed.success) return again(formAgain(call, call.key, typed, formProblems(parsed.error)), 422);
  const missing = missingOf(parsed.data);
  if (missing.length > 0) return again(formAgain(call, call.key, typed, missing), 422);
  const tried = await tryAct(call, call.key, typed, orderFieldOf(parsed.data), () =>
    orderByForm(call.ctx, call.actor, {
      ...orderIn(parsed.data),
      net: `kiosk ${at.kiosk.id}`,
      kioskId: at.kiosk.id,
    }),
  );
  if (!('done' in tried)) return again(tried.form, tried.status);
  const code = codeForm(tried.done.code) ?? '';
  return call.ctx.transaction(async (tx) => ({
    redirect: '/kiosk/slip',
    headers: { 'set-cookie': await rememberOrder(tx, at.kiosk.id, { code, isNew: true }) },
  }));
}

/** `/kiosk/slip`: what was ordered, with the words to say at the door, for five minutes. */
export const kioskSlipPage: Page = {
  path: '/kiosk/slip',
  view: 'volunteering/kiosk-slip',
  cached: false,
  perMinute,
  load: (call) =>
    atKiosk(call, async (tx, at) => {
      const here = await orderHere(tx, call, at.kiosk.id);
      if (!here?.isNew) return { redirect: '/kiosk' };
      const { order: placed, code } = await orderByCode(tx, here.code);
      const props: KioskSlipPageProps = {
        kiosk: kioskFrame(tx, call, at),
        slip: await slipProps(tx, placed, code, call),
      };
      return { props };
    }),
};

/** `/kiosk/order`: asks for the code of an order. */
export const kioskLookUpPage: Page = {
  path: '/kiosk/order',
  view: 'volunteering/kiosk-look-up',
  cached: false,
  perMinute: 40,
  load: (call) => atKiosk(call, (tx, at) => Promise.resolve({ props: lookUpProps(tx, call, at, freshForm()) })),
  submit: (call) => atKiosk(call, (tx, at) => lookUp(tx, call, at)),
};

const lookUpProps = (tx: Tx, call: PageCall, at: AtKiosk, form: FormState): KioskLookUpPageProps => ({
  kiosk: kioskFrame(tx, call, at),
  form,
});

const lookUpFields = z.strictObject({ code: z.string().trim().min(1).max(40) });

async function lookUp(tx: Tx, call: FormCall, at: AtKiosk): Promise<PageAnswer> {
  const { key: _, ...typed } = call.form;
  const parsed = lookUpFields.safeParse(typed);
  const problems = parsed.success
    ? (await orderIdByCode(tx, parsed.data.code)) === undefined
      ? [{ path: '/code', code: 'unknown' }]
      : []
    : fieldProblems(parsed.error, '').map(({ path }) => ({ path, code: 'required' }));
  if (problems.length > 0 || !parsed.success)
    return { props: lookUpProps(tx, call, at, formAgain(call, call.key, typed, problems)), status: 422 };
  const code = found(codeForm(parsed.data.code));
  return {
    redirect: '/kiosk/status',
    headers: { 'set-cookie': await rememberOrder(tx, at.kiosk.id, { code, isNew: false }) },
  };
}

/** `/kiosk/status`: how the order goes; state only. */
export const kioskStatusPage: Page = {
  path: '/kiosk/status',
  view: 'volunteering/kiosk-status',
  cached: false,
  perMinute,
  load: (call) =>
    atKiosk(call, async (tx, at) => {
      const here = await orderHere(tx, call, at.kiosk.id);
      if (!here) return { redirect: '/kiosk/order' };
      const { order: asked, code } = await orderByCode(tx, here.code);
      const props: KioskStatusPageProps = {
        kiosk: kioskFrame(tx, call, at),
        // The code that shows an arrival is for the home, not for a room where others stand.
        status: { ...(await statusProps(tx, asked, inGroups(code), null, call.ctx.language)), visitCode: null },
      };
      return { props };
    }),
};
