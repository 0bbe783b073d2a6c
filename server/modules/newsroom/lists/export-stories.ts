import { inWords } from '#places';
import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import type { StoryListQuery } from '../contract.ts';
import { storyLines } from '../story/story-view.ts';
import { listStories } from './story-list.ts';

const most = 5_000;
const columns = [
  'title',
  'language',
  'section',
  'places',
  'author',
  'byline',
  'state',
  'public',
  'path',
  'first published',
  'updated',
  'address',
] as const;

/** The list as CSV (UTF-8 with byte order mark, so that spreadsheets read Chinese), at most 5,000 rows in the list's own order and filters. */
export async function exportStories(ctx: Ctx, actor: Actor, query: StoryListQuery): Promise<string> {
  return ctx.transaction(async (tx) => {
    const { rows } = await listStories(ctx, actor, { ...query, limit: most });
    const lines = await storyLines(tx, rows);
    const cells = lines.map((line) => [
      line.title,
      line.language,
      inWords(line.section.name, ctx.language),
      line.places.map((place) => inWords(place.name, ctx.language)).join(' '),
      line.author.name,
      line.byline,
      line.state,
      line.publicState,
      line.path,
      line.firstPublishedAt ?? '',
      line.updatedAt,
      line.slug ? `/stories/${line.slug}` : '',
    ]);
    return `\ufeff${[[...columns], ...cells].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
  });
}

/** A cell that no spreadsheet takes for a formula (trust.md A29), quoted where it must be. */
export function csvCell(value: string): string {
  const tame = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
