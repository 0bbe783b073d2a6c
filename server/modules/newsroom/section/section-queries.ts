import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** A section (栏目) of the paper. */
export interface Section {
  readonly id: string;
  readonly slug: string;
  readonly name: Words;
  readonly description: Words;
  readonly position: number;
  readonly unitId: string | null;
  /** The chain of its stories; null: the county's default. */
  readonly chainId: string | null;
  /** Those of corrections and of updates of its stories; null: as any other text of it. */
  readonly correctionChainId: string | null;
  readonly updateChainId: string | null;
  readonly endedAt: Date | null;
  /** Whose last signature needs no reason: of whoever is on duty while somebody is, of nobody else ever, of anybody with the role. */
  readonly lastHand: 'rostered' | 'always' | 'anybody';
}

const columns =
  'id, slug, name, description, position, unit_id as "unitId", chain_id as "chainId", correction_chain_id as "correctionChainId", update_chain_id as "updateChainId", ended_at as "endedAt", last_hand as "lastHand"';

/** Sections in the county's order. */
export const sectionsInOrder = (tx: Tx): Promise<Section[]> =>
  tx.named<Section>(
    'newsroom.sections',
    `select ${columns} from newsroom.sections where county_id = $1 and ended_at is null order by position, slug`,
    [tx.countyId],
  );

/** The section, or 404. */
export async function sectionById(tx: Tx, id: string): Promise<Section> {
  const [row] = await tx.named<Section>(
    'newsroom.section',
    `select ${columns} from newsroom.sections where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The section, or 404; nobody else changes it until the transaction ends. */
export async function sectionForUpdate(tx: Tx, id: string): Promise<Section> {
  const [row] = await tx.named<Section>(
    'newsroom.section-for-update',
    `select ${columns} from newsroom.sections where county_id = $1 and id = $2 for no key update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The section with this slug, or 404. */
export async function sectionBySlug(tx: Tx, slug: string): Promise<Section> {
  const [row] = await tx.named<Section>(
    'newsroom.section-by-slug',
    `select ${columns} from newsroom.sections where county_id = $1 and slug = $2`,
    [tx.countyId, slug],
  );
  return found(row);
}

/** All sections, ended ones too, by id. */
export async function sectionsById(tx: Tx): Promise<Map<string, Section>> {
  const rows = await tx.named<Section>(
    'newsroom.all-sections',
    `select ${columns} from newsroom.sections where county_id = $1 order by position, slug`,
    [tx.countyId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether the county has such a unit of the kind section. */
export async function isSectionUnit(tx: Tx, unitId: string): Promise<boolean> {
  const rows = await tx.named(
    'newsroom.section-unit',
    `select 1 from access.units where county_id = $1 and id = $2 and kind = 'section'`,
    [tx.countyId, unitId],
  );
  return rows.length > 0;
}
