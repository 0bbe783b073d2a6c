import type { Tx } from '#platform/transaction';

/** How many places a front has for editors to fill. */
export const slotCount = 4;

/** A story on a front. */
export interface Placement {
  readonly id: string;
  /** Null: the county's front page. */
  readonly sectionId: string | null;
  readonly slot: number;
  readonly storyId: string;
  readonly title: string;
  readonly slug: string | null;
  readonly fromAt: Date;
  readonly untilAt: Date | null;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly removedBy: string | null;
  readonly removedAt: Date | null;
}

const columns = `p.id, p.section_id as "sectionId", p.slot, p.story_id as "storyId", coalesce(s.teaser ->> 'title', s.title) as title, s.slug, p.from_at as "fromAt", p.until_at as "untilAt",
  p.placed_by as "placedBy", p.placed_at as "placedAt", p.removed_by as "removedBy", p.removed_at as "removedAt"`;
const tables = 'newsroom.placements p join newsroom.stories s on s.county_id = p.county_id and s.id = p.story_id';

/** What stands in each place of a front at this time, by place. Of several the one that began last; of stories that are not public none, and of a section's front only stories of that section. */
export async function standingPlacements(tx: Tx, sectionId: string | null, at: Date): Promise<Map<number, Placement>> {
  const rows = await tx.named<Placement>(
    'newsroom.standing-placements',
    `select distinct on (p.slot) ${columns} from ${tables}
      where p.county_id = $1 and p.section_id is not distinct from $2::uuid and p.removed_at is null and p.from_at <= $3 and (p.until_at is null or p.until_at > $3)
        and s.public_state = 'published' and s.translation_of is null and (p.section_id is null or s.section_id = p.section_id)
      order by p.slot, p.from_at desc, p.placed_at desc, p.id desc`,
    [tx.countyId, sectionId, at],
  );
  return new Map(rows.map((row) => [row.slot, row]));
}

/** When this front will look otherwise by the clock alone; null when it will not. */
export async function nextFrontChange(tx: Tx, sectionId: string | null, at: Date): Promise<Date | null> {
  const [row] = await tx.named<{ at: Date | null }>(
    'newsroom.next-front-change',
    `select least(min(from_at) filter (where from_at > $3), min(until_at) filter (where until_at > $3)) as at from newsroom.placements
      where county_id = $1 and section_id is not distinct from $2::uuid and removed_at is null and (from_at > $3 or until_at > $3)`,
    [tx.countyId, sectionId, at],
  );
  return row?.at ?? null;
}

/** What is placed on a front and not over, soonest first. */
export const livePlacements = (tx: Tx, sectionId: string | null): Promise<Placement[]> =>
  tx.named<Placement>(
    'newsroom.live-placements',
    `select ${columns} from ${tables} where p.county_id = $1 and p.section_id is not distinct from $2::uuid and p.removed_at is null and (p.until_at is null or p.until_at > $3)
      order by p.from_at, p.slot, p.id limit 200`,
    [tx.countyId, sectionId, tx.at],
  );

/** What was placed on a front and is over, latest first. */
export const pastPlacements = (tx: Tx, sectionId: string | null, limit: number): Promise<Placement[]> =>
  tx.named<Placement>(
    'newsroom.past-placements',
    `select ${columns} from ${tables} where p.county_id = $1 and p.section_id is not distinct from $2::uuid and (p.removed_at is not null or p.until_at <= $3)
      order by least(p.removed_at, p.until_at) desc, p.id desc limit $4`,
    [tx.countyId, sectionId, tx.at, limit],
  );

/** A placement, locked, or undefined. */
export async function placementForUpdate(tx: Tx, id: string): Promise<Placement | undefined> {
  const [row] = await tx.named<Placement>(
    'newsroom.placement-for-update',
    `select ${columns} from ${tables} where p.county_id = $1 and p.id = $2 for update of p`,
    [tx.countyId, id],
  );
  return row;
}
