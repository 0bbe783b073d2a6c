import type { App } from './app.ts';

/** Closes a county (`at`: since when) or opens it again (null): every running process stops answering for it, or answers again. Its rows stay, and its host names stay its own. Answers whether that changed anything; undefined where nobody has the slug. */
export async function closeCounty(app: App, slug: string, at: Date | null): Promise<boolean | undefined> {
  const { rows } = await app.pool.query<{ changed: boolean }>(
    `with c as (select id, (closed_at is null) = ($2::timestamptz is not null) as changed from platform.counties where slug = $1 for update),
          u as (update platform.counties set closed_at = $2 where id = (select id from c where changed))
     select changed from c`,
    [slug, at],
  );
  const [row] = rows;
  if (row?.changed) {
    await app.pool.query(`select pg_notify('xiangyin_counties', '')`);
    await app.counties.reload();
  }
  return row?.changed;
}
