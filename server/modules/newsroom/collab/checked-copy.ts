import { readSuggested, workingCopyFrom, WorkingCopyFault } from '@xiangyin/document/working-copy';
import type { SuggestedText } from '@xiangyin/document/working-copy';
import * as Y from 'yjs';
import { appendUpdates } from '../draft/append-updates.ts';
import type { Written } from '../draft/append-updates.ts';
import { openDraft } from '../draft/open-draft.ts';
import { inCounty } from '#platform/transaction';
import type { App } from '#platform/app';
import type { County } from '#platform/county';

/** Whoever writes: what one sender wrote rests on what they wrote before. */
export interface Sender {
  readonly writerId: string;
}

type Tried = Omit<Written, 'writerId'>;

interface Waiting extends Tried {
  readonly sender: Sender;
  readonly kept: () => void;
  readonly refused: (reason: unknown) => void;
}

/** A working copy on which every update is tried before anybody else gets it, and kept in the database before its writer is told so (an acknowledged keystroke outlives kill -9). */
export class CheckedCopy {
  readonly #app: App;
  readonly #county: County;
  readonly #story: { id: string; language: string };
  #doc: Y.Doc;
  // How the copy reads now, and which pictures are known to be stored.
  #now: SuggestedText;
  readonly #pictures: Set<string>;
  #waiting: Waiting[] = [];
  #inHand: Waiting[] = [];
  #keeping: Promise<void> | undefined;
  #rebuilding: Promise<void> | undefined;

  private constructor(app: App, county: County, story: { id: string; language: string }, state: Uint8Array) {
    this.#app = app;
    this.#county = county;
    this.#story = story;
    this.#doc = workingCopyFrom([state]);
    this.#now = readSuggested(this.#doc, story.language);
    this.#pictures = new Set(this.#now.pictures);
  }

  static async open(app: App, county: County, story: { id: string; language: string }): Promise<CheckedCopy> {
    return new CheckedCopy(app, county, story, await inCounty(app, county, (ctx) => openDraft(ctx, story.id)));
  }

  /** Tries an update and keeps it; resolves when it is kept. Throws WorkingCopyFault for what no editor of ours can have written; refuses PictureUnknown (422). */
  async take(sender: Sender, update: Uint8Array): Promise<void> {
    // Several may wait for the same rebuilding, and the first of them may spoil it again.
    while (this.#rebuilding) await this.#rebuilding;
    const tried = this.#try(update);
    if (!tried) return;
    return new Promise((kept, refused) => {
      this.#waiting.push({ sender, ...tried, kept, refused });
      this.#keeping ??= this.#keep();
    });
  }

  /** Everything kept by now, this process's and others'. */
  async refreshed(): Promise<Uint8Array> {
    const state = await inCounty(this.#app, this.#county, (ctx) => openDraft(ctx, this.#story.id));
    while (this.#rebuilding) await this.#rebuilding;
    Y.applyUpdate(this.#doc, state);
    this.#now = readSuggested(this.#doc, this.#story.language);
    return state;
  }

  /** Resolves when nothing waits to be kept. */
  async settled(): Promise<void> {
    while (this.#keeping) await this.#keeping;
  }

  close(): void {
    this.#doc.destroy();
  }

  // Undefined: nothing new in it.
  #try(update: Uint8Array): Tried | undefined {
    const news: Uint8Array[] = [];
    const note = (piece: Uint8Array): void => void news.push(piece);
    this.#doc.on('update', note);
    try {
      Y.applyUpdate(this.#doc, update);
      const before = this.#now;
      this.#now = readSuggested(this.#doc, this.#story.language);
      return news.length === 0 ? undefined : { update: Y.mergeUpdates(news), ...this.#changes(before, this.#now) };
    } catch (error) {
      this.#rebuild();
      // Yjs throws plain errors at bytes that are no update.
      throw error instanceof WorkingCopyFault ? error : new WorkingCopyFault('/', 'WrongType');
    } finally {
      this.#doc.off('update', note);
    }
  }

  // A suggestion that goes while the text stays was turned down; one that goes while the text changes counts as accepted, for words of others must never pass unseen.
  #changes(before: SuggestedText, now: SuggestedText): Omit<Tried, 'update'> {
    const changesText =
      before.suggestions.size + now.suggestions.size === 0 || JSON.stringify(before.text) !== JSON.stringify(now.text);
    return {
      pictures: [...now.pictures].filter((hash) => !this.#pictures.has(hash)),
      suggestions: [...now.suggestions].filter((id) => !before.suggestions.has(id)),
      accepted: changesText ? [...before.suggestions].filter((id) => !now.suggestions.has(id)) : [],
      changesText,
    };
  }

  // In the order in which they came; what brings a picture goes alone, since it may be refused.
  async #keep(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const withPicture = this.#waiting.findIndex((one) => one.pictures.length > 0);
        this.#inHand = this.#waiting.splice(0, withPicture === -1 ? this.#waiting.length : Math.max(withPicture, 1));
        await this.#keepInHand();
      }
    } finally {
      this.#keeping = undefined;
    }
  }

  async #keepInHand(): Promise<void> {
    const batch = this.#inHand;
    const pictures = batch.flatMap((one) => one.pictures);
    try {
      await inCounty(this.#app, this.#county, (ctx) =>
        appendUpdates(
          ctx,
          this.#story.id,
          batch.map(({ sender, ...tried }) => ({ ...tried, writerId: sender.writerId })),
        ),
      );
      this.#inHand = [];
      for (const hash of pictures) this.#pictures.add(hash);
      for (const one of batch) one.kept();
    } catch (error) {
      this.#inHand = [];
      this.#refuse(batch, error);
    }
  }

  // What the same senders wrote after it rests on it. Of others nothing can: they never saw it.
  #refuse(batch: readonly Waiting[], error: unknown): void {
    const senders = new Set(batch.map((one) => one.sender));
    const fallen = [...batch, ...this.#waiting.filter((one) => senders.has(one.sender))];
    this.#waiting = this.#waiting.filter((one) => !senders.has(one.sender));
    this.#rebuild();
    for (const one of fallen) one.refused(error);
  }

  #rebuild(): void {
    this.#rebuilding ??= this.#readAgain().finally(() => {
      this.#rebuilding = undefined;
    });
  }

  async #readAgain(): Promise<void> {
    for (;;) {
      try {
        const state = await inCounty(this.#app, this.#county, (ctx) => openDraft(ctx, this.#story.id));
        const spoiled = this.#doc;
        this.#doc = workingCopyFrom([state, ...[...this.#inHand, ...this.#waiting].map((one) => one.update)]);
        this.#now = readSuggested(this.#doc, this.#story.language);
        spoiled.destroy();
        return;
      } catch (error) {
        this.#app.log.warn('a working copy could not be read again', {
          error: error instanceof Error ? error : undefined,
        });
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }
}
