import { dayOf, inWords } from '#places';
import type { Actor } from '#platform/actor';
import { addressOf } from '#platform/county-address';
import { mustSomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ContributionQuery, ContributionView } from '../contract.ts';
import { storyPath } from '../story/story-hrefs.ts';
import { storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submissionById } from '../submission/submission-queries.ts';
import type { SubmissionRow } from '../submission/submission-queries.ts';
import { contributionBySource, editionsOf } from './contribution-queries.ts';
import type { Contribution, ContributionEdition } from './contribution-queries.ts';

/** What became of a contribution that the asker handed in. Refuses: NotFound (404) for what was never handed in, by another account, or not in this edition. */
export async function seeContribution(ctx: Ctx, actor: Actor, query: ContributionQuery): Promise<ContributionView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'contribution.send');
    const known = found(await contributionBySource(tx, query));
    return known.senderId === actor.id ? standingFor(tx, known, query.edition) : refuse('NotFound');
  });
}

/** What its sender is told of an edition. Refuses: NotFound (404) for one that was not handed in. */
export async function standingFor(tx: Tx, { id, storyId }: Contribution, number: number): Promise<ContributionView> {
  const edition = found((await editionsOf(tx, [id])).find((one) => one.number === number));
  const submission = await submissionById(tx, storyId);
  const story = await storyById(tx, submission?.mergedInto ?? storyId);
  const state = stateOf(edition, story, submission);
  const isPublic = state === 'published';
  return {
    id,
    state,
    reason: state === 'returned' || state === 'rejected' ? (submission?.reason ?? null) : null,
    address: isPublic && story.slug ? `${addressOf(tx.ctx)}${storyPath(tx.ctx, story.slug, story.language)}` : null,
    publishedOn: isPublic && story.firstPublishedAt ? dayOf(story.firstPublishedAt, tx.ctx.county.timeZone) : null,
    publisher: inWords(tx.ctx.county.publisher, story.language),
  };
}

function stateOf(
  edition: ContributionEdition,
  story: StoryRow,
  submission: SubmissionRow | undefined,
): ContributionView['state'] {
  if (story.publicState === 'withdrawn') return 'withdrawn';
  if (edition.settled === null) return 'waiting';
  if (story.publicState === 'published') return isIn(edition, story) ? 'published' : 'waiting';
  if (submission) return ofSubmission[submission.state];
  // Handed in by somebody of the desk here, it is no submission.
  if (story.state === 'returned' || story.state === 'rejected') return story.state;
  return story.state === 'draft' || story.state === 'discarded' ? 'taken-back' : 'accepted';
}

const ofSubmission = {
  waiting: 'received',
  accepted: 'accepted',
  merged: 'merged',
  returned: 'returned',
  rejected: 'rejected',
  taken_back: 'taken-back',
} as const;

// What was taken over is public with the next publication; what the desk dealt with otherwise needs none.
const isIn = ({ settled, settledAt }: ContributionEdition, { publishedAt }: StoryRow): boolean =>
  settled === 'left' || (settledAt !== null && publishedAt !== null && publishedAt >= settledAt);
