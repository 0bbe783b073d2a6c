import { addAccount, addGrant } from '../../../server/modules/access/index.ts';
import { openTestSession } from '../../../server/modules/access/testing.ts';
import { addPerson } from '../../../server/modules/people/index.ts';
import { addVolunteer } from '../../../server/modules/volunteering/index.ts';
import { systemActor } from '../../../server/platform/actor.ts';
import { done, first, nextNumber, said } from './beginning.ts';
import type { Ground } from './beginning.ts';

/** A volunteer who is signed in. */
export interface Volunteer {
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

/** An order as it comes in. */
export async function submitted(
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

/** How an order is repeated: three weeks. */
export const weekly = { rule: 'FREQ=WEEKLY;COUNT=3' };

/** An order that comes again from a day of its own. */
export async function repeated(ground: Ground): Promise<{ series: string; on: string }> {
  const desk = ground.county.as('coordinator');
  const id = await submitted(ground);
  const on = new Date(ground.county.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  await done(desk.post(`/orders/${id}/wishes`, { wishes: [{ on, part: 'any' }] }));
  return { series: said(await done(desk.post(`/orders/${id}/repetitions`, weekly)), 'seriesId'), on };
}

/** An order that the desk accepted. */
export async function accepted(ground: Ground): Promise<string> {
  const id = await submitted(ground);
  await done(ground.county.as('coordinator').post(`/orders/${id}/triages`, { verdict: 'accept' }));
  return id;
}

/** Until when a licence holds. */
export const expiresOn = '2035-12-31';

/** A licence that somebody needs for a service. */
export async function aLicence({ county }: Ground): Promise<string> {
  const key = `fuzz-licence-${nextNumber()}`;
  const name = { 'zh-CN': key, en: key };
  await done(county.as('coordinator').put('/service-terms', { kind: 'licence', key, name, position: 9 }));
  return key;
}

/** An hour from now, by the county’s clock. */
export const startOf = ({ county }: Ground): string => new Date(county.clock.now().getTime() + 3_600_000).toISOString();

/** The dispatch of an order to one volunteer. */
export const dispatchTo = (ground: Ground, personId: string) => ({
  candidates: [{ kind: 'volunteer', id: personId }],
  startsAt: startOf(ground),
});

/** An order that was offered to a volunteer. */
export async function offered(ground: Ground): Promise<{ id: string; offer: string; who: Volunteer }> {
  const who = await volunteerOf(ground);
  const id = await accepted(ground);
  const desk = ground.county.as('coordinator');
  await done(desk.post(`/orders/${id}/dispatches`, dispatchTo(ground, who.id)));
  return { id, offer: String(first(await desk.get(`/orders/${id}`), 'offers')['id']), who };
}

/** Offered to a team of two, which one of them leads. */
export async function offeredToTeam(ground: Ground): Promise<{ offer: string; leader: Volunteer; mateId: string }> {
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

/** A visit that a volunteer took. */
export async function taken(ground: Ground): Promise<{ id: string; visit: string; who: Volunteer }> {
  const { id, offer, who } = await offered(ground);
  const { county } = ground;
  const options = { cookie: who.cookie };
  await done(county.request('POST', `/api/v1/offers/${offer}/answers`, { answer: 'accept' }, options));
  return { id, visit: String(first(await county.as('coordinator').get(`/orders/${id}`), 'visits')['id']), who };
}

/** Taken by one of a team of two. */
export async function takenInTeam(ground: Ground): Promise<{ visit: string; who: Volunteer; mateId: string }> {
  const { visit, who } = await taken(ground);
  const mate = await volunteerOf(ground);
  const team = { name: { 'zh-CN': '队', en: 'Team' }, placeId: ground.things['place'], memberIds: [who.id, mate.id] };
  await done(ground.county.as('coordinator').post('/teams', team));
  return { visit, who, mateId: mate.id };
}

/** An order whose visit is over. */
export async function visited(ground: Ground): Promise<string> {
  const { id, visit } = await taken(ground);
  await done(ground.county.as('coordinator').post(`/visits/${visit}/completions`, { minutesServed: 30 }));
  return id;
}

/** An entry of hours, and whose it is. */
export async function recorded(ground: Ground): Promise<{ entry: string; who: Volunteer }> {
  const { id, visit, who } = await taken(ground);
  const desk = ground.county.as('coordinator');
  await done(desk.post(`/visits/${visit}/completions`, { minutesServed: 30 }));
  await done(desk.post(`/orders/${id}/confirmations`, {}));
  return { entry: String(first(await desk.get(`/hours?personId=${who.id}`), 'items')['id']), who };
}

/** Confirmed with another time than those who went wrote down. */
export async function differing(ground: Ground): Promise<{ id: string; who: Volunteer }> {
  const { id, visit, who } = await taken(ground);
  const desk = ground.county.as('coordinator');
  await done(desk.post(`/visits/${visit}/completions`, { minutesServed: 30 }));
  await done(ground.county.as('station-keeper').post(`/orders/${id}/confirmations`, { minutes: 20 }));
  return { id: String(first(await desk.get(`/hour-differences?orderId=${id}`), 'items')['id']), who };
}

/** An order of which the resident says that it was not done. */
export async function disputed(ground: Ground): Promise<string> {
  const id = await visited(ground);
  await done(ground.county.as('coordinator').post(`/orders/${id}/disputes`, { reason: '没修好' }));
  return id;
}

/** Refused by the coordinator. */
export async function turnedDown(ground: Ground): Promise<string> {
  const id = await submitted(ground);
  const verdict = { verdict: 'refuse', reason: '没有人会' };
  await done(ground.county.as('coordinator').post(`/orders/${id}/triages`, verdict));
  return id;
}

/** A report of a visit; answers its id. */
export async function told(ground: Ground): Promise<string> {
  const { visit, who } = await taken(ground);
  const path = `/api/v1/visits/${visit}/incidents`;
  await done(ground.county.request('POST', path, { kind: 'other', said: '门口有狗' }, { cookie: who.cookie }));
  return String(first(await ground.county.as('safeguarding').get('/incidents?sort=newest'), 'items')['id']);
}
