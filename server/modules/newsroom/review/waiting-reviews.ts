import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { grantRanges, rangeColumns, rangeReaches } from '../lists/grant-ranges.ts';
import { afterReview, mayBeAsked, reviewSteps, withdrawalReview } from '../story/states.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** Texts at a step that this person may sign by the chain of their round, the earliest due first: filtered where they lie, so that no queue elsewhere in the county hides them. Whoever stands on another side of the round is not shown it, unless the chain lets one person take two steps. */
export async function reviewsFor(tx: Tx, actor: Actor, limit: number): Promise<StoryRow[]> {
  const claims = reviewSteps.flatMap((step) =>
    mayBeAsked[step].flatMap((role) =>
      grantRanges(tx, actor, `story.${step}`, [role]).map((range) => ({ ...range, step, role })),
    ),
  );
  if (claims.length === 0) return [];
  return tx.named<StoryRow>(
    'newsroom.reviews-for',
    // From the texts in review to their rounds ("offset 0" keeps it so): the rounds of a whole archive are many.
    `select ${storyColumns} from ${storyTables}
       cross join lateral (select * from newsroom.rounds o where o.county_id = s.county_id and o.id = s.round_id offset 0) n
       cross join lateral (select * from newsroom.chain_steps p where p.county_id = n.county_id and p.version_id = n.version_id and p.step = s.state offset 0) k
      where s.county_id = $1 and s.state = any($8)
        and not exists (select 1 from newsroom.duties d where d.county_id = n.county_id and d.round_id = n.id and d.person_id = $2
          and (d.side = 'author' or (d.side <> k.side and n.separation <> 'logged')))
        and exists (select 1 from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[]) g(lo, hi, unit, step, role)
          where g.step = k.step and g.role = any(k.roles) and ${rangeReaches})
      order by s.due_at, s.id limit ${limit}`,
    [
      tx.countyId,
      actor.id,
      ...rangeColumns(claims),
      claims.map((one) => one.step),
      claims.map((one) => one.role),
      reviewSteps,
    ],
  );
}

const owed = {
  after: { rule: afterReview, round: 'after_round_id', due: 'after_review_due_at' },
  turn: { rule: withdrawalReview, round: 'turn_round_id', due: 'turn_review_due_at' },
} as const;

/** Urgent publications (`after`) or withdrawals (`turn`) whose review this person may still do, the earliest due first. Whoever had a part in it may not. */
export async function owedReviewsFor(
  tx: Tx,
  actor: Actor,
  which: keyof typeof owed,
  limit: number,
): Promise<StoryRow[]> {
  const { rule, round, due } = owed[which];
  const ranges = grantRanges(tx, actor, `story.${rule.step}`, rule.roles);
  if (ranges.length === 0) return [];
  return tx.named<StoryRow>(
    `newsroom.owed-reviews-${which}`,
    `select ${storyColumns} from ${storyTables}
      where s.county_id = $1 and s.${due} is not null
        and not exists (select 1 from newsroom.duties d where d.county_id = s.county_id and d.round_id = s.${round} and d.person_id = $2)
        and exists (select 1 from unnest($3::int[], $4::int[], $5::text[]) g(lo, hi, unit) where ${rangeReaches})
      order by s.${due}, s.id limit ${limit}`,
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
