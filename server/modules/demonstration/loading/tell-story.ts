import { beginCorrection, changeStory, saveText, signReview, submitStory, withdrawStory, writeStory } from '#newsroom';
import type { StoryRow } from '#newsroom';
import type { StoryText } from '@xiangyin/document';
import { textHash } from '@xiangyin/document';
import { placeByCode } from '#places';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { placeByName } from '../content/places.ts';
import type { StoryContent } from '../content/story-content.ts';
import type { Desk } from './story-desk.ts';
import type { Teller } from './teller.ts';

/** The steps of the full path, in order, and who of the desk takes them. */
const steps = [
  ['first_review', 'first'],
  ['second_review', 'second'],
  ['final_review', 'final'],
] as const;

/** What is begun: in hours before the county's clock. */
export interface ToWrite {
  hoursAgo: number;
  kind: 'story' | 'notice';
  language: 'zh' | 'en';
  section: string;
  placeNames: readonly string[];
  text: StoryText;
  translationOf?: string;
  validUntil?: Date | undefined;
  level: StoryContent['level'] | null;
}

/** Tells one story through the newsroom's verbs, each act by its person at its hour. */
export class StoryTelling {
  readonly #teller: Teller;
  readonly #tx: Tx;
  readonly #desk: Desk;
  constructor(teller: Teller, tx: Tx, desk: Desk) {
    this.#teller = teller;
    this.#tx = tx;
    this.#desk = desk;
  }

  async write(one: ToWrite): Promise<StoryRow> {
    const tx = this.#tx;
    const actor = await this.#act(one.hoursAgo, this.#desk.author);
    return writeStory(tx.ctx, actor, {
      kind: one.kind,
      language: one.language === 'zh' ? 'zh-CN' : 'en',
      sectionId: this.#teller.id(`section:${one.section}`),
      text: one.text,
      byline: this.#desk.byline[one.language],
      placeIds: one.placeNames.map((name) => (placeByCode(tx, placeByName(name).code) ?? refuse('NotFound')).id),
      translationOf: one.translationOf ?? null,
      validUntil: one.validUntil ?? null,
      level: one.level ?? null,
    });
  }

  /** Hands the present text in. */
  async submit(story: StoryRow, hoursAgo: number, by: string = this.#desk.author): Promise<StoryRow> {
    return submitStory(this.#tx.ctx, await this.#act(hoursAgo, by), { storyId: story.id, version: story.version });
  }

  /** Signs as many steps as there are hours; the third one publishes. */
  async sign(story: StoryRow, text: StoryText, hours: readonly number[]): Promise<StoryRow> {
    let now = story;
    for (const [at, hoursAgo] of hours.entries()) {
      const [step, who] = steps[at] ?? refuse('WrongState');
      now = await signReview(this.#tx.ctx, await this.#act(hoursAgo, this.#desk[who]), {
        storyId: now.id,
        step,
        revisionId: now.revisionId,
        textHash: textHash(text),
        verdict: 'approved',
      });
    }
    return now;
  }

  async giveBack(story: StoryRow, text: StoryText, hoursAgo: number, reason: string): Promise<StoryRow> {
    return signReview(this.#tx.ctx, await this.#act(hoursAgo, this.#desk.first), {
      storyId: story.id,
      step: 'first_review',
      revisionId: story.revisionId,
      textHash: textHash(text),
      verdict: 'returned',
      reason,
    });
  }

  async withdraw(story: StoryRow, hoursAgo: number, reason: string): Promise<StoryRow> {
    return withdrawStory(this.#tx.ctx, await this.#act(hoursAgo, this.#desk.final), { storyId: story.id, reason });
  }

  /** Begins a correction (with a note for the public) or an update (null), and saves its text. */
  async correct(
    story: StoryRow,
    text: StoryText,
    hoursAgo: number,
    note: string | null,
    by: string = this.#editor(),
  ): Promise<StoryRow> {
    const begun = await beginCorrection(this.#tx.ctx, await this.#act(hoursAgo, by), { storyId: story.id, note });
    return saveText(this.#tx.ctx, await this.#act(hoursAgo, by), { storyId: story.id, version: begun.version, text });
  }

  async succeed(storyId: string, successorId: string, hoursAgo: number): Promise<StoryRow> {
    return changeStory(this.#tx.ctx, await this.#act(hoursAgo, this.#editor()), { storyId, successorId });
  }

  #act(hoursAgo: number, person: string): ReturnType<Teller['actor']> {
    this.#teller.hoursAgo(hoursAgo);
    return this.#teller.actor(this.#tx, person);
  }

  // The editor who does not sign the first review.
  #editor(): string {
    return this.#desk.first === 'linxiaohe' ? 'zhouyan' : 'linxiaohe';
  }
}
