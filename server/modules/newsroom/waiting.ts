import { endedConsents, endingRights } from '#media';
import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import { may, maySomewhere } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { newReportsWithin } from './error-report/error-report-queries.ts';
import { grantRanges } from './lists/grant-ranges.ts';
import { onDutyAt } from './review/on-duty-at.ts';
import { waitingAssignments } from './planning/waiting-assignments.ts';
import { reviewRole } from './review/review-role.ts';
import { failedReviews, owedReviewsFor, reviewsFor } from './review/waiting-reviews.ts';
import { waitingHandovers } from './roster/hand-over.ts';
import { chainFor } from './chain/chain-queries.ts';
import { stepsFor } from './chain/chain.ts';
import { afterReview, withdrawalReview } from './story/states.ts';
import { correctHref, storyHref } from './story/story-hrefs.ts';
import { placeOf, storyById, storyColumns, storyTables } from './story/story-queries.ts';
import type { StoryRow } from './story/story-queries.ts';

const most = 30;

/** What waits for a person at the desk: what failed its review afterwards, published texts whose pictures or recordings may not be shown much longer or show somebody who agrees no more, texts to review, reviews owed after an urgent publication, what they are asked to bring, what was returned to them, their drafts, what readers reported. */
export async function waiting(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== 'person') return [];
  return [
    ...(await waitingHandovers(tx, actor)),
    ...(await waitingFailed(tx, actor)),
    ...(await waitingRights(tx, actor)),
    ...(await waitingConsents(tx, actor)),
    ...(await waitingReviews(tx, actor)),
    ...(await waitingHeld(tx, actor)),
    ...(await waitingAssignments(tx, actor)),
    ...(await waitingDrafts(tx, actor)),
    ...(await waitingReports(tx, actor)),
  ];
}

const say = (tx: Tx, key: string, values: Record<string, unknown> = {}): string =>
  tx.ctx.app.wording.say(tx.ctx.tag, `newsroom.waiting.${key}`, values);

const card = (tx: Tx, story: StoryRow, kind: string, reason: string, dueAt: Date | null): Waiting => ({
  kind: `newsroom.${kind}`,
  subjectId: story.id,
  title: story.title || tx.ctx.app.wording.say(tx.ctx.tag, 'newsroom.untitled'),
  reason,
  href: `${storyHref(story.id)}${kind.endsWith('review') ? '/review' : ''}`,
  dueAt,
  placeId: placeOf(story),
});

async function waitingReviews(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const reviews: Waiting[] = [];
  for (const story of await reviewsFor(tx, actor, most)) {
    const chain = await chainFor(tx, story);
    const rule = chain.steps.find((one) => one.step === story.state);
    if (!rule || !reviewRole(tx, actor, story, rule)) continue;
    const isLast = stepsFor(chain, story).at(-1) === rule && rule.step !== 'urgent_review';
    const reason = say(tx, rule.step);
    reviews.push(card(tx, story, 'review', isLast ? say(tx, 'then-published', { reason }) : reason, story.dueAt));
  }
  const owed = (await owedReviewsFor(tx, actor, 'after', most)).flatMap((story) =>
    reviewRole(tx, actor, story, afterReview)
      ? [card(tx, story, 'after-review', say(tx, 'after_review'), story.afterReviewDueAt)]
      : [],
  );
  const turns = (await owedReviewsFor(tx, actor, 'turn', most)).flatMap((story) =>
    reviewRole(tx, actor, story, withdrawalReview)
      ? [card(tx, story, 'withdrawal-review', say(tx, 'withdrawal_review'), story.turnReviewDueAt)]
      : [],
  );
  return [...reviews, ...owed, ...turns];
}

// What failed its review is still public: it waits for whoever is on duty, who begins the correction with one click or withdraws it.
async function waitingFailed(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (!maySomewhere(tx, actor, 'story.correct')) return [];
  const cards: Waiting[] = [];
  for (const story of await failedReviews(tx)) {
    if (!may(tx, actor, 'story.correct', story) || !(await onDutyAt(tx, story)).includes(actor.id)) continue;
    const reason = say(tx, 'failed-review', { reason: story.reason ?? '' });
    cards.push({ ...card(tx, story, 'failed-review', reason, story.failedAt), href: correctHref(story.id) });
  }
  return cards.slice(0, most);
}

// What was kept for later and whose day has come: for whoever kept it, or whoever is on duty where they left.
async function waitingHeld(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (!maySomewhere(tx, actor, 'story.hold-over')) return [];
  const rows = await tx.named<StoryRow>(
    'newsroom.waiting-held',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.state = 'held' and s.remind_at <= $2 order by s.remind_at limit 200`,
    [tx.countyId, tx.at],
  );
  const cards: Waiting[] = [];
  for (const story of rows) {
    if (!may(tx, actor, 'story.hold-over', story)) continue;
    if (story.heldBy === actor.id || (await onDutyAt(tx, story)).includes(actor.id))
      cards.push(card(tx, story, 'held', say(tx, 'held'), null));
  }
  return cards.slice(0, most);
}

// A story in work already is being seen to.
async function waitingRights(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (!maySomewhere(tx, actor, 'story.correct')) return [];
  const cards: Waiting[] = [];
  for (const { subjectId, of, name, until, endsAt } of await endingRights(tx, 'story')) {
    const story = await storyById(tx, subjectId);
    if (story.publicState !== 'published' || story.state !== 'done' || !may(tx, actor, 'story.correct', story))
      continue;
    const reason = say(tx, `${of}-${endsAt <= tx.at ? 'rights-ended' : 'rights-ending'}`, { name, day: until });
    cards.push(card(tx, story, `${of}-rights`, reason, endsAt));
  }
  return cards.slice(0, most);
}

// Somebody in the picture or the recording agrees no more: whoever may correct the story chooses another, or says in the library why it stays.
async function waitingConsents(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (!maySomewhere(tx, actor, 'story.correct')) return [];
  const cards: Waiting[] = [];
  for (const { subjectId, of, name, href, revoked, endedAt } of await endedConsents(tx, 'story')) {
    const story = await storyById(tx, subjectId);
    if (story.publicState !== 'published' || story.state !== 'done' || !may(tx, actor, 'story.correct', story))
      continue;
    const reason = say(tx, `${of}-${revoked ? 'consent-revoked' : 'consent-ended'}`, { name });
    cards.push({ ...card(tx, story, `${of}-consent`, reason, endedAt), href });
  }
  return cards.slice(0, most);
}

async function waitingDrafts(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const rows = await tx.named<StoryRow & { reason: string | null }>(
    'newsroom.waiting-drafts',
    `select ${storyColumns}, (select g.reason from newsroom.signatures g where g.county_id = s.county_id and g.story_id = s.id and g.verdict = 'returned' order by g.number desc limit 1) as reason
       from ${storyTables} where s.county_id = $1 and s.state in ('draft', 'returned') and (s.author_id = $2 or (s.holder_id = $2 and not s.held_open)) order by s.updated_at desc limit ${most}`,
    [tx.countyId, actor.id],
  );
  return rows.map((story) => {
    if (story.state === 'returned')
      return card(tx, story, 'returned', say(tx, 'returned', { reason: story.reason ?? '' }), null);
    return card(tx, story, 'draft', say(tx, story.editionId ? 'correction' : 'draft'), null);
  });
}

async function waitingReports(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const ranges = grantRanges(tx, actor, 'error-report.handle');
  if (ranges.length === 0) return [];
  const reports = await newReportsWithin(tx, ranges, most);
  const cards: Waiting[] = [];
  for (const report of reports) {
    const story = await storyById(tx, report.storyId);
    if (!may(tx, actor, 'error-report.handle', story)) continue;
    const reason = report.suspect ? say(tx, 'suspect') : say(tx, 'report', { words: report.words.slice(0, 60) });
    cards.push({
      kind: report.suspect ? 'newsroom.suspect-report' : 'newsroom.error-report',
      subjectId: report.id,
      title: story.title,
      reason,
      href: `/console/error-reports/${report.id}`,
      dueAt: report.dueAt,
      placeId: placeOf(story),
    });
  }
  return cards;
}
