import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { grantRanges, rangeColumns, rangeReaches } from '../lists/grant-ranges.ts';
import { afterReview, chains, withdrawalReview } from '../story/states.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** Texts at a step that this person may sign, the earliest due first: filtered where they lie, so that no queue elsewhere in the county hides them. Whoever stands on another side of the round is not shown it. */
export async function reviewsFor(tx: Tx, actor: Actor, limit: number): Promise<StoryRow[]> {
  const rules = Object.entries(chains).flatMap(([path, chain]) => chain.map((rule) => ({ path, rule })));
  const claims = rules.flatMap(({ path, rule }) =>
    grantRanges(tx, actor, `story.${rule.step}`, rule.roles).map((range) => ({
      ...range,
      path,
      state: rule.step,
      side: rule.side,
    })),
  );
  if (claims.length === 0) return [];
  return tx.named<StoryRow>(
    'newsroom.reviews-for',
    `select ${storyColumns} from ${storyTables} left join newsroom.duties d on d.county_id = s.county_id and d.round_id = s.round_id and d.person_id = $2
      where s.county_id = $1 and s.state in ('first_review', 'second_review', 'final_review', 'urgent_review')
        and exists (select 1 from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[]) g(lo, hi, unit, path, state, side)
          where g.path = s.path and g.state = s.state and (d.side is null or d.side = g.side) and ${rangeReaches})
      order by s.due_at, s.id limit ${limit}`,
    [
      tx.countyId,
      actor.id,
      ...rangeColumns(claims),
      claims.map((one) => one.path),
      claims.map((one) => one.state),
      claims.map((one) => one.side),
    ],
  );
}

/** Withdrawals whose review this person may still do, the earliest due first. */
export async function withdrawalReviewsFor(tx: Tx, actor: Actor, limit: number): Promise<StoryRow[]> {
  const ranges = grantRanges(tx, actor, `story.${withdrawalReview.step}`, withdrawalReview.roles);
  if (ranges.length === 0) return [];
  return tx.named<StoryRow>(
    'newsroom.withdrawal-reviews-for',
    `select ${storyColumns} from ${storyTables}
      where s.county_id = $1 and s.turn_review_due_at is not null
        and not exists (select 1 from newsroom.duties d where d.county_id = s.county_id and d.round_id = s.turn_round_id and d.person_id = $2)
        and exists (select 1 from unnest($3::int[], $4::int[], $5::text[]) g(lo, hi, unit) where ${rangeReaches})
      order by s.turn_review_due_at, s.id limit ${limit}`,
    [tx.countyId, actor.id, ...rangeColumns(ranges)],
  );
}

/** Urgent publications whose review this person may still do, the earliest due first. */
export async function afterReviewsFor(tx: Tx, actor: Actor, limit: number): Promise<StoryRow[]> {
  const ranges = grantRanges(tx, actor, `story.${afterReview.step}`, afterReview.roles);
  if (ranges.length === 0) return [];
  return tx.named<StoryRow>(
    'newsroom.after-reviews-for',
    `select ${storyColumns} from ${storyTables}
      where s.county_id = $1 and s.after_review_due_at is not null
        and not exists (select 1 from newsroom.duties d where d.county_id = s.county_id and d.round_id = s.after_round_id and d.person_id = $2)
        and exists (select 1 from unnest($3::int[], $4::int[], $5::text[]) g(lo, hi, unit) where ${rangeReaches})
      order by s.after_review_due_at, s.id limit ${limit}`,
    [tx.countyId, actor.id, ...rangeColumns(ranges)],
  );
}

/** An urgent publication whose review afterwards said no. */
export type FailedReview = StoryRow & { readonly reason: string | null; readonly failedAt: Date };

/** Urgent publications that failed their review afterwards and that nobody corrects yet, with what the reviewer said. */
export const failedReviews = (tx: Tx): Promise<FailedReview[]> =>
  tx.named<FailedReview>(
    'newsroom.failed-reviews',
    `select ${storyColumns}, g.reason, g.at as "failedAt" from newsroom.rounds o
       join newsroom.signatures g on g.county_id = o.county_id and g.round_id = o.id and g.verdict = 'returned'
       join newsroom.stories s on s.county_id = o.county_id and s.id = o.story_id
       join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
       join newsroom.editions e on e.county_id = s.county_id and e.id = s.edition_id and e.revision_id = g.revision_id and e.published_at <= g.at
      where o.county_id = $1 and o.purpose = 'after-review' and o.outcome = 'returned' and s.state = 'done' and s.public_state = 'published' order by o.ended_at`,
    [tx.countyId],
  );
