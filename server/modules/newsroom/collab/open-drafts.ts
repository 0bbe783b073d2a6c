import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { inCounty } from '#platform/transaction';
import { layDownLeft } from '../story/lay-down-left.ts';
import type { DraftRoom } from './draft-room.ts';

/** Milliseconds after which somebody whose last window closed has laid the text down. */
const staysAwayMilliseconds = 15_000;
/** Less than a process has to end (platform/stop-signals.ts). */
const settlingMilliseconds = 1_500;

/** The working copies that are open in this process: one room for each story in whose text somebody is. Counties are kept apart by their ids, as everywhere. */
export class OpenDrafts {
  readonly #rooms = new Map<string, Promise<DraftRoom>>();
  readonly #leaving = new Set<Promise<void>>();
  /** Whose last window at a text closed a moment ago, and what then ends their hold. */
  readonly #left = new Map<string, { readonly timer: NodeJS.Timeout; readonly layDown: () => Promise<void> }>();
  readonly #app: App;
  constructor(app: App) {
    this.#app = app;
  }

  /** The room of a story, opened by whoever comes first. */
  enter(county: County, story: { id: string; language: string }): Promise<DraftRoom> {
    const key = keyOf(county.id, story.id);
    const known = this.#rooms.get(key);
    if (known) return known;
    const room = this.#open(county, story, (leaving) => {
      this.#rooms.delete(key);
      this.#leaving.add(leaving);
      void leaving.finally(() => this.#leaving.delete(leaving));
    });
    this.#rooms.set(key, room);
    room.catch(() => this.#rooms.delete(key));
    return room;
  }

  // Hocuspocus takes 30 MB: it comes with the first who writes.
  async #open(
    county: County,
    story: { id: string; language: string },
    closed: (leaving: Promise<void>) => void,
  ): Promise<DraftRoom> {
    const { DraftRoom } = await import('./draft-room.ts');
    return DraftRoom.open(this.#app, county, story, {
      came: (personId) => this.#cameBack(`${keyOf(county.id, story.id)} ${personId}`),
      left: (personId) => this.#wentAway(county, { storyId: story.id, personId }),
      closed,
    });
  }

  // A line that breaks comes again within seconds; whoever stays away has laid the text down.
  #wentAway(county: County, one: { storyId: string; personId: string }): void {
    const key = `${keyOf(county.id, one.storyId)} ${one.personId}`;
    this.#cameBack(key);
    const layDown = (): Promise<void> => {
      this.#cameBack(key);
      return inCounty(this.#app, county, (ctx) => layDownLeft(ctx, one)).catch((error: unknown) =>
        this.#app.log.warn('a text could not be laid down', { error: error instanceof Error ? error : undefined }),
      );
    };
    this.#left.set(key, { layDown, timer: setTimeout(() => void layDown(), staysAwayMilliseconds).unref() });
  }

  #cameBack(key: string): void {
    clearTimeout(this.#left.get(key)?.timer);
    this.#left.delete(key);
  }

  /** Something was written at a story elsewhere: whoever is in its text sees it. */
  refresh(countyId: number, storyId: string): void {
    this.#rooms.get(keyOf(countyId, storyId))?.then(
      (room) => room.refresh(),
      () => undefined,
    );
  }

  /** A session is over: its sockets close now. */
  ended(countyId: number, sessionId: string): void {
    this.#each(countyId, (room) => room.ended(sessionId));
  }

  /** Somebody's roles changed, or a story's state: everybody concerned is asked again. */
  askAgain(countyId: number, whom: { personId?: string; storyId?: string }): void {
    this.#each(countyId, (room) => room.askAgain(whom));
  }

  #each(countyId: number, work: (room: DraftRoom) => void): void {
    for (const [key, room] of this.#rooms) if (key.startsWith(`${countyId} `)) room.then(work, () => undefined);
  }

  /** The process ends, and the lines are closed: resolves when what came over them is kept, every version made that the last ones left, and laid down what somebody had closed a moment before, at the latest after a second and a half. What somebody had open stays theirs, for they come back, here or at another process. */
  async settle(): Promise<void> {
    const end = performance.now() + settlingMilliseconds;
    while ((this.#rooms.size > 0 || this.#leaving.size > 0) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    // Nobody else knows of them: their hold would last for half a day.
    const laidDown = Promise.all([...this.#left.values()].map(({ layDown }) => layDown()));
    await Promise.race([
      laidDown,
      new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())).unref()),
    ]);
  }

  /** Resolves when nobody is in any text, every version is made that the last ones left, and what they had open lies again. */
  async empty(): Promise<void> {
    while (this.#rooms.size > 0 || this.#leaving.size > 0) {
      await Promise.all(this.#leaving);
      if (this.#rooms.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all([...this.#left.values()].map(({ layDown }) => layDown()));
  }
}

const keyOf = (countyId: number, storyId: string): string => `${countyId} ${storyId}`;

const known = new WeakMap<App, OpenDrafts>();

/** The open working copies of this process. */
export function openDraftsOf(app: App): OpenDrafts {
  const drafts = known.get(app) ?? new OpenDrafts(app);
  known.set(app, drafts);
  return drafts;
}
