import type { Tx } from '#platform/transaction';

/** Who is asked in turn for a visit, and how far it has come. */
export interface WaterfallRow {
  personIds: string[];
  reached: number;
  expiresMinutes: number;
  urgent: boolean;
}

/** The waterfall of a visit, if there is one. */
export async function waterfallOf(tx: Tx, visitId: string): Promise<WaterfallRow | undefined> {
  const [row] = await tx.named<WaterfallRow>(
    'volunteering.waterfall-of',
    `select person_ids::text[] as "personIds", reached, expires_minutes as "expiresMinutes", urgent from volunteering.waterfalls where county_id = $1 and visit_id = $2`,
    [tx.countyId, visitId],
  );
  return row;
}
