import { addTestApplication } from '../../../server/modules/volunteering/testing.ts';
import { done, first, nextNumber, said } from './beginning.ts';
import type { Beginning, Begun, Ground } from './beginning.ts';
import {
  aLicence,
  accepted,
  dispatchTo,
  disputed,
  expiresOn,
  offered,
  offeredToTeam,
  repeated,
  startOf,
  submitted,
  taken,
  turnedDown,
  visited,
  volunteerOf,
  weekly,
} from './order-ground.ts';

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

/** Of orders, offers, plans and call-backs: each on an order and with a volunteer of its own. */
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
};
