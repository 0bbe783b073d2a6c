import { Readable } from 'node:stream';
import type { App } from '#platform/app';
import { hasKey } from '#platform/http/elsewhere';
import { cursorOf, readCursor } from '#platform/keyset';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ExportLine, StoryField } from '../contract.ts';
import { endOfChanges } from './read-changes.ts';
import { publicStoriesAfter, publicViews } from './public-stories.ts';
import type { PublicStory } from './public-stories.ts';

/** Which stories, and what of them. */
export interface ExportQuery {
  /** The cursor of the last line that arrived whole. */
  readonly after?: string | undefined;
  readonly fields?: readonly StoryField[] | undefined;
}

/** How much is read ahead, how many run at once, and how long one waits for a reader who has stopped reading. */
export const exportLimits = { page: 50, forEach: 2, forAddresses: 5, forAll: 8, idleSeconds: 60 };

/** Every published story, one JSON object a line: first where the feed of changes stood when it began, then the stories, last that this was all. Read page by page, each in a transaction
 *  of its own and only as fast as it is taken, so that neither memory nor a connection is held. What is published meanwhile stands in the feed behind the first line's cursor.
 *  Refuses: BadRequest (400), TooManyRequests (429) while two of the same reader, five of readers without a key, or eight of all, are under way. */
export async function exportStories(ctx: Ctx, reader: string, query: ExportQuery): Promise<Readable> {
  const after = query.after === undefined ? null : readCursor(query.after).id;
  const release = takeSlot(ctx.app, reader);
  const begun = await ctx.read(endOfChanges).catch((error: unknown) => {
    release();
    throw error;
  });
  return endWithReader(write(ctx, after, query.fields, begun), release);
}

async function* write(
  ctx: Ctx,
  after: string | null,
  fields: readonly StoryField[] | undefined,
  changes: string | null,
): AsyncGenerator<string> {
  yield lineOf({ line: 'begin', changes });
  for (let from = after; ;) {
    const page = await readPage(ctx, from, fields);
    const last = page.stories.at(-1);
    if (last) yield page.text;
    if (!last || page.stories.length < exportLimits.page) break;
    from = last.id;
  }
  yield lineOf({ line: 'end' });
}

async function readPage(
  ctx: Ctx,
  after: string | null,
  fields: readonly StoryField[] | undefined,
): Promise<{ stories: readonly PublicStory[]; text: string }> {
  return ctx.read(async (tx) => {
    const stories = await publicStoriesAfter(tx, after, exportLimits.page);
    const views = await publicViews(tx, stories, fields);
    const text = views.map((story) => lineOf({ line: 'story', cursor: cursorOf(null, story.id), story })).join('');
    return { stories, text };
  });
}

const lineOf = (line: ExportLine): string => `${JSON.stringify(line)}\n`;

const running = new WeakMap<App, Map<string, number>>();

function takeSlot(app: App, reader: string): () => void {
  const slots = running.get(app) ?? new Map<string, number>();
  running.set(app, slots);
  const underWay = (who: (name: string) => boolean): number =>
    [...slots].reduce((sum, [name, count]) => (who(name) ? sum + count : sum), 0);
  const own = slots.get(reader) ?? 0;
  // Whoever is nobody's guest cannot keep those out who have a key.
  const isFull =
    own >= exportLimits.forEach ||
    underWay(() => true) >= exportLimits.forAll ||
    (!hasKey(reader) && underWay((name) => !hasKey(name)) >= exportLimits.forAddresses);
  if (isFull) refuse('TooManyRequests', { retryAfterSeconds: 30 });
  slots.set(reader, own + 1);
  return () => {
    const left = (slots.get(reader) ?? 1) - 1;
    if (left > 0) slots.set(reader, left);
    else slots.delete(reader);
  };
}

// Whoever stops reading gives the place to others, and comes back with a cursor.
function endWithReader(lines: AsyncIterable<string>, release: () => void): Readable {
  const idle = setTimeout(() => stream.destroy(), exportLimits.idleSeconds * 1_000);
  const stream = Readable.from(whileTaken(lines, idle), { objectMode: true, highWaterMark: 1 });
  return stream.once('close', () => {
    clearTimeout(idle);
    release();
  });
}

async function* whileTaken(lines: AsyncIterable<string>, idle: NodeJS.Timeout): AsyncGenerator<string> {
  for await (const line of lines) {
    yield line;
    idle.refresh();
  }
}
