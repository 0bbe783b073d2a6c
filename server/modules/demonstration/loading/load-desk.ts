import {
  addComment,
  answerComment,
  archiveStory,
  assignEditor,
  holdOver,
  importLexicon,
  mergeSubmission,
  planRelease,
  reportError,
  signReview,
  storyById,
  submitStory,
  suggestChange,
  writeStory,
} from '#newsroom';
import { textHash } from '@xiangyin/document';
import { placeByCode } from '#places';
import { guestActor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import { demonstrationAnswered, demonstrationDrafts, demonstrationReports } from '../content/drafts.ts';
import type { DraftContent } from '../content/drafts.ts';
import { demonstrationComments } from '../content/comments.ts';
import type { CommentContent } from '../content/comments.ts';
import { demonstrationSuggestions } from '../content/suggestions.ts';
import { demonstrationLexicon } from '../content/lexicon.ts';
import { placeByName } from '../content/places.ts';
import { storyStage } from '../content/stories.ts';
import { storiesInOrder } from './load-stories.ts';
import { storyText } from './story-text.ts';
import type { Teller } from './teller.ts';

/** What lies on the desk besides the stories: the county's names, a correspondent's drafts, what colleagues said beside the texts, and what readers reported. The stories that are meant must be there. */
export async function loadDesk(teller: Teller): Promise<void> {
  await teller.once('lexicon', async (tx) => {
    teller.hoursAgo(24 * 30);
    await importLexicon(tx.ctx, await teller.actor(tx, 'linxiaohe'), demonstrationLexicon);
    return teller.id('step:places');
  });
  for (const draft of demonstrationDrafts)
    await teller.once(`draft:${draft.key}`, (tx) => writeDraft(teller, tx, draft));
  for (const comment of demonstrationComments)
    await teller.once(`comment:${comment.key}`, (tx) => writeComment(teller, tx, comment));
  for (const { key, at, by, hoursAgo, quote, words } of demonstrationSuggestions)
    await teller.once(`suggestion:${key}`, async (tx) => {
      teller.hoursAgo(hoursAgo);
      await suggestChange(tx.ctx, await teller.actor(tx, by), { storyId: teller.id(at), quote, words });
      return teller.id(at);
    });
  for (const one of demonstrationAnswered) await teller.once(`draft:${one.key}`, (tx) => tellAnswered(teller, tx, one));
  await teller.once('release', (tx) => {
    teller.hoursAgo(9);
    return teller.actor(tx, 'linxiaohe').then((editor) =>
      planRelease(tx.ctx, editor, {
        name: '冬至专版',
        releaseAt: new Date(countyClock.getTime() + (24 * 29 + 13) * 3_600_000 + 60_000),
        leaveBehind: true,
        storyIds: ['tea-hut-reading', 'opera-stage'].map((key) => teller.id(`draft:${key}`)),
      }),
    );
  });
  for (const [story, editor] of [
    ['draft:tea-hut-reading', 'linxiaohe'],
    ['draft:opera-stage', 'fangyuanshan'],
    ['story:levee-raised:zh', 'linxiaohe'],
    ['story:levee-raised:en', 'linxiaohe'],
    ['story:autumn-market:zh', 'linxiaohe'],
  ] as const)
    await teller.once(`editor:${story}`, async (tx) => {
      teller.hoursAgo(8);
      const wanted = { storyId: teller.id(story), editorId: teller.id(`person:${editor}`) };
      return (await assignEditor(tx.ctx, await teller.actor(tx, 'shenqiu'), wanted)).id;
    });
  await teller.once('archived', async (tx) => {
    teller.hoursAgo(20);
    const archived = await archiveStory(tx.ctx, await teller.actor(tx, 'linxiaohe'), {
      storyId: teller.id(`story:${oldestStory()}:zh`),
    });
    return archived.id;
  });
  for (const { key, story, hoursAgo, words, quote, contact } of demonstrationReports)
    await teller.once(`report:${key}`, async (tx) => {
      teller.hoursAgo(hoursAgo);
      const { slug } = await storyById(tx, teller.id(`story:${story}:zh`));
      return (
        await reportError(tx.ctx, guestActor(`form:${key}`), {
          slug: slug ?? refuse('NotFound'),
          words,
          quote,
          contact,
          suspect: false,
          net: `form:${key}`,
        })
      ).reportId;
    });
}

async function writeComment(teller: Teller, tx: Tx, comment: CommentContent): Promise<string> {
  const { part, quote, words } = comment;
  const storyId = teller.id(comment.at);
  teller.hoursAgo(comment.hoursAgo);
  const said = { part, quote, words, before: '', after: '', anchor: null, mentions: [] };
  const made = await addComment(tx.ctx, await teller.actor(tx, comment.by), { ...said, storyId });
  const commentId = (made.at(-1) ?? refuse('NotFound')).id;
  for (const answer of comment.answers) {
    teller.hoursAgo(answer.hoursAgo);
    await answerComment(tx.ctx, await teller.actor(tx, answer.by), {
      storyId,
      commentId,
      entry: answer.settles ? { kind: 'resolved' } : { kind: 'said', words: answer.words ?? '', mentions: [] },
    });
  }
  return commentId;
}

// Handed in, read by an editor, and kept for later, not used, or told in another story.
async function tellAnswered(teller: Teller, tx: Tx, one: (typeof demonstrationAnswered)[number]): Promise<string> {
  const storyId = await writeDraft(teller, tx, one);
  const { version, revisionId } = await storyById(tx, storyId);
  teller.hoursAgo(one.hoursAgo - 0.2);
  await submitStory(tx.ctx, await teller.actor(tx, 'chenxi'), { storyId, version });
  teller.hoursAgo(one.answeredHoursAgo);
  const editor = await teller.actor(tx, 'linxiaohe');
  if (one.answer === 'held')
    await holdOver(tx.ctx, editor, {
      storyId,
      note: one.note,
      remindAt: one.remindInHours ? new Date(countyClock.getTime() + one.remindInHours * 3_600_000) : null,
    });
  else if (one.mergedInto)
    await mergeSubmission(tx.ctx, editor, {
      submissionId: storyId,
      storyId: teller.id(`story:${one.mergedInto}:zh`),
      append: false,
    });
  else
    await signReview(tx.ctx, editor, {
      storyId,
      step: 'first_review',
      revisionId,
      textHash: textHash(textOf(one)),
      verdict: 'rejected',
      reason: one.note,
    });
  return storyId;
}

const oldestStory = (): string =>
  storiesInOrder()
    .filter(({ key }) => storyStage(key) === 'published')
    .reduce((oldest, one) => (one.hoursAgo > oldest.hoursAgo ? one : oldest)).key;

const textOf = ({ title, deck, paragraphs }: DraftContent): ReturnType<typeof storyText> =>
  storyText({ title, deck, paragraphs, alt: '', caption: '' }, 'zh', { picture: null });

async function writeDraft(teller: Teller, tx: Tx, draft: DraftContent): Promise<string> {
  teller.hoursAgo(draft.hoursAgo);
  const text = textOf(draft);
  const places = draft.placeNames.map((name) => (placeByCode(tx, placeByName(name).code) ?? refuse('NotFound')).id);
  return (
    await writeStory(tx.ctx, await teller.actor(tx, 'chenxi'), {
      kind: 'story',
      language: 'zh-CN',
      sectionId: teller.id(`section:${draft.section}`),
      placeIds: places,
      text,
    })
  ).id;
}
