import type { StoryText } from '@xiangyin/document';
import { inWords } from '#places';
import { storyPath } from '#newsroom';
import type { StoryRow } from '#newsroom';
import { addressOf } from '#platform/county-address';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Draft } from '../kinds/rendering.ts';
import { machineMarks } from './machine-marks.ts';
import { noticeWords } from './notice-words.ts';

/** The text in work of a story, or one that is just being written, as channels would get it. */
export async function draftOf(tx: Tx, story: StoryRow, written?: StoryText): Promise<Draft> {
  const text = written ?? (await textInWork(tx, story));
  const site = addressOf(tx.ctx);
  return {
    text,
    marked: await machineMarks(tx, text),
    byline: story.byline,
    language: story.language,
    storyKind: story.kind,
    notice: noticeWords(tx.ctx, story, story.language === 'en' ? 'en' : 'zh-CN'),
    correctionNote: story.correctionNote,
    site,
    publisher: inWords(tx.ctx.county.publisher, story.language),
    address: story.slug === null ? null : `${site}${storyPath(tx.ctx, story.slug, story.language)}`,
  };
}

async function textInWork(tx: Tx, story: StoryRow): Promise<StoryText> {
  const [row] = await tx.named<{ text: StoryText }>(
    'channels.text-in-work',
    'select text from newsroom.revisions where county_id = $1 and id = $2',
    [tx.countyId, story.revisionId],
  );
  return found(row).text;
}
