import type { App } from './app.ts';

/** A county of this installation, closed ones too. */
export interface CountyLine {
  readonly id: number;
  readonly slug: string;
  readonly hosts: readonly string[];
  readonly countryPack: string;
  readonly demonstration: boolean;
  readonly closedAt: Date | null;
  /** Where it answers now that it is closed; null: nowhere. */
  readonly movedTo: string | null;
}

/** Every county of this installation, in the order of their opening. */
export async function countyLines(app: App): Promise<CountyLine[]> {
  const { rows } = await app.pool.query<CountyLine>(
    `select c.id, c.slug, c.country_pack as "countryPack", c.demonstration, c.closed_at as "closedAt", c.moved_to as "movedTo",
            coalesce((select array_agg(h.host order by h.host) from platform.hosts h where h.county_id = c.id), '{}') as hosts
       from platform.counties c order by c.id`,
  );
  return rows;
}
