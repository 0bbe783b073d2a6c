import { displayNames } from '#people';
import { today } from '#places';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { AdoptionLevel, AdoptionMedium, PointTable } from '../contract.ts';

/** A county's table as it is stored. */
export interface PointTableRow {
  readonly id: string;
  readonly fromOn: string;
  readonly share: 'equal' | 'whole';
  readonly lines: readonly StoredLine[];
  readonly decidedBy: string;
  readonly decidedAt: Date;
}
/** A line of it. */
export interface StoredLine {
  readonly level: AdoptionLevel;
  readonly medium: AdoptionMedium;
  readonly sectionId: string | null;
  readonly hundredths: number;
}

const columns = `id, to_char(from_on, 'YYYY-MM-DD') as "fromOn", share, lines, decided_by as "decidedBy", decided_at as "decidedAt"`;

/** The table by which an adoption of this day counts; undefined in a county that has decided none for it. */
export async function tableOn(tx: Tx, day: string): Promise<PointTableRow | undefined> {
  const [row] = await tx.named<PointTableRow>(
    'newsroom.point-table-on',
    `select ${columns} from newsroom.point_tables where county_id = $1 and from_on <= $2::date order by from_on desc, id desc limit 1`,
    [tx.countyId, day],
  );
  return row;
}

/** What the adoption counts in hundredths of a point: by its section's own line, else by that of every section; nothing where the table says nothing. */
export function hundredthsBy(
  table: PointTableRow | null | undefined,
  one: { level: AdoptionLevel; medium: AdoptionMedium; sectionId: string },
): number {
  const lines = table?.lines.filter((line) => line.level === one.level && line.medium === one.medium) ?? [];
  const line =
    lines.find(({ sectionId }) => sectionId === one.sectionId) ?? lines.find(({ sectionId }) => sectionId === null);
  return line?.hundredths ?? 0;
}

/** The hundredths of each of so many people: all of it, or equal parts whose sum is the whole, the odd hundredth for whoever came first. */
export function shared(hundredths: number, people: number, share: 'equal' | 'whole'): number[] {
  if (share === 'whole') return Array.from({ length: people }, () => hundredths);
  const part = Math.floor(hundredths / people);
  return Array.from({ length: people }, (_, at) => part + (at < hundredths - part * people ? 1 : 0));
}

/** The county's tables, the latest first. */
export async function readPointTables(ctx: Ctx, actor: Actor): Promise<{ items: PointTable[] }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'point-table.read');
    const rows = await tx.named<PointTableRow>(
      'newsroom.point-tables',
      `select ${columns} from newsroom.point_tables where county_id = $1 order by from_on desc, id desc limit 100`,
      [tx.countyId],
    );
    const current = (await tableOn(tx, today(tx)))?.id;
    const names = await displayNames(
      tx,
      rows.map((row) => row.decidedBy),
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        fromOn: row.fromOn,
        share: row.share,
        lines: row.lines.map(({ hundredths, ...line }) => ({ ...line, points: hundredths / 100 })),
        decidedBy: { id: row.decidedBy, name: names.get(row.decidedBy) ?? '' },
        decidedAt: row.decidedAt.toISOString(),
        isCurrent: row.id === current,
      })),
    };
  });
}
