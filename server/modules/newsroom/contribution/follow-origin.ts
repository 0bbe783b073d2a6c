import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { signaturesIn } from '../review/round.ts';
import { saveText } from '../story/save-text.ts';
import { storyHref } from '../story/story-hrefs.ts';
import { storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submitStory, takeBack } from '../story/submit-story.ts';
import { submissionById } from '../submission/submission-queries.ts';
import { editionsOf, noteWithdrawal, settleEditions } from './contribution-queries.ts';
import type { Contribution } from './contribution-queries.ts';
import type { NewEdition } from './take-contribution.ts';

/** A contributed text was published anew where it comes from. While nobody here has signed it, it is handed in anew as it stands there; what is signed or public waits for the desk, which is told. An edition that is known, or older than one that is, changes nothing, unless the text was taken down there in between: then it stands again. */
export async function followOrigin(tx: Tx, actor: Actor, known: Contribution, edition: NewEdition): Promise<void> {
  const editions = await editionsOf(tx, [known.id]);
  const latest = editions.at(-1);
  const waits = editions.find((one) => one.number === edition.number)?.settled === null;
  if (known.withdrawnAt) await noteWithdrawal(tx, known.id, { at: null, settledAt: null });
  if (latest?.number !== edition.number || !(waits || known.withdrawnAt)) return;
  const story = await storyForUpdate(tx, known.storyId);
  if (await isStillTheirs(tx, story)) {
    await handInAnew(tx, actor, story, edition);
    await settleEditions(tx, known.id, edition.number, 'taken', null);
  } else if (waits) await tellDesk(tx, story, `contribution:${known.id}:${edition.number}`);
}

/** A contributed text was taken down where it comes from: what nobody here has signed goes back to its sender; all else waits for the desk. */
export async function followWithdrawal(tx: Tx, actor: Actor, known: Contribution): Promise<void> {
  if (known.withdrawnAt) return;
  const story = await storyForUpdate(tx, known.storyId);
  const isTheirs = await isStillTheirs(tx, story);
  await noteWithdrawal(tx, known.id, { at: tx.at, settledAt: isTheirs ? tx.at : null });
  if (!isTheirs) return tellDesk(tx, story, `contribution:${known.id}:withdrawn:${tx.at.getTime()}`);
  if (story.roundId) await takeBack(tx.ctx, actor, { storyId: story.id });
}

/** Whether nobody but its sender has a hand in the text: never published, a draft of theirs, or in a round that nobody has signed and on a version that they wrote. */
async function isStillTheirs(tx: Tx, story: StoryRow): Promise<boolean> {
  if (story.editionId !== null) return false;
  if (story.state === 'draft' || story.state === 'returned') return true;
  if (!story.roundId || story.state === 'held' || (await signaturesIn(tx, story.roundId)).length > 0) return false;
  return (await submissionById(tx, story.id))?.sentRevisionId === story.revisionId;
}

async function handInAnew(tx: Tx, actor: Actor, story: StoryRow, { text }: NewEdition): Promise<void> {
  const back = story.roundId ? await takeBack(tx.ctx, actor, { storyId: story.id }) : story;
  const saved = await saveText(tx.ctx, actor, { storyId: story.id, version: back.version, text });
  await submitStory(tx.ctx, actor, { storyId: story.id, version: saved.version });
}

/** Whoever looks after the story, and whoever took it. */
async function tellDesk(tx: Tx, story: StoryRow, dedupeKey: string): Promise<void> {
  const submission = await submissionById(tx, story.id);
  await notify(tx, {
    personIds: [story.editorId, submission?.decidedBy ?? null].filter((id) => id !== null),
    kind: 'contribution.changed',
    subjectId: story.id,
    href: storyHref(submission?.mergedInto ?? story.id),
    dedupeKey,
  });
}
