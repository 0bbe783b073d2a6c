import { accountChanged, grantAdded, grantEnded, holdersOf, sessionEnded } from '#access';
import { notify } from '#notices';
import type { Notice } from '#notices';
import { after, committed } from '#platform/events';
import type { Subscription } from '#platform/events';
import type { Ctx, Tx } from '#platform/transaction';
import { openDraftsOf } from './collab/open-drafts.ts';
import {
  commentWritten,
  draftWritten,
  errorReported,
  signatureTakenBack,
  signaturesVoided,
  storyAssigned,
  storyHeld,
  storyPublished,
  storyRejected,
  storyReopened,
  storyRestored,
  storyResumed,
  storyReturned,
  storyReviewedAfterwards,
  storySigned,
  storySubmitted,
  storyTagged,
  storyWithdrawn,
  storyWritten,
} from './events.ts';
import { wakesDesk } from './error-report/wakes-desk.ts';
import { onDutyAt } from './review/on-duty-at.ts';
import { stepAtDesk } from './chain/chain-queries.ts';
import { urgentSlug } from './chain/chain.ts';
import { relateStory } from './related/relate-story.ts';
import { afterReview, withdrawalReview } from './story/states.ts';
import type { StepRule } from './story/states.ts';
import { correctHref, storyHref as href } from './story/story-hrefs.ts';
import { placeOf, storyById } from './story/story-queries.ts';
import type { StoryRow } from './story/story-queries.ts';

// The groups of the desk where the story belongs are told with whoever is on duty there.
const atDesk = (story: StoryRow): NonNullable<Notice['duty']> => ({ name: 'desk', placeId: placeOf(story) });

/** Tells those who may take the story's present step; nobody when it has moved on meanwhile. */
async function tellReviewers(
  ctx: Ctx,
  event: { id: string; payload: { storyId: string } },
  kind: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const story = await storyById(tx, event.payload.storyId);
    const rule = await stepAtDesk(tx, story);
    if (!rule) return;
    await notify(tx, {
      personIds: await reviewersOf(tx, story, rule, story.roundId),
      kind,
      subjectId: story.id,
      href: `${href(story.id)}/review`,
      dueAt: story.dueAt,
      dedupeKey: event.id,
      urgent: story.path === urgentSlug,
      duty: atDesk(story),
    });
  });
}

// Nobody is told what they did themselves.
const tellAuthor = (
  ctx: Ctx,
  event: { id: string; actor: { id: string }; payload: { storyId: string; authorId: string } },
  kind: string,
): Promise<void> =>
  ctx.transaction(async (tx) => {
    const { storyId, authorId } = event.payload;
    if (authorId === event.actor.id) return;
    await notify(tx, { personIds: [authorId], kind, subjectId: storyId, href: href(storyId), dedupeKey: event.id });
  });

// What has moved on meanwhile is no news; nobody is told what they did themselves.
const tellEditor = (
  ctx: Ctx,
  event: {
    id: string;
    actor: { id: string };
    payload: { storyId: string; editorId: string | null; formerId: string | null };
  },
): Promise<void> =>
  ctx.transaction(async (tx) => {
    const { storyId, editorId, formerId } = event.payload;
    const now = await storyById(tx, storyId);
    const told = [
      { id: now.editorId === editorId ? editorId : null, kind: 'story.assigned' },
      { id: now.editorId === formerId ? null : formerId, kind: 'story.given-away' },
    ];
    for (const { id, kind } of told)
      if (id !== null && id !== event.actor.id)
        await notify(tx, {
          personIds: [id],
          kind,
          subjectId: storyId,
          href: href(storyId),
          dedupeKey: `${kind}:${event.id}`,
        });
  });

async function reviewersOf(tx: Tx, story: StoryRow, rule: StepRule, roundId: string | null): Promise<string[]> {
  const holders = await holdersOf(tx, {
    roles: rule.roles,
    placeId: placeOf(story) ?? undefined,
    unitId: story.unitId,
    onDuty: rule.step === 'urgent_review',
  });
  const taken = await tx.named<{ id: string; side: string }>(
    'newsroom.sides',
    'select person_id as id, side from newsroom.duties where county_id = $1 and round_id = $2',
    [tx.countyId, roundId],
  );
  const free = holders.filter((id) => !taken.some((one) => one.id === id && one.side !== rule.side));
  if (free.length > 0) return free;
  // At a desk of few the chain may let one person take two steps: better they know than nobody.
  const [round] = await tx.named<{ separation: string | null }>(
    'newsroom.separation-of',
    'select separation from newsroom.rounds where county_id = $1 and id = $2',
    [tx.countyId, roundId],
  );
  if (round?.separation !== 'logged') return [];
  return holders.filter((id) => !taken.some((one) => one.id === id && one.side === 'author'));
}

async function lastToWithdraw(tx: Tx, storyId: string): Promise<string | undefined> {
  const [row] = await tx.named<{ id: string }>(
    'newsroom.last-to-withdraw',
    `select signer_id as id from newsroom.signatures where county_id = $1 and story_id = $2 and verdict = 'withdrawn' order by number desc limit 1`,
    [tx.countyId, storyId],
  );
  return row?.id;
}

// What a translation is near to, its original is.
const relate = (ctx: Ctx, storyId: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    if (story.publicState === 'published') await relateStory(tx, story.translationOf ?? story.id);
  });

/** Who is told of what. Messages hold no name and no word of the text; the link opens the very story. */
export const subscriptions: readonly Subscription[] = [
  // Whoever writes together learns at once of what was written elsewhere, and leaves as soon as they may not write any more.
  committed(storyWritten, (app, county, { payload }) => openDraftsOf(app).refresh(county.id, payload.storyId)),
  committed(draftWritten, (app, county, { payload }) => openDraftsOf(app).refresh(county.id, payload.storyId)),
  committed(sessionEnded, (app, county, { payload }) => openDraftsOf(app).ended(county.id, payload.sessionId)),
  after(storyPublished, 'newsroom.relate', (ctx, { payload }) => relate(ctx, payload.storyId)),
  after(storyTagged, 'newsroom.relate-tagged', (ctx, { payload }) => relate(ctx, payload.storyId)),
  ...[grantAdded, grantEnded].map((kind) =>
    committed(kind as typeof grantEnded, (app, county, { payload }) =>
      openDraftsOf(app).askAgain(county.id, { personId: payload.personId }),
    ),
  ),
  committed(accountChanged, (app, county, { payload }) =>
    openDraftsOf(app).askAgain(county.id, { personId: payload.personId }),
  ),
  committed(storyPublished, (app, county, { payload }) =>
    openDraftsOf(app).askAgain(county.id, { storyId: payload.storyId }),
  ),
  after(storySubmitted, 'newsroom.tell-submitted', (ctx, event) => tellReviewers(ctx, event, 'story.to-review')),
  after(storySigned, 'newsroom.tell-signed', (ctx, event) => tellReviewers(ctx, event, 'story.to-review')),
  after(signaturesVoided, 'newsroom.tell-voided', (ctx, event) => tellReviewers(ctx, event, 'story.changed-in-review')),
  after(storyResumed, 'newsroom.tell-resumed', (ctx, event) => tellReviewers(ctx, event, 'story.to-review')),
  after(storyReturned, 'newsroom.tell-returned', (ctx, event) => tellAuthor(ctx, event, 'story.returned')),
  // An approval taken back is the signer's own step again: nobody else has anything to do.
  after(signatureTakenBack, 'newsroom.tell-taken-back', async (ctx, event) => {
    if (event.payload.verdict !== 'approved') await tellAuthor(ctx, event, 'story.verdict-taken-back');
  }),
  after(storyAssigned, 'newsroom.tell-editor', (ctx, event) => tellEditor(ctx, event)),
  after(storyHeld, 'newsroom.tell-held', (ctx, event) => tellAuthor(ctx, event, 'story.held')),
  after(storyRejected, 'newsroom.tell-rejected', (ctx, event) => tellAuthor(ctx, event, 'story.rejected')),
  after(storyReopened, 'newsroom.tell-reopened', (ctx, event) => tellAuthor(ctx, event, 'story.reopened')),
  after(storyPublished, 'newsroom.tell-published', (ctx, event) =>
    ctx.transaction(async (tx) => {
      const story = await storyById(tx, event.payload.storyId);
      await notify(tx, {
        personIds: [story.authorId],
        kind: 'story.published',
        subjectId: story.id,
        href: href(story.id),
        dedupeKey: event.id,
      });
      if (!story.afterRoundId || event.payload.byPath !== urgentSlug) return;
      const personIds = await reviewersOf(tx, story, afterReview, story.afterRoundId);
      await notify(tx, {
        personIds,
        kind: 'story.after-review',
        subjectId: story.id,
        href: `${href(story.id)}/review`,
        dueAt: story.afterReviewDueAt,
        dedupeKey: `${event.id}:after`,
        duty: atDesk(story),
      });
    }),
  ),
  after(storyReviewedAfterwards, 'newsroom.tell-reviewed-afterwards', (ctx, event) =>
    ctx.transaction(async (tx) => {
      if (event.payload.verdict !== 'returned') return;
      const story = await storyById(tx, event.payload.storyId);
      await notify(tx, {
        personIds: [...new Set([story.authorId, ...(await onDutyAt(tx, story))])],
        kind: 'story.after-review-failed',
        subjectId: story.id,
        href: correctHref(story.id),
        dedupeKey: event.id,
        urgent: true,
        duty: atDesk(story),
      });
    }),
  ),
  after(commentWritten, 'newsroom.tell-comment', (ctx, event) =>
    ctx.transaction(async (tx) => {
      const { storyId, commentId, kind, isFirst, mentionedIds, concernedIds } = event.payload;
      const notice = { subjectId: storyId, href: `${href(storyId)}?comment=${commentId}` };
      if (mentionedIds.length > 0)
        await notify(tx, {
          ...notice,
          personIds: mentionedIds,
          kind: 'comment.mentioned',
          dedupeKey: `${event.id}:mentioned`,
        });
      // That something is settled or taken up again is seen at the text; it wakes nobody.
      if (kind === 'said' && concernedIds.length > 0)
        await notify(tx, {
          ...notice,
          personIds: concernedIds,
          kind: isFirst ? 'comment.made' : 'comment.answered',
          dedupeKey: event.id,
        });
    }),
  ),
  after(storyWithdrawn, 'newsroom.tell-withdrawn', (ctx, event) =>
    ctx.transaction(async (tx) => {
      const story = await storyById(tx, event.payload.storyId);
      if (!story.turnRoundId) return;
      await notify(tx, {
        personIds: await reviewersOf(tx, story, withdrawalReview, story.turnRoundId),
        kind: 'story.withdrawal-review',
        subjectId: story.id,
        href: `${href(story.id)}/review`,
        dueAt: story.turnReviewDueAt,
        dedupeKey: event.id,
        duty: atDesk(story),
      });
    }),
  ),
  after(storyRestored, 'newsroom.tell-restored', (ctx, event) =>
    ctx.transaction(async (tx) => {
      const withdrew = await lastToWithdraw(tx, event.payload.storyId);
      if (!withdrew || withdrew === event.actor.id) return;
      await notify(tx, {
        personIds: [withdrew],
        kind: 'story.restored',
        subjectId: event.payload.storyId,
        href: href(event.payload.storyId),
        dedupeKey: event.id,
      });
    }),
  ),
  after(errorReported, 'newsroom.tell-reported', (ctx, event) =>
    ctx.transaction(async (tx) => {
      // What looks like a machine's waits in the list and wakes nobody; nor does the twentieth of one hour.
      if (event.payload.suspect || !(await wakesDesk(tx, event.payload.reportId))) return;
      const story = await storyById(tx, event.payload.storyId);
      await notify(tx, {
        personIds: await onDutyAt(tx, story),
        kind: 'error-report.made',
        subjectId: event.payload.reportId,
        href: `/console/error-reports/${event.payload.reportId}`,
        dedupeKey: event.id,
        duty: atDesk(story),
      });
    }),
  ),
];
