import { notify } from '#notices';
import { after, within } from '#platform/events';
import type { Subscription } from '#platform/events';
import {
  signatureTakenBack,
  storyHeld,
  storyPublished,
  storyRejected,
  storyReopened,
  storyReturned,
  storySigned,
  storySubmitted,
  submissionDecided,
} from '../events.ts';
import { storyHref } from '../story/story-hrefs.ts';
import { storyHandedIn, submissionFollows } from './follow-story.ts';

/** The story leads its submission, and the sender learns what became of it. */
export const submissionSubscriptions: readonly Subscription[] = [
  within(storySubmitted, (tx, event, actor) => storyHandedIn(tx, actor, event.payload.storyId)),
  ...[storySigned, storyHeld, storyPublished, storyReopened].map((kind) =>
    within(kind as typeof storyReopened, (tx, event, actor) =>
      submissionFollows(tx, actor, event.payload.storyId, 'accepted'),
    ),
  ),
  within(signatureTakenBack, async (tx, event, actor) => {
    if (event.payload.verdict !== 'approved') await submissionFollows(tx, actor, event.payload.storyId, 'accepted');
  }),
  within(storyReturned, (tx, event, actor) => submissionFollows(tx, actor, event.payload.storyId, 'returned')),
  within(storyRejected, (tx, event, actor) => submissionFollows(tx, actor, event.payload.storyId, 'rejected')),
  after(submissionDecided, 'newsroom.tell-sender', (ctx, event) =>
    ctx.transaction(async (tx) => {
      await notify(tx, {
        personIds: [event.payload.senderId],
        kind: `submission.${event.payload.decision}`,
        subjectId: event.payload.submissionId,
        href: storyHref(event.payload.submissionId),
        dedupeKey: event.id,
      });
    }),
  ),
];
