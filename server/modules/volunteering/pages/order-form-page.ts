import { z } from 'zod';
import { codeOf, emergencyNumbers, inWords, isLiving, placesOf, today } from '#places';
import type { Place } from '#places';
import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import { formAgain, freshForm, tryAct } from '#platform/page-form';
import type { FormState } from '#platform/page-contract';
import { found } from '#platform/refuse';
import type { FieldProblem } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { dayAfter, onTheWall } from '../county-day.ts';
import { consentSaid } from '../order/consent.ts';
import { orderByForm } from '../order/order-by-form.ts';
import type { FormOrder } from '../order/order-by-form.ts';
import { daysAhead } from '../order/time.ts';
import type { OrderFormPageProps } from '../page-contract.ts';
import { repeatsPerPhone } from '../series/begin-by-form.ts';
import { longestByForm } from '../series/repeat-order.ts';
import { isOpen, serviceBySlug, servicesInOrder } from '../service/service-queries.ts';
import { termNames } from '../service/terms.ts';
import { inService } from './teasers.ts';
import { orderedFor } from '../contract.ts';
import { contactFieldOf, contactFields, contactProblems, contactsIn } from './contact-fields.ts';
import { needFields, needsOf, noticeFields, noticesOf, wishesOf, wishFieldOf, wishFields } from './order-fields.ts';
import { repeatFields, repeatProblems, repeatRuleOf } from './repeat-fields.ts';

/** What the form holds. */
export const orderFields = z.strictObject({
  service: z.string().min(1).max(90),
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(3).max(30),
  forWhom: orderedFor.default('self'),
  servedName: z.string().trim().max(60).default(''),
  servedAgrees: z.literal('yes').optional(),
  place: z.string().min(1).max(40),
  address: z.string().trim().max(200).default(''),
  ...wishFields,
  ...repeatFields,
  people: z.union([z.literal(''), z.coerce.number().int().min(1).max(500)]).default(''),
  ...needFields,
  note: z.string().trim().max(1_000).default(''),
  ...noticeFields,
  ...contactFields,
  consent: z.literal('yes'),
  website: z.string().max(2_000).default(''),
});

/** Path in a refusal → name of the form's field. */
const fieldOf = {
  '/place': 'place',
  '/service': 'service',
  '/contacts/0/phone': 'phone',
  ...wishFieldOf,
  '/peopleServed': 'people',
  '/rule': 'repeat',
};

/** The same, with the further contacts as they were typed. */
export const orderFieldOf = (data: z.output<typeof orderFields>): Record<string, string> => ({
  ...fieldOf,
  ...contactFieldOf(data),
});

/** `/orders/new`: the form with every service to choose from. */
export const orderFormPage: Page = {
  path: '/orders/new',
  view: 'volunteering/order-form',
  cached: false,
  perMinute: 30,
  query: ['service', 'place'],
  load: (call) => show(call, call.query['service']),
  submit,
};

/** `/services/:slug/order`: the form with the service chosen. */
export const serviceOrderPage: Page = {
  path: '/services/:slug/order',
  view: 'volunteering/order-form',
  cached: false,
  perMinute: 30,
  query: ['place'],
  load: (call) => show(call, call.params['slug'], true),
  submit,
};

function show(call: PageCall, slug: string | undefined, must = false): Promise<PageAnswer> {
  const place = call.query['place'];
  return call.ctx.transaction(async (tx) => ({
    props: await orderFormProps(
      tx,
      call,
      slug,
      must,
      freshForm({ forWhom: 'self', wishedPart: 'any', repeat: 'no', notify: 'none', ...(place ? { place } : {}) }),
    ),
  }));
}

async function submit(call: FormCall): Promise<PageAnswer> {
  const { key: _, ...typed } = call.form;
  const parsed = orderFields.safeParse(typed);
  const again = (form: FormState, status: number): Promise<PageAnswer> =>
    call.ctx.transaction(async (tx) => ({
      props: await orderFormProps(tx, call, call.params['slug'], call.params['slug'] !== undefined, form),
      status,
    }));
  if (!parsed.success) return again(formAgain(call, call.key, typed, formProblems(parsed.error)), 422);
  const { data } = parsed;
  const missing = missingOf(data);
  if (missing.length > 0) return again(formAgain(call, call.key, typed, missing), 422);
  const tried = await tryAct(call, call.key, typed, orderFieldOf(data), () =>
    orderByForm(call.ctx, call.actor, { ...orderIn(data), net: call.request.ip }),
  );
  return 'done' in tried ? { redirect: tried.done.slipHref } : again(tried.form, tried.status);
}

/** What the other answers make necessary. */
export function missingOf(data: z.output<typeof orderFields>): FieldProblem[] {
  const isForOther = data.forWhom !== 'self';
  return [
    ...(isForOther && data.servedName === '' ? [{ path: '/servedName', code: 'required' }] : []),
    ...(isForOther && !data.servedAgrees ? [{ path: '/servedAgrees', code: 'served_agrees' }] : []),
    ...repeatProblems(data),
    ...(data.notify === 'email' && data.email === '' ? [{ path: '/email', code: 'required' }] : []),
    ...contactProblems(data),
  ];
}

/** The order that was typed, without what is counted. */
export const orderIn = (data: z.output<typeof orderFields>): Omit<FormOrder, 'net'> => ({
  slug: data.service,
  placeCode: data.place,
  name: data.name,
  phone: data.phone,
  orderedFor: data.forWhom,
  servedName: data.forWhom === 'self' ? undefined : data.servedName,
  address: data.address,
  note: data.note,
  wishes: wishesOf(data),
  peopleServed: data.people || 1,
  needs: needsOf(data),
  notices: noticesOf(data),
  others: contactsIn(data),
  repeatRule: repeatRuleOf(data),
  trap: data.website,
});

/** What was wrong, in words that say what to do: a tick that is missing is not "a wrong value", and an empty field is missing. */
export function formProblems(error: z.ZodError): ReturnType<typeof fieldProblems> {
  return fieldProblems(error, '').map((problem) => {
    if (problem.path === '/consent') return { path: '/consent', code: 'consent' };
    return problem.code === 'too_small' ? { path: problem.path, code: 'required' } : problem;
  });
}

/** What the form shows. */
export async function orderFormProps(
  tx: Tx,
  call: PageCall,
  slug: string | undefined,
  must: boolean,
  form: FormState,
): Promise<OrderFormPageProps> {
  const { language, tag, county, app } = call.ctx;
  const chosen = slug === undefined ? undefined : await serviceBySlug(tx, slug);
  if (must) found(chosen?.active ? chosen : undefined);
  const groups = await termNames(tx, 'group');
  const services = chosen ? [] : (await servicesInOrder(tx)).filter((service) => isOpen(tx, service));
  const today = onTheWall(tx.at, county.timeZone).day;
  const other = app.wording.say(tag, 'order.group-other');
  return {
    service: chosen
      ? {
          slug: chosen.slug,
          name: inService(chosen.facts.name, language),
          summary: inService(chosen.facts.summary, language),
          prepare: inService(chosen.facts.prepare, language),
          where: chosen.facts.where,
          groupUpTo: chosen.facts.groupUpTo ?? 1,
        }
      : null,
    services: services.map((service) => ({
      slug: service.slug,
      name: inService(service.facts.name, language),
      groupName: groups.has(service.group) ? inWords(groups.get(service.group) ?? {}, language) : other,
    })),
    places: townsOf(tx, language),
    emergencies: emergencyNumbers(county, language),
    ...consentSaid(call.ctx),
    earliestOn: today,
    latestOn: dayAfter(today, daysAhead),
    repeatLatestOn: dayAfter(today, daysAhead + longestByForm),
    mostRepeats: repeatsPerPhone(tx),
    form,
  };
}

/** Towns in order, each with its villages. */
export function townsOf(tx: Tx, language: 'zh-CN' | 'en'): OrderFormPageProps['places'] {
  const tree = placesOf(tx);
  const ref = (place: Place): { code: string; name: string } => ({
    code: codeOf(place),
    name: inWords(place.name, language),
  });
  const living = (id: string): Place[] => tree.children(id).filter((place) => isLiving(place, today(tx)));
  return tree.root ? living(tree.root.id).map((town) => ({ town: ref(town), villages: living(town.id).map(ref) })) : [];
}
