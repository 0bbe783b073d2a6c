import assert from 'node:assert/strict';
import { addTestStation } from '#stations/testing';
import { testWorld } from '#testing';
import type { Answer, CastClient, OwnSettings, TestWorld } from '#testing';
import type { CastName } from '#access/testing';
import type { ServiceFacts } from '../contract.ts';
import { addTestService, addTestVolunteer } from './catalogue.ts';

/** Monday 2 March 2026, 9:00 in the county, is when every test begins; the visit is on Wednesday at 10. */
export const visitAt = '2026-03-04T02:00:00.000Z';

/** What a desk clerk types for a caller; tests say only what differs. */
export type Typed = Record<string, unknown>;

/** A test county with a station in town 1, a service for taps and two trained volunteers, in both counties. */
export class OrderDesk implements AsyncDisposable {
  readonly county: TestWorld;
  readonly serviceId: string;
  readonly stationId: string;
  /** The same in the other county; there alone undefined. */
  readonly elsewhere: OrderDesk | undefined;
  readonly #number: 1 | 2;
  /** Of the order placed last. */
  lastCode = '';
  constructor(
    county: TestWorld,
    { serviceId, stationId }: { serviceId: string; stationId: string },
    elsewhere?: OrderDesk,
  ) {
    this.county = county;
    this.serviceId = serviceId;
    this.stationId = stationId;
    this.elsewhere = elsewhere;
    this.#number = elsewhere ? 1 : 2;
  }

  /** One of the cast of this desk's county. */
  as(name: CastName): CastClient {
    return this.county.as(name, { county: this.#number });
  }

  /** An order by telephone for village 1-1. */
  place(typed: Typed = {}, as: CastName = 'station-keeper'): Promise<Answer> {
    return this.as(as).post('/orders', {
      serviceId: this.serviceId,
      placeId: this.county.placeId('village-1-1', this.#number),
      channel: 'phone',
      contacts: [{ name: '王阿姨', phone: '13800001234' }],
      address: '东头第二家',
      note: '水龙头一直滴水',
      wishes: [{ on: '2026-03-04', part: 'morning' }],
      consentRead: true,
      ...typed,
    });
  }

  /** An order's id, after it was taken down. */
  async placed(typed: Typed = {}): Promise<{ id: string; code: string; answer: Answer }> {
    const answer = await this.place(typed);
    assert.equal(answer.status, 201, answer.text);
    this.lastCode = String(answer.body['code']);
    return { id: String(answer.body['orderId']), code: String(answer.body['code']), answer };
  }

  async accepted(typed: Typed = {}): Promise<string> {
    const { id } = await this.placed(typed);
    await this.done(this.as('station-keeper').post(`/orders/${id}/triages`, { verdict: 'accept' }));
    return id;
  }

  /** Offered to these volunteers. */
  async dispatched(names: CastName[] = ['volunteer'], typed: Typed = {}, more: Typed = {}): Promise<string> {
    const id = await this.accepted(typed);
    const candidates = await Promise.all(
      names.map(async (name) => ({ kind: 'volunteer', id: await this.county.personId(name, this.#number) })),
    );
    await this.done(
      this.as('coordinator').post(`/orders/${id}/dispatches`, { candidates, startsAt: visitAt, ...more }),
    );
    return id;
  }

  async offerTo(name: CastName): Promise<string> {
    const offers = await this.as(name).get('/offers?state=open');
    const [first] = offers.body['items'] as { id: string }[];
    assert.ok(first, `no offer to ${name}: ${offers.text}`);
    return first.id;
  }

  async taken(typed: Typed = {}): Promise<string> {
    const id = await this.dispatched(['volunteer'], typed);
    await this.done(
      this.as('volunteer').post(`/offers/${await this.offerTo('volunteer')}/answers`, { answer: 'accept' }),
    );
    return id;
  }

  async visitOf(id: string): Promise<string> {
    const order = await this.as('coordinator').get(`/orders/${id}`);
    const visits = order.body['visits'] as { id: string }[];
    return visits.at(-1)?.id ?? '';
  }

  /** Visited on Wednesday from 10:00 to 10:50. */
  async visited(typed: Typed = {}): Promise<string> {
    const id = await this.taken(typed);
    await this.visit(id);
    return id;
  }

  /** The volunteer goes to what they have taken, on Wednesday from 10:00 to 10:50. */
  async visit(id: string): Promise<void> {
    const visit = await this.visitOf(id);
    this.county.clock.set(visitAt);
    await this.done(this.as('volunteer').post(`/visits/${visit}/check-ins`, {}));
    this.county.clock.advance({ minutes: 50 });
    await this.done(this.as('volunteer').post(`/visits/${visit}/completions`, { report: '换了垫圈' }));
  }

  async state(id: string): Promise<string> {
    return String((await this.as('coordinator').get(`/orders/${id}`)).body['state']);
  }

  async done(answer: Promise<Answer>): Promise<Answer> {
    const got = await answer;
    assert.ok(got.status < 300, `${got.status} ${got.text}`);
    return got;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.county[Symbol.asyncDispose]();
  }
}

/** Opens it; `facts` differ from those of the plain home visit, `settings` from the usual ones. */
export async function openOrderDesk(facts: Partial<ServiceFacts> = {}, settings: OwnSettings = {}): Promise<OrderDesk> {
  const county = await testWorld({}, settings);
  const made = await Promise.all(
    [1, 2].map((countyId) =>
      county.inCounty(
        (ctx) =>
          ctx.transaction(async (tx) => {
            const station = await addTestStation(tx, county.placeId('town-1', countyId));
            const service = await addTestService(tx, 'taps-and-lights', facts);
            await addTestVolunteer(tx, 'volunteer', county.placeId('village-1-1', countyId));
            await addTestVolunteer(tx, 'volunteer-1-2', county.placeId('village-1-2', countyId));
            return { serviceId: service.id, stationId: station.id };
          }),
        countyId,
      ),
    ),
  );
  const [first, second] = made;
  if (!first || !second) throw new Error('no county');
  return new OrderDesk(county, first, new OrderDesk(county, second));
}

/** Status and code of a refusal. */
export const refused = (answer: Answer): [number, unknown] => [answer.status, answer.body['code']];
