import type { App } from './app.ts';

/** What an installation may limit for a county. Requests a minute count in each process by itself, and not those that are answered from memory; mails count by the day of UTC. */
export const limitNames = ['requestsPerMinute', 'storageMegabytes', 'people', 'mailsPerDay'] as const;
/** One of {@link limitNames}. */
export type LimitName = (typeof limitNames)[number];
/** The limits of a county; what is absent has none. */
export type CountyLimits = Readonly<Partial<Record<LimitName, number>>>;

/** Sets these limits of a county (null: none any more) and leaves the others. Every process hears of it. Undefined where nobody has the slug; else the limits as they are now. */
export async function setCountyLimits(
  app: App,
  slug: string,
  changes: Readonly<Partial<Record<LimitName, number | null>>>,
): Promise<CountyLimits | undefined> {
  const { rows } = await app.pool.query<{ limits: CountyLimits }>(
    'update platform.counties set limits = jsonb_strip_nulls(limits || $2) where slug = $1 returning limits',
    [slug, JSON.stringify(changes)],
  );
  if (rows.length > 0) {
    await app.pool.query(`select pg_notify('xiangyin_counties', '')`);
    await app.counties.reload();
  }
  return rows[0]?.limits;
}
