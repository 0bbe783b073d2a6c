import { addTestService, addTestVolunteer } from '#volunteering/testing';
import { textOf } from '#newsroom/testing';
import type { CastName } from '#access/testing';
import { setDuty } from '#access/testing';
import type { TestPlace } from '#places/testing';
import type { Answer, TestWorld } from './index.ts';

/** What lies about in a busy county: ids by what they are, such as `story-published` or `order-dispatched`. */
export type Things = Readonly<Record<string, string>>;

/** Fills county 1 or 2 with one of most things by the real verbs: stories and orders in several states, a station, a team, notices, tokens. Throws for what is refused. */
export async function fillCounty(county: TestWorld, countyId: 1 | 2 = 1): Promise<Things> {
  const fill = new Filler(county, countyId);
  await fill.newsroom();
  await fill.stations();
  await fill.orders();
  await fill.access();
  return fill.things;
}

interface Story {
  id: string;
  revisionId: string;
  textHash: string;
  version: number;
}

class Filler {
  readonly things: Record<string, string> = {};
  readonly #county: TestWorld;
  readonly #countyId: 1 | 2;
  constructor(county: TestWorld, countyId: 1 | 2) {
    this.#county = county;
    this.#countyId = countyId;
  }

  async newsroom(): Promise<void> {
    this.things['section'] = await this.#made('chief-editor', '/sections', {
      slug: 'life',
      name: { 'zh-CN': '民生', en: 'Life' },
      position: 1,
    });
    const draft = await this.#story('draft');
    const waiting = await this.#story('waiting');
    await this.#submit(waiting);
    await this.#publish(await this.#story('published'));
    const withdrawn = await this.#publish(await this.#story('withdrawn'));
    await this.#county.inCounty((ctx) => ctx.transaction((tx) => setDuty(tx, 'chief-editor-2')), this.#countyId);
    void draft;
    void withdrawn;
  }

  async stations(): Promise<void> {
    const name = { 'zh-CN': '柳河所', en: 'Liuhe station' };
    this.things['station'] = await this.#made('coordinator', '/stations', {
      level: 'town',
      placeId: this.#place('town-1'),
      name,
      phone: '0000-7654321',
    });
  }

  async orders(): Promise<void> {
    const service = await this.#county.inCounty(
      (ctx) => ctx.transaction((tx) => addTestService(tx, 'taps')),
      this.#countyId,
    );
    this.things['service'] = service.id;
    for (const [volunteer, home] of [
      ['volunteer', 'village-1-1'],
      ['volunteer-1-2', 'village-1-2'],
    ] as const)
      this.things[volunteer] = await this.#county.inCounty(
        (ctx) => ctx.transaction((tx) => addTestVolunteer(tx, volunteer, this.#place(home))),
        this.#countyId,
      );
    this.things['order'] = await this.#order('submitted', 1);
    await this.#accept(await this.#order('accepted', 2));
    const offered = await this.#order('dispatched', 3);
    await this.#accept(offered);
    this.things['offer'] = await this.#dispatch(offered, 2);
    const taken = await this.#order('taken', 4);
    await this.#accept(taken);
    const offer = await this.#dispatch(taken, 20);
    await this.#ask('volunteer', `/offers/${offer}/answers`, { answer: 'accept' });
    const visits = await this.#county.as('volunteer', { county: this.#countyId }).get('/visits');
    this.things['visit'] = String(Object(visits.body['items'])[0]?.id ?? '');
  }

  async access(): Promise<void> {
    const grant = await this.#ask('administrator', '/grants', {
      personId: await this.#county.personId('volunteer-2-2', this.#countyId),
      role: 'volunteer',
      placeId: this.#place('town-2'),
    });
    this.things['grant'] = String(grant.body['id']);
    await this.#ask('editor', '/me/tokens', { name: 'Reader', scopes: ['story.read'], days: 30 }).catch(
      () => undefined,
    );
    this.things['person'] = await this.#county.personId('volunteer', this.#countyId);
  }

  #place(place: TestPlace): string {
    return this.#county.placeId(place, this.#countyId);
  }

  async #ask(name: CastName, path: string, body: unknown): Promise<Answer> {
    const answer = await this.#county.as(name, { county: this.#countyId }).post(path, body);
    if (answer.status >= 300) throw new Error(`${name} POST ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  async #made(name: CastName, path: string, body: unknown): Promise<string> {
    return String((await this.#ask(name, path, body)).body['id']);
  }

  async #story(what: string): Promise<Story> {
    const text = textOf(`柳河桥通车之${what}`, ['修了三个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十吨。']);
    const answer = await this.#ask('correspondent', '/stories', {
      kind: 'story',
      language: 'zh-CN',
      sectionId: this.things['section'],
      placeIds: [this.#place('village-1-1')],
      text,
    });
    this.things[`story-${what}`] = String(answer.body['id']);
    return storyOf(answer);
  }

  async #submit(one: Story): Promise<Story> {
    return storyOf(await this.#ask('correspondent', `/stories/${one.id}/submissions`, { version: one.version }));
  }

  async #publish(one: Story): Promise<Story> {
    let now = await this.#submit(one);
    for (const [name, step] of [
      ['editor', 'first_review'],
      ['section-head', 'second_review'],
      ['chief-editor', 'final_review'],
    ] as const)
      now = storyOf(
        await this.#ask(name, `/stories/${now.id}/signatures`, {
          step,
          revisionId: now.revisionId,
          textHash: now.textHash,
          verdict: 'approved',
        }),
      );
    return now;
  }

  async #order(what: string, number: number): Promise<string> {
    const answer = await this.#ask('coordinator', '/orders', {
      serviceId: this.things['service'],
      placeId: this.#place('village-1-1'),
      channel: 'phone',
      contacts: [{ name: `王秀英${number}`, phone: `1390000${String(number).padStart(4, '0')}` }],
      address: `柳河村${number}号`,
      note: '厨房龙头滴水',
      consentRead: true,
    });
    this.things[`order-${what}`] = String(answer.body['orderId']);
    return String(answer.body['orderId']);
  }

  async #accept(order: string): Promise<void> {
    await this.#ask('coordinator', `/orders/${order}/triages`, { verdict: 'accept' });
  }

  async #dispatch(order: string, inHours: number): Promise<string> {
    const startsAt = new Date(this.#county.clock.now().getTime() + inHours * 3_600_000 + 86_400_000).toISOString();
    await this.#ask('coordinator', `/orders/${order}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: this.things['volunteer'] }],
      startsAt,
    });
    const seen = await this.#county.as('coordinator', { county: this.#countyId }).get(`/orders/${order}`);
    return String(Object(seen.body['offers'])[0]?.id ?? '');
  }
}

const storyOf = (answer: Answer): Story => {
  const { id, revisionId, textHash, version } = answer.body;
  return { id: String(id), revisionId: String(revisionId), textHash: String(textHash), version: Number(version) };
};
