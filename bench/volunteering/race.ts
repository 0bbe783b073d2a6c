import { randomUUID } from 'node:crypto';
import { addAccount, addGrant } from '../../server/modules/access/index.ts';
import { openTestSession } from '../../server/modules/access/testing.ts';
import { addPerson } from '../../server/modules/people/index.ts';
import { addVolunteer } from '../../server/modules/volunteering/index.ts';
import { systemActor } from '../../server/platform/actor.ts';
import { inCounty } from '../../server/platform/transaction.ts';
import { openBesides } from '../open-besides.ts';
import type { BenchCounty } from '../prepare.ts';
import { act } from '../sign-off.ts';
import type { Figure } from '../times.ts';
import { percentile, spread } from '../statistics.ts';

/** So many volunteers reach at once for so few orders that are open to all: exactly as many must win, and everybody else must hear it soon. Throws where more or fewer win, or somebody gets an unclear answer. */
export async function measureRace(
  county: BenchCounty,
  address: string,
  { volunteers, orders }: { volunteers: number; orders: number },
): Promise<Figure[]> {
  const cookies = await crowd(county, volunteers);
  const offers = await openOrders(county, address, orders);
  // One look each, as a phone has it open; it also warms the sessions.
  const looks = await Promise.all(cookies.map((cookie) => timed(address, cookie, 'GET', '/open-offers')));
  const answers = await Promise.all(
    cookies.map((cookie, at) =>
      timed(address, cookie, 'POST', `/offers/${offers[at % orders] ?? ''}/answers`, { answer: 'accept' }),
    ),
  );
  const won = answers.filter(({ status }) => status === 201).length;
  const late = answers.filter(({ status, code }) => status === 409 && code === 'OfferEnded').length;
  if (won !== orders || late !== volunteers - orders)
    throw new Error(`${won} of ${orders} won, ${late} of ${volunteers - orders} heard that they came too late`);
  const name = `${volunteers} volunteers, ${orders} open orders`;
  return [...figures(`${name}: what is open`, looks), ...figures(`${name}: taking one`, answers)];
}

interface Asked {
  readonly took: number;
  readonly status: number;
  readonly code: string;
}

function figures(name: string, asked: readonly Asked[]): Figure[] {
  const took = asked.map((one) => one.took);
  const [low, high] = spread(took);
  return [
    { name: `${name}, p50`, stories: 0, unit: 'ms', value: percentile(took, 0.5), low, high },
    {
      name: `${name}, last`,
      stories: 0,
      unit: 'ms',
      value: high,
      low,
      high,
      note: 'all at once; at most 2,000 allowed',
    },
  ];
}

async function timed(address: string, cookie: string, method: string, path: string, body?: unknown): Promise<Asked> {
  const began = performance.now();
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { cookie, origin: address, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said = (await answer.json()) as { code?: string };
  return { took: performance.now() - began, status: answer.status, code: said.code ?? '' };
}

async function openOrders(county: BenchCounty, address: string, count: number): Promise<string[]> {
  const startsAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const offers: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { orderId } = await act(address, county, 'coordinator', 'POST', '/orders', {
      serviceId: county.serviceId,
      placeId: county.placeId,
      channel: 'phone',
      contacts: [{ name: '王阿姨', phone: `1380009${String(at).padStart(4, '0')}` }],
      consentRead: true,
    });
    const path = `/orders/${String(orderId)}`;
    await act(address, county, 'coordinator', 'POST', `${path}/triages`, { verdict: 'accept' });
    const opened = await act(address, county, 'coordinator', 'POST', `${path}/openings`, { startsAt });
    const [offer] = opened['offers'] as { id: string }[];
    offers.push(offer?.id ?? '');
  }
  return offers;
}

/** Volunteers of one village with a session each. */
async function crowd(county: BenchCounty, count: number): Promise<string[]> {
  const app = await openBesides(county.postgres.appUrl('xiangyin'), county.directory);
  const one = app.counties.byId(1);
  if (!one) throw new Error('the county is missing');
  const { placeId } = county;
  const cookies = await inCounty(app, one, async (ctx) => {
    await ctx.transaction(async (tx) => {
      for (let at = 0; at < count; at += 1) {
        const person = await addPerson(tx, {
          name: `志愿者${at}`,
          phone: `1350000${String(at).padStart(4, '0')}`,
          placeId,
        });
        await addAccount(tx, { personId: person.id, login: `race-${at}` });
        await addGrant(tx, systemActor('bench'), { personId: person.id, role: 'volunteer', placeId });
        await addVolunteer(tx, {
          personId: person.id,
          homePlaceId: placeId,
          skills: ['water-and-lights'],
          trained: true,
        });
      }
    });
    const sessions: string[] = [];
    for (let at = 0; at < count; at += 1) sessions.push(await openTestSession(ctx, `race-${at}`));
    return sessions;
  });
  await app.close();
  return cookies;
}
