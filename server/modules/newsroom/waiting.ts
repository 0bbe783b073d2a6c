import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import { may, maySomewhere } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { reportList } from './error-report/error-report-queries.ts';
import { reviewRole } from './review/review-role.ts';
import { afterReview, stepOf } from './story/states.ts';
import { placeOf, storyById, storyColumns, storyTables } from './story/story-queries.ts';
import type { StoryRow } from './story/story-queries.ts';

const most = 30;

/** What waits for a person at the desk: texts to review, reviews owed after an urgent publication, what was returned to them, their drafts, what readers reported. */
export async function waiting(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== 'person') return [];
  return [
    ...(await waitingReviews(tx, actor)),
    ...(await waitingDrafts(tx, actor)),
    ...(await waitingReports(tx, actor)),
  ];
}

const say = (tx: Tx, key: string, values: Record<string, unknown> = {}): string =>
  tx.ctx.app.wording.say(tx.ctx.language, `newsroom.waiting.${key}`, values);

const card = (tx: Tx, story: StoryRow, kind: string, reason: string, dueAt: Date | null): Waiting => ({
  kind: `newsroom.${kind}`,
  subjectId: story.id,
  title: story.title || tx.ctx.app.wording.say(tx.ctx.language, 'newsroom.untitled'),
  reason,
  href: `/console/stories/${story.id}${kind === 'review' ? '/review' : ''}`,
  dueAt,
  placeId: placeOf(story),
});

// Nobody is shown what they may not sign: those who stand on another side of the round are left out.
async function waitingReviews(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (
    !(['first_review', 'second_review', 'final_review', 'urgent_review', 'after_review'] as const).some((step) =>
      maySomewhere(tx, actor, `story.${step}`),
    )
  )
    return [];
  const rows = await tx.named<StoryRow & { side: string | null; afterSide: string | null }>(
    'newsroom.waiting-reviews',
    `select ${storyColumns}, d.side, a.side as "afterSide" from ${storyTables}
       left join newsroom.duties d on d.county_id = s.county_id and d.round_id = s.round_id and d.person_id = $2
       left join newsroom.duties a on a.county_id = s.county_id and a.round_id = s.after_round_id and a.person_id = $2
     where s.county_id = $1 and (s.state in ('first_review', 'second_review', 'final_review', 'urgent_review') or s.after_review_due_at is not null) order by s.due_at limit 200`,
    [tx.countyId, actor.id],
  );
  return rows.flatMap((story) => reviewCards(tx, actor, story)).slice(0, most);
}

function reviewCards(
  tx: Tx,
  actor: Actor,
  story: StoryRow & { side: string | null; afterSide: string | null },
): Waiting[] {
  const rule = stepOf(story.path, story.state);
  const cards: Waiting[] = [];
  if (rule && (story.side === null || story.side === rule.side) && reviewRole(tx, actor, story, rule))
    cards.push(card(tx, story, 'review', say(tx, rule.step), story.dueAt));
  if (story.afterRoundId && story.afterSide === null && reviewRole(tx, actor, story, afterReview))
    cards.push(card(tx, story, 'after-review', say(tx, 'after_review'), story.afterReviewDueAt));
  return cards;
}

async function waitingDrafts(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const rows = await tx.named<StoryRow & { reason: string | null }>(
    'newsroom.waiting-drafts',
    `select ${storyColumns}, (select g.reason from newsroom.signatures g where g.county_id = s.county_id and g.story_id = s.id and g.verdict = 'returned' order by g.number desc limit 1) as reason
       from ${storyTables} where s.county_id = $1 and s.state in ('draft', 'returned') and (s.author_id = $2 or s.holder_id = $2) order by s.updated_at desc limit ${most}`,
    [tx.countyId, actor.id],
  );
  return rows.map((story) => {
    if (story.state === 'returned')
      return card(tx, story, 'returned', say(tx, 'returned', { reason: story.reason ?? '' }), null);
    return card(tx, story, 'draft', say(tx, story.editionId ? 'correction' : 'draft'), null);
  });
}

async function waitingReports(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (!maySomewhere(tx, actor, 'error-report.handle')) return [];
  const reports = await reportList(tx, actor, 'error-report.handle', {
    state: 'new',
    storyId: null,
    suspect: null,
    id: null,
    search: null,
    placeId: null,
    sort: 'newest',
    after: null,
    limit: most,
  });
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
