import { registerEntries } from '#newsroom';
import type { RegisterEntry, TextRun } from '#newsroom/page-contract';
import { inWords } from '#places';
import type { Ctx } from '#platform/transaction';
import type { FeedItem } from './write-feed.ts';

/** The latest 40 entries of the register, told in words: what stood there and what stands there now, for a feed strikes nothing through. */
export async function correctionItems(
  ctx: Ctx,
  address: (path: string) => string,
  idOf: (path: string) => string,
): Promise<FeedItem[]> {
  const entries = await ctx.transaction((tx) => registerEntries(tx, ctx.language, { limit: 40 }));
  return entries.map((entry) => ({
    id: `${idOf('/corrections')}#entry-${entry.id}`,
    href: address(`/stories/${entry.story.slug}${entry.correction ? `#correction-${entry.correction.edition}` : ''}`),
    title: ctx.app.wording.say(ctx.tag, `portal.feed.${entry.kind}`, { title: entry.story.title }),
    text: wordsOf(ctx, entry),
    by: inWords(ctx.county.publisher, ctx.language),
    section: entry.section.name,
    language: entry.story.language,
    at: new Date(entry.at),
    changedAt: null,
  }));
}

function wordsOf(ctx: Ctx, { kind, note, correction }: RegisterEntry): string {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    ctx.app.wording.say(ctx.tag, `portal.feed.${key}`, values);
  if (!correction) return [say(`${kind}-text`), ...(note === null ? [] : [note])].join('\n');
  const changes = correction.changes.map(({ runs }) =>
    say('change', { before: without('ins', runs), after: without('del', runs) }),
  );
  return [correction.note, ...changes].join('\n');
}

const without = (kind: TextRun['kind'], runs: readonly TextRun[]): string =>
  runs
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join('');
