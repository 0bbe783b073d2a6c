import assert from 'node:assert/strict';
import { testWorld } from '#testing';
import type { Answer, OwnSettings, TestWorld } from '#testing';
import type { CastName } from '#access/testing';
import { setDuty } from '#access/testing';
import type { TestPlace } from '#places/testing';
import { storyView } from '../contract.ts';
import type { StoryView } from '../contract.ts';
import { textOf } from './text.ts';

/** A story as the API shows it. */
export type SeenStory = StoryView;

/** A test county with one section and the moves of the desk in one word each. */
export class Desk implements AsyncDisposable {
  readonly county: TestWorld;
  readonly sectionId: string;
  constructor(county: TestWorld, sectionId: string) {
    this.county = county;
    this.sectionId = sectionId;
  }

  /** What a new story is made of. */
  draft(
    title = '柳河桥今天通车',
    more: Record<string, unknown> = {},
    place: TestPlace = 'village-1-1',
  ): Record<string, unknown> {
    return {
      kind: 'story',
      language: 'zh-CN',
      sectionId: this.sectionId,
      placeIds: [this.county.placeId(place)],
      text: textOf(title, ['修了三个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十吨。']),
      ...more,
    };
  }

  async write(by: CastName = 'correspondent', more: Record<string, unknown> = {}): Promise<SeenStory> {
    return story(await this.county.as(by).post('/stories', this.draft(undefined, more)), 201);
  }

  async submit(one: SeenStory, by: CastName = 'correspondent', path?: string): Promise<SeenStory> {
    return story(
      await this.county
        .as(by)
        .post(`/stories/${one.id}/submissions`, { version: one.version, ...(path ? { path } : {}) }),
      201,
    );
  }

  /** Signs with what the person sees now, unless told otherwise. */
  async sign(one: SeenStory, by: CastName, step: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.county.as(by).post(`/stories/${one.id}/signatures`, {
      step,
      revisionId: one.revisionId,
      textHash: one.textHash,
      verdict: 'approved',
      ...more,
    });
  }

  async see(id: string, by: CastName = 'chief-editor'): Promise<SeenStory> {
    return story(await this.county.as(by).get(`/stories/${id}`), 200);
  }

  /** Writes, submits and signs up to the publication. */
  async publish(more: Record<string, unknown> = {}): Promise<SeenStory> {
    return this.signAll(await this.submit(await this.write('correspondent', more)));
  }

  /** Signs all three reviews; the first by a colleague where the editor wrote the text. */
  async signAll(submitted: SeenStory, first: CastName = 'editor'): Promise<SeenStory> {
    story(await this.sign(submitted, first, 'first_review'), 201);
    story(await this.sign(submitted, 'section-head', 'second_review'), 201);
    // Whoever is on duty: a reason is there, should it be somebody else.
    const exception = '值班的同事不在';
    return story(await this.sign(submitted, 'chief-editor', 'final_review', { exception }), 201);
  }

  /** Puts somebody on duty from now for half a day. */
  onDuty(name: CastName): Promise<void> {
    return this.county.inCounty((ctx) => ctx.transaction((tx) => setDuty(tx, name)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.county[Symbol.asyncDispose]();
  }
}

/** The story in an answer of this status. */
export function story(answer: Answer, status: number): SeenStory {
  assert.equal(answer.status, status, answer.text);
  return answer.read(storyView);
}

/** Asserts a refusal by status and code. */
export function refused(answer: Answer, status: number, code: string): void {
  assert.deepEqual([answer.status, answer.body['code']], [status, code], answer.text);
}

/** Opens a test county whose chief editor has opened the section 民生. */
export async function openDesk(settings: OwnSettings = {}): Promise<Desk> {
  const county = await testWorld({}, settings);
  const opened = await county
    .as('chief-editor')
    .post('/sections', { slug: 'life', name: { 'zh-CN': '民生', en: 'Life' }, position: 1 });
  assert.equal(opened.status, 201, opened.text);
  return new Desk(county, String(opened.body['id']));
}
