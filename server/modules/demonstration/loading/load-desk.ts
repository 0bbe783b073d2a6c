import { addComment, answerComment, importLexicon, reportError, storyById, writeStory } from '#newsroom';
import { placeByCode } from '#places';
import { guestActor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { demonstrationDrafts, demonstrationReports } from '../content/drafts.ts';
import type { DraftContent } from '../content/drafts.ts';
import { demonstrationComments } from '../content/comments.ts';
import type { CommentContent } from '../content/comments.ts';
import { demonstrationLexicon } from '../content/lexicon.ts';
import { placeByName } from '../content/places.ts';
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

async function writeDraft(teller: Teller, tx: Tx, draft: DraftContent): Promise<string> {
  teller.hoursAgo(draft.hoursAgo);
  const text = storyText(
    { title: draft.title, deck: draft.deck, paragraphs: draft.paragraphs, alt: '', caption: '' },
    'zh',
    null,
  );
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
