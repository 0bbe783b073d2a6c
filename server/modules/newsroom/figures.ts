import type { Tx } from '#platform/transaction';

/** Numbers for the operator's page: what waits, what is late, what readers reported. */
export async function figures(tx: Tx): Promise<Record<string, number>> {
  const [row] = await tx.named<Record<string, number>>(
    'newsroom.figures',
    `select (select count(*) from newsroom.stories where county_id = $1 and state not in ('done', 'discarded') and state like '%review') as "newsroom.in-review",
       (select count(*) from newsroom.stories where county_id = $1 and state not in ('done', 'discarded') and due_at < $2) as "newsroom.late",
       (select count(*) from newsroom.stories where county_id = $1 and after_review_due_at is not null) as "newsroom.after-reviews-owed",
       (select count(*) from newsroom.error_reports where county_id = $1 and state = 'new') as "newsroom.error-reports-open"`,
    [tx.countyId, tx.at],
  );
  return row ?? {};
}
