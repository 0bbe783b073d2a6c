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

/** Stories that were published for the first time in the year; a translation is no story of its own. */
export async function yearly(tx: Tx, year: number): Promise<Record<string, number>> {
  const [row] = await tx.named<{ stories: number }>(
    'newsroom.yearly',
    `select count(*)::int as stories from newsroom.stories where county_id = $1 and translation_of is null
        and first_published_at >= make_timestamptz($2, 1, 1, 0, 0, 0, $3) and first_published_at < make_timestamptz($2 + 1, 1, 1, 0, 0, 0, $3)`,
    [tx.countyId, year, tx.ctx.county.timeZone],
  );
  return { stories: row?.stories ?? 0 };
}
