import type { App } from './app.ts';
import { countyColumns, countyOf } from './county.ts';
import type { County } from './county.ts';

/** A county that answers nobody, and since when. */
export interface ClosedCounty {
  readonly county: County;
  readonly closedAt: Date;
  /** Where it answers now, without trailing slash; null: nowhere. */
  readonly movedTo: string | null;
}

/** Closes a county (`at`: since when) or opens it again (null): every running process stops answering for it, or answers again. Its rows stay, and its host names stay its own.
 *  With `movedTo`, whoever asks for one of its pages is sent there; a closed county may be given another one. Answers whether it was open before, or closed; undefined where nobody has the slug. */
export async function closeCounty(
  app: App,
  slug: string,
  at: Date | null,
  movedTo: string | null = null,
): Promise<boolean | undefined> {
  const { rows } = await app.pool.query<{ changed: boolean }>(
    `with c as (select id, (closed_at is null) = ($2::timestamptz is not null) as changed from platform.counties where slug = $1 for update),
          u as (update platform.counties t set closed_at = case when c.changed then $2 else t.closed_at end,
                  moved_to = case when $2::timestamptz is null then null else coalesce($3, t.moved_to) end
                  from c where t.id = c.id)
     select changed from c`,
    [slug, at, movedTo],
  );
  const [row] = rows;
  if (row) {
    await app.pool.query(`select pg_notify('xiangyin_counties', '')`);
    await app.counties.reload();
  }
  return row?.changed;
}

/** A county that is closed, which no process keeps in mind; undefined where none with the slug is. */
export async function closedCounty(app: App, slug: string): Promise<ClosedCounty | undefined> {
  const { rows } = await app.pool.query<County & { closedAt: Date; movedTo: string | null }>(
    `select ${countyColumns}, closed_at as "closedAt", moved_to as "movedTo" from platform.counties where slug = $1 and closed_at is not null`,
    [slug],
  );
  const [row] = rows;
  return row && { county: countyOf(row), closedAt: row.closedAt, movedTo: row.movedTo };
}
