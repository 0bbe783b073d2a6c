import { escapeHtml, renderHtml, sha256Hex } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { editionText } from '#newsroom';
import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { copyForUpdate, copiesToRead } from '../../copy/copy-queries.ts';
import type { Copy } from '../../copy/copy-queries.ts';
import { copyStates } from '../../copy/states.ts';
import { copyDrifted } from '../../events.ts';
import type { FetchPage } from './fetch-page.ts';
import { storyWordsOf, visibleWords } from './visible-words.ts';

const by = systemActor('read-back');
const atOnce = 20;
/** After so many misses the copy waits a day before the next look. */
const misses = 8;

/** Reads the public pages of copies whose turn it is and compares their words with the edition's. A page that does not answer is asked again later; one that shows other words is `drifted`. */
export async function readBack(ctx: Ctx, fetchPage: FetchPage): Promise<number> {
  const copies = await ctx.transaction((tx) => copiesToRead(tx, ctx.app.clock.now(), atOnce));
  for (const copy of copies) {
    const seen = await look(ctx, copy, fetchPage);
    await ctx.transaction((tx) => note(tx, copy, seen));
  }
  return copies.length;
}

/** The words that were seen, or why there were none. */
type Seen = { words: string } | { problem: string };

async function look(ctx: Ctx, copy: Copy, fetchPage: FetchPage): Promise<Seen> {
  try {
    const page = await fetchPage(ctx, copy.address ?? '/');
    const words = page.status === 200 ? storyWordsOf(page.html) : undefined;
    return words === undefined ? { problem: `status-${page.status}` } : { words };
  } catch {
    return { problem: 'no-answer' };
  }
}

async function note(tx: Tx, looked: Copy, seen: Seen): Promise<void> {
  const copy = await copyForUpdate(tx, looked.id);
  if (!copy || (copy.state !== 'published' && copy.state !== 'drifted')) return;
  if ('problem' in seen) return lookAgain(tx, copy, seen.problem);
  const text = await editionText(tx, copy.editionId);
  const same = seen.words === wordsOf(text);
  const hashSeen = same ? copy.hashSent : sha256Hex(seen.words);
  await tx.named(
    'channels.seen',
    'update channels.copies set hash_seen = $3, seen_at = $4, look_at = null, looks = looks + 1, problem = $5, changed_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, copy.id, hashSeen, tx.at, same ? null : 'other-words'],
  );
  if (same && copy.state === 'drifted') await move(tx, copyStates, copy, 'published', { by });
  if (same || copy.state === 'drifted') return;
  await move(tx, copyStates, copy, 'drifted', { by });
  await emit(tx, copyDrifted, by, { copyId: copy.id, storyId: copy.storyId, channel: copy.channel });
}

const wordsOf = (text: StoryText): string =>
  visibleWords(
    `${escapeHtml(text.title)} ${renderHtml(text, { resolveFigure: () => ({ src: '', width: 1, height: 1 }) })}`,
  );

async function lookAgain(tx: Tx, copy: Copy, problem: string): Promise<void> {
  const wait = copy.looks >= misses ? 86_400 : Math.min(3_600, 5 * 2 ** copy.looks);
  await tx.named(
    'channels.look-again',
    'update channels.copies set looks = looks + 1, problem = $3, look_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, copy.id, problem, new Date(tx.ctx.app.clock.now().getTime() + wait * 1_000)],
  );
}
