import assert from 'node:assert/strict';
import { addAccount, addGrant } from '#access';
import { openTestSession, setDuty } from '#access/testing';
import type { CastName } from '#access/testing';
import { copiesOf } from '#channels';
import { addTestConsent, addTestMaterial, addTestPicture } from '#media/testing';
import { reportError } from '#newsroom';
import { addTestContribution, addTestAttachment, addTestInspection, addTestVoiceNote, textOf } from '#newsroom/testing';
import { addPerson } from '#people';
import type { TestPlace } from '#places/testing';
import { guestActor, systemActor } from '#platform/actor';
import { addVolunteer } from '#volunteering';
import { addTestApplication, addTestClaim, addTestService } from '#volunteering/testing';
import type { Answer, TestWorld } from './index.ts';

/** What lies about at a place: ids by what they are, such as `story-published` or `order-dispatched`. */
export type Things = Readonly<Record<string, string>>;

/** A story as the API answers it, as far as filling needs it. */
interface Story {
  readonly id: string;
  readonly revisionId: string;
  readonly textHash: string;
  readonly version: number;
  readonly slug: string;
}

/** Fills a county with one of most things, at a village, by the real verbs. Throws for what is refused. */
export async function fillCounty(county: TestWorld, countyId: 1 | 2 = 1): Promise<Things> {
  const filler = await CountyFiller.open(county, countyId);
  await county.inCounty((ctx) => ctx.transaction((tx) => setDuty(tx, 'chief-editor-2')), countyId);
  await askForSwap(county, countyId);
  return filler.fillPlace('village-1-1');
}

// A coming shift of one chief editor, and the other asked to take it.
async function askForSwap(county: TestWorld, countyId: 1 | 2): Promise<void> {
  const at = (hours: number): string => new Date(county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const shift = await county.as('administrator', { county: countyId }).post('/grants', {
    personId: await county.personId('chief-editor', countyId),
    role: 'chief-editor',
    placeId: county.placeId('county', countyId),
    duty: true,
    fromAt: at(48),
    untilAt: at(50),
  });
  const asked = await county.as('chief-editor', { county: countyId }).post('/shift-swaps', {
    shiftId: shift.body['id'],
    askedId: await county.personId('chief-editor-2', countyId),
  });
  assert.equal(asked.status, 201, asked.text);
}

/** Fills places of a county, each with the same things. */
export class CountyFiller {
  readonly #county: TestWorld;
  readonly #countyId: 1 | 2;
  readonly #shared: Things;
  #number = 0;
  private constructor(county: TestWorld, countyId: 1 | 2, shared: Things) {
    this.#county = county;
    this.#countyId = countyId;
    this.#shared = shared;
  }

  /** Opens the county's section and service. */
  static async open(county: TestWorld, countyId: 1 | 2): Promise<CountyFiller> {
    const name = { 'zh-CN': '民生', en: 'Life' };
    const section = await county
      .as('chief-editor', { county: countyId })
      .post('/sections', { slug: 'life', name, position: 1 });
    const term = await county
      .as('chief-editor', { county: countyId })
      .post('/lexicon-terms', { term: '柳河水利站', kind: 'organisation', wrongForms: ['柳河水利所'] });
    const service = await county.inCounty((ctx) => ctx.transaction((tx) => addTestService(tx, 'taps')), countyId);
    return new CountyFiller(county, countyId, {
      section: String(section.body['id']),
      term: String(term.body['id']),
      service: service.id,
    });
  }

  /** A resident who volunteers, stories and orders in several states, a station, a unit, a team, all at this place. */
  async fillPlace(place: TestPlace): Promise<Things> {
    const things: Record<string, string> = { ...this.#shared, place: this.#county.placeId(place, this.#countyId) };
    await this.#people(things, place);
    things['api-key'] = await this.#made('administrator', '/api-keys', {
      owner: '省图书馆',
      purpose: '收藏',
      perMinute: 600,
    });
    things['notice-hook'] = await this.addHook(things);
    await this.#newsroom(things);
    await this.#units(things);
    await this.#orders(things);
    return things;
  }

  /** A program that is told of the orders at the place. */
  async addHook(things: Things): Promise<string> {
    const program = { kind: 'program', name: '值班屏', address: 'https://screen.example/notices', language: 'zh-CN' };
    const body = { ...program, placeId: things['place'], duties: ['orders'] };
    const added = (await this.#ask('administrator', '/notice-hooks', body)).body as { hook: { id: string } };
    return added.hook.id;
  }

  /** One more story that waits at the first review. */
  async addWaiting(things: Things): Promise<string> {
    return (await this.#submit(await this.#story({ ...things }, 'waiting'))).id;
  }

  /** One more draft, with a voice note and an attachment. */
  async addHeard(things: Things): Promise<Things> {
    const { id } = await this.#story({ ...things }, 'draft');
    const note = await this.#county.inCounty((ctx) => addTestVoiceNote(ctx, id), this.#countyId);
    const attachment = await this.#county.inCounty((ctx) => addTestAttachment(ctx, id), this.#countyId);
    return { 'story-draft': id, 'voice-note': note, attachment };
  }

  async #people(things: Record<string, string>, place: TestPlace): Promise<void> {
    const placeId = things['place'] ?? '';
    await this.#county.inCounty(
      (ctx) =>
        ctx.transaction(async (tx) => {
          const by = systemActor('test-filler');
          const person = await addPerson(tx, {
            name: `张${place}`,
            phone: `1370000${String((this.#number += 1)).padStart(4, '0')}`,
            placeId,
          });
          await addAccount(tx, { personId: person.id, login: `resident-${place}` });
          await addGrant(tx, by, { personId: person.id, role: 'volunteer', placeId });
          things['person'] = person.id;
          things['login'] = `resident-${place}`;
          const newcomer = await addPerson(tx, {
            name: `新${place}`,
            phone: `1360000${String(this.#number).padStart(4, '0')}`,
            placeId,
          });
          things['newcomer'] = newcomer.id;
        }),
      this.#countyId,
    );
    things['grant'] = await this.#made('administrator', '/grants', {
      personId: things['newcomer'],
      role: 'volunteer',
      placeId,
    });
  }

  async #newsroom(things: Record<string, string>): Promise<void> {
    const draft = await this.#story(things, 'draft');
    things['revision'] = draft.revisionId;
    things['contribution'] = await this.#county.inCounty(
      (ctx) => ctx.transaction(async (tx) => (await addTestContribution(tx, draft.id)).id),
      this.#countyId,
    );
    things['voice-note'] = await this.#county.inCounty((ctx) => addTestVoiceNote(ctx, draft.id), this.#countyId);
    things['attachment'] = await this.#county.inCounty((ctx) => addTestAttachment(ctx, draft.id), this.#countyId);
    const commented = await this.#county
      .as('chief-editor', { county: this.#countyId })
      .post(`/stories/${draft.id}/comments`, { part: 'body', quote: '限重十吨', words: '要不要写从哪天起？' });
    things['comment'] = (commented.body['items'] as { id: string }[])[0]?.id ?? '';
    things['picture'] = await this.#county.inCounty(
      (ctx) => ctx.transaction((tx) => addTestPicture(tx, things['place'] ?? '')),
      this.#countyId,
    );
    things['picture-to-remove'] = await this.#county.inCounty(
      (ctx) => ctx.transaction((tx) => addTestPicture(tx, things['place'] ?? '')),
      this.#countyId,
    );
    for (const consent of ['consent', 'consent-to-remove'])
      things[consent] = await this.#county.inCounty(
        (ctx) => ctx.transaction((tx) => addTestConsent(tx, things['picture'] ?? '')),
        this.#countyId,
      );
    for (const material of ['material', 'material-to-remove'])
      things[material] = await this.#county.inCounty(
        (ctx) => ctx.transaction((tx) => addTestMaterial(tx, things['place'] ?? '')),
        this.#countyId,
      );
    const waiting = await this.#submit(await this.#story(things, 'waiting'));
    things['waiting-revision'] = waiting.revisionId;
    things['waiting-hash'] = waiting.textHash;
    const { body } = await this.#ask('chief-editor', '/channels', {
      name: `柳河群 ${things['place'] ?? ''}`,
      placeId: things['place'],
      sectionIds: null,
      language: null,
      isOn: true,
      pauseSeconds: 0,
      dailyLimit: null,
      keeperId: null,
      settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete' },
    });
    things['channel'] = String(Object(body['channel'])['id']);
    const published = await this.#publish(await this.#story(things, 'published'));
    things['published-slug'] = published.slug;
    things['copy-published'] = await this.#copyOf(published.id, null);
    things['copy-manual'] = await this.#copyOf(published.id, things['channel']);
    const drawnBy = await this.#county.personId('chief-editor', this.#countyId);
    things['inspection'] = await this.#county.inCounty(
      (ctx) => ctx.transaction((tx) => addTestInspection(tx, drawnBy)),
      this.#countyId,
    );
    for (const name of ['release', 'release-to-cancel'])
      things[name] = await this.#made('chief-editor', '/releases', {
        name: '一起发',
        storyIds: [(await this.#story({ ...things }, 'together')).id],
      });
    await this.#planning(things);
    const report = (words: string): Promise<{ reportId: string }> =>
      this.#county.inCounty(
        (ctx) =>
          reportError(ctx, guestActor('visitor'), {
            slug: published.slug,
            words,
            quote: '十吨',
            contact: null,
            suspect: false,
            net: words,
          }),
        this.#countyId,
      );
    things['report'] = (await report('限重写错了')).reportId;
    things['other-report'] = (await report('桥名写错了')).reportId;
  }

  async #planning(things: Record<string, string>): Promise<void> {
    const idea = (title: string): Promise<string> =>
      this.#made('editor', '/ideas', { title, placeIds: [things['place']] });
    const assignment = (ideaId: string | undefined, more: object = {}): Promise<string> =>
      this.#made('editor', `/ideas/${ideaId}/assignments`, { kind: 'text', ...more });
    things['idea'] = await idea('柳河桥通车那天');
    things['idea-ending'] = await idea('修桥的人');
    things['assignment-open'] = await assignment(things['idea']);
    things['assignment-to-write'] = await assignment(things['idea']);
    const personId = await this.#county.personId('editor', this.#countyId);
    things['assignment-held'] = await assignment(things['idea'], { personId });
  }

  async #units(things: Record<string, string>): Promise<void> {
    const name = { 'zh-CN': '柳河所', en: 'Liuhe station' };
    things['station'] = await this.#made('coordinator', '/stations', {
      level: 'town',
      placeId: things['place'],
      name,
      phone: '0000-7654321',
    });
    things['unit'] = await this.#made('administrator', '/units', { kind: 'section', placeId: things['place'], name });
    things['team'] = await this.#made('coordinator', '/teams', { name, placeId: things['place'] });
  }

  async #orders(things: Record<string, string>): Promise<void> {
    await this.#county.inCounty(
      (ctx) =>
        ctx.transaction((tx) =>
          addVolunteer(tx, {
            personId: things['person'] ?? '',
            homePlaceId: things['place'] ?? '',
            skills: ['water-and-lights'],
            trained: true,
          }),
        ),
      this.#countyId,
    );
    const checker = await this.#county.personId('coordinator', this.#countyId);
    things['licence-claim'] = await this.#county.inCounty(
      (ctx) => ctx.transaction((tx) => addTestClaim(tx, things['person'] ?? '', checker)),
      this.#countyId,
    );
    things['gathering'] = await this.#made('coordinator', '/gatherings', {
      kind: 'meeting',
      topic: '每月例会',
      placeId: things['place'],
      startsAt: '2031-01-01T01:00:00.000Z',
      endsAt: '2031-01-01T02:00:00.000Z',
    });
    things['application'] = await this.#county.inCounty(
      (ctx) =>
        ctx.transaction((tx) =>
          addTestApplication(tx, things['place'] ?? '', `1340000${String((this.#number += 1)).padStart(4, '0')}`),
        ),
      this.#countyId,
    );
    things['order'] = await this.#order(things, 'submitted');
    await this.#accept(await this.#order(things, 'accepted'));
    things['dispatch-plan'] = await this.#made('coordinator', '/dispatch-plans', { placeId: things['place'] });
    await this.#repeat(things, await this.#order(things, 'repeated', [{ on: this.#daysAhead(1), part: 'any' }]));
    const offered = await this.#order(things, 'dispatched');
    await this.#accept(offered);
    things['offer'] = await this.#dispatch(things, offered, 2);
    const taken = await this.#order(things, 'taken');
    await this.#accept(taken);
    const offer = await this.#dispatch(things, taken, 20);
    await this.#takeOffer(things, offer);
    const order = await this.#county.as('coordinator', { county: this.#countyId }).get(`/orders/${taken}`);
    things['visit'] = String(Object(order.body['visits'])[0]?.id ?? '');
  }

  async #takeOffer(things: Record<string, string>, offer: string): Promise<void> {
    const cookie = await this.#county.inCounty((ctx) => openTestSession(ctx, things['login'] ?? ''), this.#countyId);
    const answer = await this.#county.request(
      'POST',
      `/api/v1/offers/${offer}/answers`,
      { answer: 'accept' },
      { host: this.#host(), cookie },
    );
    if (answer.status !== 201) throw new Error(`the offer was not taken: ${answer.text}`);
  }

  #host(): string {
    return this.#countyId === 1 ? 'one.test' : 'two.test';
  }

  async #ask(name: CastName, path: string, body: unknown): Promise<Answer> {
    const answer = await this.#county.as(name, { county: this.#countyId }).post(path, body);
    if (answer.status >= 300) throw new Error(`${name} POST ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  async #made(name: CastName, path: string, body: unknown): Promise<string> {
    return String((await this.#ask(name, path, body)).body['id']);
  }

  // A proofreader writes: the three who review have no part in it.
  async #story(things: Record<string, string>, what: string): Promise<Story> {
    const text = textOf(`柳河桥通车之${what}`, ['修了三个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十吨。']);
    const body = { kind: 'story', language: 'zh-CN', sectionId: things['section'], placeIds: [things['place']], text };
    const story = storyOf(await this.#ask('proofreader', '/stories', body));
    things[`story-${what}`] = story.id;
    return story;
  }

  async #submit(one: Story): Promise<Story> {
    return storyOf(await this.#ask('proofreader', `/stories/${one.id}/submissions`, { version: one.version }));
  }

  #copyOf(storyId: string, channelId: string | null): Promise<string> {
    return this.#county.inCounty(
      (ctx) =>
        ctx.transaction(
          async (tx) => (await copiesOf(tx, storyId)).find((copy) => copy.channelId === channelId)?.id ?? '',
        ),
      this.#countyId,
    );
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
          // Somebody else may be on duty in a county this busy.
          exception: '值班的同事不在',
        }),
      );
    return now;
  }

  async #order(things: Record<string, string>, what: string, wishes: object[] = []): Promise<string> {
    this.#number += 1;
    const contacts = [{ name: '王秀英', phone: `1390000${String(this.#number).padStart(4, '0')}` }];
    const body = {
      serviceId: things['service'],
      placeId: things['place'],
      channel: 'phone',
      contacts,
      address: `柳河村${this.#number}号`,
      note: '厨房龙头滴水',
      wishes,
      consentRead: true,
    };
    const id = String((await this.#ask('coordinator', '/orders', body)).body['orderId']);
    things[`order-${what}`] = id;
    return id;
  }

  async #repeat(things: Record<string, string>, order: string): Promise<void> {
    const repeated = await this.#ask('coordinator', `/orders/${order}/repetitions`, { rule: 'FREQ=WEEKLY;COUNT=9' });
    things['series'] = String(repeated.body['seriesId']);
  }

  /** A day by the county's clock, on the wall of Greenwich. */
  #daysAhead(days: number): string {
    return new Date(this.#county.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  }

  async #accept(order: string): Promise<void> {
    await this.#ask('coordinator', `/orders/${order}/triages`, { verdict: 'accept' });
  }

  async #dispatch(things: Record<string, string>, order: string, inHours: number): Promise<string> {
    const startsAt = new Date(this.#county.clock.now().getTime() + inHours * 3_600_000 + 86_400_000).toISOString();
    await this.#ask('coordinator', `/orders/${order}/dispatches`, {
      candidates: [{ kind: 'volunteer', id: things['person'] }],
      startsAt,
    });
    const seen = await this.#county.as('coordinator', { county: this.#countyId }).get(`/orders/${order}`);
    return String(Object(seen.body['offers'])[0]?.id ?? '');
  }
}

const storyOf = (answer: Answer): Story => {
  const { id, revisionId, textHash, version, slug } = answer.body;
  return {
    id: String(id),
    revisionId: String(revisionId),
    textHash: String(textHash),
    version: Number(version),
    slug: String(slug),
  };
};
