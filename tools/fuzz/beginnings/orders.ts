import { addAccount, addGrant } from '../../../server/modules/access/index.ts';
import { openTestSession } from '../../../server/modules/access/testing.ts';
import { addPerson } from '../../../server/modules/people/index.ts';
import { addVolunteer } from '../../../server/modules/volunteering/index.ts';
import { addTestApplication } from '../../../server/modules/volunteering/testing.ts';
import { systemActor } from '../../../server/platform/actor.ts';
import { done, first, nextNumber, said } from './beginning.ts';
import type { Beginning, Begun, Ground } from './beginning.ts';

interface Volunteer {
  readonly id: string;
  readonly cookie: string;
}

/** A volunteer whom nothing keeps busy. */
export async function volunteerOf({ county, things }: Ground): Promise<Volunteer> {
  const number = nextNumber();
  const placeId = things['place'] ?? '';
  return county.inCounty(async (ctx) => {
    const id = await ctx.transaction(async (tx) => {
      const person = await addPerson(tx, {
        name: `志愿者${number}`,
        phone: `1380000${String(number).padStart(4, '0')}`,
        placeId,
      });
      await addAccount(tx, { personId: person.id, login: `fuzz-volunteer-${number}` });
      await addGrant(tx, systemActor('test-fuzz'), { personId: person.id, role: 'volunteer', placeId });
      await addVolunteer(tx, {
        personId: person.id,
        homePlaceId: placeId,
        skills: ['water-and-lights'],
        trained: true,
      });
      return person.id;
    });
    return { id, cookie: await openTestSession(ctx, `fuzz-volunteer-${number}`) };
  });
}

async function submitted(
  { county, things }: Ground,
  phone = `1381111${String(nextNumber()).padStart(4, '0')}`,
): Promise<string> {
  const order = county.as('coordinator').post('/orders', {
    serviceId: things['service'],
    placeId: things['place'],
    channel: 'phone',
    contacts: [{ name: '王秀英', phone }],
    address: '柳河村东头',
    note: '水龙头滴水',
    consentRead: true,
    again: true,
  });
  return said(await done(order), 'orderId');
}

const weekly = { rule: 'FREQ=WEEKLY;COUNT=3' };

/** An order that comes again from a day of its own. */
async function repeated(ground: Ground): Promise<{ series: string; on: string }> {
  const desk = ground.county.as('coordinator');
  const id = await submitted(ground);
  const on = new Date(ground.county.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  await done(desk.post(`/orders/${id}/wishes`, { wishes: [{ on, part: 'any' }] }));
  return { series: said(await done(desk.post(`/orders/${id}/repetitions`, weekly)), 'seriesId'), on };
}

async function accepted(ground: Ground): Promise<string> {
  const id = await submitted(ground);
  await done(ground.county.as('coordinator').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  return id;
}

const expiresOn = '2035-12-31';

async function aLicence({ county }: Ground): Promise<string> {
  const key = `fuzz-licence-${nextNumber()}`;
  const name = { 'zh-CN': key, en: key };
  await done(county.as('coordinator').put('/service-terms', { kind: 'licence', key, name, position: 9 }));
  return key;
}

const startOf = ({ county }: Ground): string => new Date(county.clock.now().getTime() + 3_600_000).toISOString();

const dispatchTo = (ground: Ground, personId: string) => ({
  candidates: [{ kind: 'volunteer', id: personId }],
  startsAt: startOf(ground),
});

async function offered(ground: Ground): Promise<{ id: string; offer: string; who: Volunteer }> {
  const who = await volunteerOf(ground);
  const id = await accepted(ground);
  const desk = ground.county.as('coordinator');
  await done(desk.post(`/orders/${id}/dispatches`, dispatchTo(ground, who.id)));
  return { id, offer: String(first(await desk.get(`/orders/${id}`), 'offers')['id']), who };
}

/** Offered to a team of two, which one of them leads. */
async function offeredToTeam(ground: Ground): Promise<{ offer: string; leader: Volunteer; mateId: string }> {
  const [leader, mate] = [await volunteerOf(ground), await volunteerOf(ground)];
  const { county, things } = ground;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addGrant(tx, systemActor('test-fuzz'), {
        personId: leader.id,
        role: 'team-leader',
        placeId: things['place'] ?? '',
      }),
    ),
  );
  const desk = county.as('coordinator');
  const name = { 'zh-CN': `修理队${nextNumber()}` };
  const memberIds = [leader.id, mate.id];
  const team = await done(desk.post('/teams', { name, placeId: things['place'], leaderId: leader.id, memberIds }));
  const id = await accepted(ground);
  const { startsAt } = dispatchTo(ground, leader.id);
  await done(desk.post(`/orders/${id}/dispatches`, { candidates: [{ kind: 'team', id: said(team, 'id') }], startsAt }));
  return { offer: String(first(await desk.get(`/orders/${id}`), 'offers')['id']), leader, mateId: mate.id };
}
async function taken(ground: Ground): Promise<{ id: string; visit: string; who: Volunteer }> {
  const { id, offer, who } = await offered(ground);
  const { county } = ground;
  const options = { cookie: who.cookie };
  await done(county.request('POST', `/api/v1/offers/${offer}/answers`, { answer: 'accept' }, options));
  return { id, visit: String(first(await county.as('coordinator').get(`/orders/${id}`), 'visits')['id']), who };
}

/** Taken by one of a team of two. */
async function takenInTeam(ground: Ground): Promise<{ visit: string; who: Volunteer; mateId: string }> {
  const { visit, who } = await taken(ground);
  const mate = await volunteerOf(ground);
  const team = { name: { 'zh-CN': '队', en: 'Team' }, placeId: ground.things['place'], memberIds: [who.id, mate.id] };
  await done(ground.county.as('coordinator').post('/teams', team));
  return { visit, who, mateId: mate.id };
}

async function visited(ground: Ground): Promise<string> {
  const { id, visit } = await taken(ground);
  await done(ground.county.as('coordinator').post(`/visits/${visit}/completions`, { minutesServed: 30 }));
  return id;
}

async function recorded(ground: Ground): Promise<{ entry: string; who: Volunteer }> {
  const { id, visit, who } = await taken(ground);
  const desk = ground.county.as('coordinator');
  await done(desk.post(`/visits/${visit}/completions`, { minutesServed: 30 }));
  await done(desk.post(`/orders/${id}/confirmations`, {}));
  return { entry: String(first(await desk.get(`/hours?personId=${who.id}`), 'items')['id']), who };
}

/** Confirmed with another time than those who went wrote down. */
async function differing(ground: Ground): Promise<{ id: string; who: Volunteer }> {
  const { id, visit, who } = await taken(ground);
  const desk = ground.county.as('coordinator');
  await done(desk.post(`/visits/${visit}/completions`, { minutesServed: 30 }));
  await done(ground.county.as('station-keeper').post(`/orders/${id}/confirmations`, { minutes: 20 }));
  return { id: String(first(await desk.get(`/hour-differences?orderId=${id}`), 'items')['id']), who };
}

async function disputed(ground: Ground): Promise<string> {
  const id = await visited(ground);
  await done(ground.county.as('coordinator').post(`/orders/${id}/disputes`, { reason: '没修好' }));
  return id;
}

/** Refused by the coordinator. */
async function turnedDown(ground: Ground): Promise<string> {
  const id = await submitted(ground);
  const verdict = { verdict: 'refuse', reason: '没有人会' };
  await done(ground.county.as('coordinator').post(`/orders/${id}/triages`, verdict));
  return id;
}

/** A report of a visit; answers its id. */
async function told(ground: Ground): Promise<string> {
  const { visit, who } = await taken(ground);
  const path = `/api/v1/visits/${visit}/incidents`;
  await done(ground.county.request('POST', path, { kind: 'other', said: '门口有狗' }, { cookie: who.cookie }));
  return String(first(await ground.county.as('safeguarding').get('/incidents?sort=newest'), 'items')['id']);
}

/** All visits of today and around, for the coordinator of the town alone. */
const drawOf = async (
  ground: Ground,
  caller: 'town-coordinator' | 'coordinator' = 'town-coordinator',
): Promise<unknown> => {
  const now = ground.county.clock.now().getTime();
  const day = (days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  const callerIds = [await ground.county.personId(caller)];
  return { from: day(-2), until: day(2), size: 100, seed: 'fuzz', callerIds };
};

const onOrder =
  (begin: (ground: Ground) => Promise<string>, act: string, body: unknown): Beginning =>
  async (ground): Promise<Begun> => ({
    as: 'coordinator',
    path: `/orders/${await begin(ground)}/${act}`,
    body,
  });

const onVisit =
  (act: string, body: unknown): Beginning =>
  async (ground): Promise<Begun> => {
    const { visit, who } = await taken(ground);
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/${act}`, body };
  };

// A plan of the county with an order for each, solved as the worker would.
async function solvedPlan(ground: Ground): Promise<{ id: string; version: number; orderId: string }> {
  const desk = ground.county.as('coordinator');
  const orderId = await accepted(ground);
  await volunteerOf(ground);
  const id = said(await done(desk.post('/dispatch-plans', { placeId: ground.things['place'] })), 'id');
  await ground.county.tick('volunteering.plans');
  const plan = (await desk.get(`/dispatch-plans/${id}`)).body;
  return { id, version: Number(plan['version']), orderId };
}

/** The days around now, so that they hold whatever was just recorded. */
function spanOf({ county }: Ground): { from: string; until: string } {
  const dayAt = (days: number): string =>
    new Date(county.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return { from: dayAt(-30), until: dayAt(2) };
}

/** A volunteer with an entry, the unit that recorded it, and the request for a certificate of it. */
async function askedForCertificate(ground: Ground): Promise<{ request: string; who: Volunteer }> {
  const { who } = await recorded(ground);
  const unit = first(await ground.county.as('coordinator').get('/hours'), 'items')['unit'] as { id: string | null };
  const body = { unitId: unit.id, ...spanOf(ground) };
  const options = { cookie: who.cookie };
  const asked = ground.county.request('POST', '/api/v1/certificate-requests', body, options);
  return { request: said(await done(asked), 'id'), who };
}

async function issuedCertificate(ground: Ground): Promise<string> {
  const { request } = await askedForCertificate(ground);
  const issued = ground.county.as('coordinator').post(`/certificate-requests/${request}/certificates`, {});
  return said(await done(issued), 'id');
}

/** Of orders, offers, visits and hours: each on an order and with a volunteer of its own. */
export const orderBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/orders/{id}/triages': onOrder(submitted, 'triages', { verdict: 'accept' }),
  'POST /api/v1/orders/batches': async (ground) => ({
    as: 'coordinator',
    path: '/orders/batches',
    body: { acts: [{ do: 'accept', id: await submitted(ground) }] },
  }),
  'PUT /api/v1/orders/{id}/checks': onOrder(submitted, 'checks', { risk: 'raised', riskReason: '院里有狗' }),
  'POST /api/v1/orders/{id}/past-visits': async (ground) => {
    const id = await accepted(ground);
    const { id: personId } = await volunteerOf(ground);
    const now = ground.county.clock.now().getTime();
    // The county's own hour: nobody was there before it was ordered.
    const [from, until] = [now, now + 60_000].map((at) => new Date(at).toISOString());
    return { as: 'coordinator', path: `/orders/${id}/past-visits`, body: { personIds: [personId], from, until } };
  },
  'POST /api/v1/orders/{id}/repetitions': async (ground) => {
    const id = await submitted(ground);
    const on = new Date(ground.county.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
    await done(ground.county.as('coordinator').post(`/orders/${id}/wishes`, { wishes: [{ on, part: 'any' }] }));
    return { as: 'coordinator', path: `/orders/${id}/repetitions`, body: weekly };
  },
  'GET /api/v1/order-series/{id}': async (ground) => ({
    as: 'coordinator',
    path: `/order-series/${(await repeated(ground)).series}`,
  }),
  'POST /api/v1/order-series/{id}/left-out-dates': async (ground) => {
    const { series, on } = await repeated(ground);
    return { as: 'coordinator', path: `/order-series/${series}/left-out-dates`, body: { on } };
  },
  'POST /api/v1/order-series/{id}/endings': async (ground) => {
    const { series, on } = await repeated(ground);
    return { as: 'coordinator', path: `/order-series/${series}/endings`, body: { from: on } };
  },
  'POST /api/v1/orders/{id}/parts': async (ground) => ({
    ...(await onOrder(submitted, 'parts', {})(ground)),
    body: { parts: [{ serviceId: ground.things['service'] }] },
  }),
  'POST /api/v1/orders/{id}/dispatches': async (ground) => ({
    as: 'coordinator',
    path: `/orders/${await accepted(ground)}/dispatches`,
    body: dispatchTo(ground, (await volunteerOf(ground)).id),
  }),
  'POST /api/v1/dispatch-plans/{id}/pins': async (ground) => {
    const { id, version, orderId } = await solvedPlan(ground);
    return { as: 'coordinator', path: `/dispatch-plans/${id}/pins`, body: { version, orderId, personIds: [] } };
  },
  'POST /api/v1/dispatch-plans/{id}/discards': async (ground) => {
    const { id, version } = await solvedPlan(ground);
    return { as: 'coordinator', path: `/dispatch-plans/${id}/discards`, body: { version } };
  },
  'POST /api/v1/dispatch-plans/{id}/signatures': async (ground) => {
    const { id, orderId } = await solvedPlan(ground);
    return {
      as: 'coordinator',
      path: `/dispatch-plans/${id}/signatures`,
      body: { acts: [{ do: 'sign', id: orderId }] },
    };
  },
  'GET /api/v1/dispatch-plans/{id}/reasons': async (ground) => {
    const { id, orderId } = await solvedPlan(ground);
    return { as: 'coordinator', path: `/dispatch-plans/${id}/reasons?orderId=${orderId}` };
  },
  'POST /api/v1/dispatch-plans': async ({ things }) => ({
    as: 'coordinator',
    path: '/dispatch-plans',
    body: { placeId: things['place'] },
  }),
  'POST /api/v1/dispatch-plans/{id}/stops': async (ground) => {
    const plan = ground.county.as('coordinator').post('/dispatch-plans', { placeId: ground.things['place'] });
    return { as: 'coordinator', path: `/dispatch-plans/${said(await done(plan), 'id')}/stops`, body: {} };
  },
  'POST /api/v1/orders/{id}/copies': async (ground) => {
    const id = await submitted(ground);
    await done(ground.county.as('coordinator').post(`/orders/${id}/cancellations`, {}));
    return { as: 'coordinator', path: `/orders/${id}/copies`, body: {} };
  },
  'POST /api/v1/orders/{id}/reopenings': onOrder(disputed, 'reopenings', { reason: '没修好' }),
  'POST /api/v1/call-back-draws': async (ground) => {
    await visited(ground);
    return { as: 'coordinator', path: '/call-back-draws', body: await drawOf(ground) };
  },
  'POST /api/v1/call-backs/{id}/results': async (ground) => {
    await visited(ground);
    await done(ground.county.as('coordinator').post('/call-back-draws', await drawOf(ground)));
    const mine = await ground.county.as('town-coordinator').get('/call-backs?mine=true');
    return {
      as: 'town-coordinator',
      path: `/call-backs/${String(first(mine, 'items')['id'])}/results`,
      body: { reached: false },
    };
  },
  'POST /api/v1/call-backs/{id}/callers': async (ground) => {
    const id = await visited(ground);
    const desk = ground.county.as('coordinator');
    // Whoever sent somebody there may not ring: nobody does.
    await done(desk.post('/call-back-draws', await drawOf(ground, 'coordinator')));
    const open = (await desk.get('/call-backs?sort=newest&limit=100')).body['items'] as {
      id: string;
      orderId: string;
    }[];
    return { as: 'coordinator', path: `/call-backs/${open.find((one) => one.orderId === id)?.id}/callers` };
  },
  'POST /api/v1/orders/{id}/calls': onOrder(visited, 'calls', undefined),
  'POST /api/v1/orders/{id}/confirmations': onOrder(visited, 'confirmations', {}),
  'POST /api/v1/orders/{id}/disputes': onOrder(visited, 'disputes', { reason: '没修好' }),
  // A disputed order need not wait for the resident's word any more.
  'POST /api/v1/orders/{id}/attestations': onOrder(disputed, 'attestations', { reason: '电话核实' }),
  'POST /api/v1/orders/{id}/closings': onOrder(disputed, 'closings', { reason: '打过三次电话' }),
  'POST /api/v1/orders/{id}/ratings': onOrder(visited, 'ratings', { outcome: 'done', score: 5 }),
  'POST /api/v1/orders/{id}/appeals': onOrder(turnedDown, 'appeals', { said: '家里真的没有人会' }),
  'POST /api/v1/orders/{id}/appeal-answers': async (ground) => {
    const id = await turnedDown(ground);
    await done(ground.county.as('coordinator').post(`/orders/${id}/appeals`, { said: '家里真的没有人会' }));
    return {
      as: 'town-coordinator',
      path: `/orders/${id}/appeal-answers`,
      body: { verdict: 'granted', reason: '另有人会' },
    };
  },
  'POST /api/v1/orders/{id}/notice-endings': onOrder(submitted, 'notice-endings', { position: 1 }),
  'POST /api/v1/orders/{id}/forgettings': async (ground) => {
    const id = await submitted(ground, '13811129876');
    await done(ground.county.as('coordinator').post(`/orders/${id}/cancellations`, {}));
    return { as: 'coordinator', path: `/orders/${id}/forgettings`, body: { lastFour: '9876' } };
  },
  'POST /api/v1/orders/{id}/take-ons': async (ground) => {
    const id = await submitted(ground);
    const desk = ground.county.as('coordinator');
    const station = String(first(await desk.get('/stations'), 'items')['id']);
    await done(desk.post(`/orders/${id}/triages`, { verdict: 'refer', reason: '那边更近', stationId: station }));
    return { as: 'coordinator', path: `/orders/${id}/take-ons` };
  },
  'POST /api/v1/orders/{id}/codes': async (ground) => {
    const id = await submitted(ground, '13811129875');
    return { as: 'coordinator', path: `/orders/${id}/codes`, body: { lastFour: '9875' } };
  },
  'PATCH /api/v1/orders/{id}/contacts': async (ground) => {
    const id = await submitted(ground);
    const { version } = (await ground.county.as('coordinator').get(`/orders/${id}`)).body;
    return { as: 'coordinator', path: `/orders/${id}/contacts`, body: { version, address: '东头第三家' } };
  },
  'GET /api/v1/offers/{id}/roster': async (ground) => {
    const { offer, leader } = await offeredToTeam(ground);
    return { as: { cookie: leader.cookie }, path: `/offers/${offer}/roster` };
  },
  'POST /api/v1/offers/{id}/proposals': async (ground) => {
    const { offer, leader, mateId } = await offeredToTeam(ground);
    return { as: { cookie: leader.cookie }, path: `/offers/${offer}/proposals`, body: { personIds: [mateId] } };
  },
  'POST /api/v1/offers/{id}/answers': async (ground) => {
    const { offer, who } = await offered(ground);
    return { as: { cookie: who.cookie }, path: `/offers/${offer}/answers`, body: { answer: 'accept' } };
  },
  'POST /api/v1/applications/{id}/answers': async ({ county, things }) => {
    const number = nextNumber();
    const phone = `1330000${String(number).padStart(4, '0')}`;
    const id = await county.inCounty((ctx) =>
      ctx.transaction((tx) => addTestApplication(tx, things['place'] ?? '', phone)),
    );
    return { as: 'coordinator', path: `/applications/${id}/answers`, body: { verdict: 'taken-in' } };
  },
  'POST /api/v1/orders/{id}/openings': async (ground) => {
    await volunteerOf(ground);
    return {
      as: 'coordinator',
      path: `/orders/${await accepted(ground)}/openings`,
      body: { startsAt: startOf(ground) },
    };
  },
  'POST /api/v1/orders/{id}/waterfalls': async (ground) => {
    const { id } = await volunteerOf(ground);
    const body = { personIds: [id], startsAt: startOf(ground) };
    return { as: 'coordinator', path: `/orders/${await accepted(ground)}/waterfalls`, body };
  },
  'GET /api/v1/visits/{id}/newcomers': async (ground) => ({
    as: 'coordinator',
    path: `/visits/${(await taken(ground)).visit}/newcomers`,
  }),
  'POST /api/v1/visits/{id}/newcomers': async (ground) => {
    const { visit } = await taken(ground);
    const { id } = await volunteerOf(ground);
    await done(ground.county.as('coordinator').patch(`/volunteers/${id}`, { version: 1, needsMentor: true }));
    return { as: 'coordinator', path: `/visits/${visit}/newcomers`, body: { personId: id } };
  },
  'GET /api/v1/visits/{id}/stand-ins': async (ground) => {
    const { visit, who } = await taken(ground);
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/stand-ins` };
  },
  'POST /api/v1/visits/{id}/hand-overs': async (ground) => {
    const { visit, who, mateId } = await takenInTeam(ground);
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/hand-overs`, body: { personId: mateId } };
  },
  'DELETE /api/v1/visits/{id}/hand-overs': async (ground) => {
    const { visit, who, mateId } = await takenInTeam(ground);
    const path = `/visits/${visit}/hand-overs`;
    const { cookie } = who;
    await done(ground.county.request('POST', `/api/v1${path}`, { personId: mateId }, { cookie }));
    return { as: { cookie }, path };
  },
  'POST /api/v1/orders/{id}/exclusions': async (ground) => ({
    as: 'coordinator',
    path: `/orders/${await accepted(ground)}/exclusions`,
    body: { personId: (await volunteerOf(ground)).id },
  }),
  'DELETE /api/v1/orders/{id}/exclusions/{exclusionId}': async (ground) => {
    const path = `/orders/${await accepted(ground)}/exclusions`;
    const desk = ground.county.as('coordinator');
    await done(desk.post(path, { personId: (await volunteerOf(ground)).id }));
    return { as: 'coordinator', path: `${path}/${String(first(await desk.get(path), 'items')['id'])}` };
  },
  'POST /api/v1/visits/{id}/exclusions': onVisit('exclusions', {}),
  'GET /api/v1/volunteers/{id}/exclusions': async (ground) => {
    const { who } = await taken(ground);
    return { as: { cookie: who.cookie }, path: `/volunteers/${who.id}/exclusions` };
  },
  'DELETE /api/v1/volunteers/{id}/exclusions/{exclusionId}': async (ground) => {
    const { visit, who } = await taken(ground);
    const { county } = ground;
    const { cookie } = who;
    const path = `/volunteers/${who.id}/exclusions`;
    await done(county.request('POST', `/api/v1/visits/${visit}/exclusions`, {}, { cookie }));
    const own = await done(county.request('GET', `/api/v1${path}`, undefined, { cookie }));
    return { as: { cookie }, path: `${path}/${String(first(own, 'items')['id'])}` };
  },
  'POST /api/v1/volunteers/{id}/licence-claims': async (ground) => {
    const who = await volunteerOf(ground);
    const licence = await aLicence(ground);
    return { as: { cookie: who.cookie }, path: `/volunteers/${who.id}/licence-claims`, body: { licence, expiresOn } };
  },
  'POST /api/v1/volunteers/{id}/consents': async (ground) => {
    const who = await volunteerOf(ground);
    const body = { purpose: 'home-visits', given: false };
    return { as: { cookie: who.cookie }, path: `/volunteers/${who.id}/consents`, body };
  },
  'POST /api/v1/licence-claims/{id}/answers': async (ground) => {
    const { county } = ground;
    const { id, cookie } = await volunteerOf(ground);
    const body = { licence: await aLicence(ground), expiresOn };
    const made = await done(county.request('POST', `/api/v1/volunteers/${id}/licence-claims`, body, { cookie }));
    const claim = String(first(made, 'claims')['id']);
    return { as: 'coordinator', path: `/licence-claims/${claim}/answers`, body: { verdict: 'seen', expiresOn } };
  },
  'POST /api/v1/visits/{id}/incidents': onVisit('incidents', { kind: 'other', said: '门口有狗' }),
  'GET /api/v1/incidents/{id}': async (ground) => ({ as: 'safeguarding', path: `/incidents/${await told(ground)}` }),
  'POST /api/v1/incidents/{id}/notes': async (ground) => ({
    as: 'safeguarding',
    path: `/incidents/${await told(ground)}/notes`,
    body: { said: '问过了' },
  }),
  'POST /api/v1/incidents/{id}/closings': async (ground) => ({
    as: 'safeguarding',
    path: `/incidents/${await told(ground)}/closings`,
    body: { said: '办好了' },
  }),
  'POST /api/v1/visits/{id}/completions': onVisit('completions', { minutesServed: 1 }),
  'POST /api/v1/visits/{id}/check-ins': onVisit('check-ins', {}),
  'POST /api/v1/visits/{id}/own-times': async (ground) => {
    const { visit, who } = await taken(ground);
    await done(ground.county.as('coordinator').post(`/visits/${visit}/completions`, { minutesServed: 30 }));
    return { as: { cookie: who.cookie }, path: `/visits/${visit}/own-times`, body: { minutes: 25 } };
  },
  'POST /api/v1/visits/{id}/failures': onVisit('failures', { reason: '没人在家' }),
  'POST /api/v1/visits/{id}/releases': onVisit('releases', {}),
  'POST /api/v1/visits/{id}/person-releases': async (ground) => {
    const { visit, who } = await taken(ground);
    return { as: 'coordinator', path: `/visits/${visit}/person-releases`, body: { personId: who.id } };
  },
  'POST /api/v1/hours/{id}/reversals': async (ground) => ({
    as: 'coordinator',
    path: `/hours/${(await recorded(ground)).entry}/reversals`,
    body: { reason: '记错' },
  }),
  'POST /api/v1/hours/{id}/signatures': async (ground) => {
    const desk = ground.county.as('coordinator');
    await done(desk.post(`/hours/${(await recorded(ground)).entry}/reversals`, { reason: '记错', minutes: 25 }));
    const waiting = first(await desk.get('/hours?waiting=true'), 'items');
    return { as: 'station-keeper', path: `/hours/${String(waiting['id'])}/signatures`, body: {} };
  },
  'POST /api/v1/hour-corrections': async (ground) => {
    const { entry, who } = await recorded(ground);
    return { as: { cookie: who.cookie }, path: '/hour-corrections', body: { hourId: entry, said: '少记了' } };
  },
  'POST /api/v1/certificate-requests': async (ground) => {
    const { who } = await recorded(ground);
    const unit = first(await ground.county.as('coordinator').get('/hours'), 'items')['unit'] as { id: string | null };
    return {
      as: { cookie: who.cookie },
      path: '/certificate-requests',
      body: { unitId: unit.id, ...spanOf(ground) },
    };
  },
  'DELETE /api/v1/certificate-requests/{id}': async (ground) => {
    const { request, who } = await askedForCertificate(ground);
    return { as: { cookie: who.cookie }, path: `/certificate-requests/${request}` };
  },
  'POST /api/v1/certificate-requests/{id}/certificates': async (ground) => ({
    as: 'coordinator',
    path: `/certificate-requests/${(await askedForCertificate(ground)).request}/certificates`,
    body: {},
  }),
  'GET /api/v1/certificates/{id}/paper': async (ground) => ({
    as: 'coordinator',
    path: `/certificates/${await issuedCertificate(ground)}/paper`,
  }),
  'GET /api/v1/certificates/{id}/credential': async (ground) => ({
    as: 'coordinator',
    path: `/certificates/${await issuedCertificate(ground)}/credential`,
  }),
  'POST /api/v1/certificates/{id}/revocations': async (ground) => ({
    as: 'coordinator',
    path: `/certificates/${await issuedCertificate(ground)}/revocations`,
    body: { reason: 'wrong' },
  }),
  'POST /api/v1/hour-reconciliations': async (ground) => ({
    as: 'coordinator',
    path: '/hour-reconciliations',
    body: { ...spanOf(ground), rows: [] },
  }),
  'POST /api/v1/hour-differences/{id}/answers': async (ground) => {
    const { id, who } = await differing(ground);
    return { as: { cookie: who.cookie }, path: `/hour-differences/${id}/answers`, body: { agrees: false } };
  },
  'POST /api/v1/hour-differences/{id}/decisions': async (ground) => ({
    as: 'coordinator',
    path: `/hour-differences/${(await differing(ground)).id}/decisions`,
    body: { minutes: 5, reason: '问过两边' },
  }),
  'POST /api/v1/hour-corrections/{id}/answers': async (ground) => {
    const { entry, who } = await recorded(ground);
    const asked = ground.county.request(
      'POST',
      '/api/v1/hour-corrections',
      { hourId: entry, said: '少记了' },
      { cookie: who.cookie },
    );
    return {
      as: 'coordinator',
      path: `/hour-corrections/${said(await done(asked), 'id')}/answers`,
      body: { verdict: 'kept', reason: '核过了' },
    };
  },
};
