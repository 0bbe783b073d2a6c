import { periodOf, placesOf } from '#places';
import type { Actor } from '#platform/actor';
import type { Words } from '#platform/county';
import type { Ctx, Tx } from '#platform/transaction';
import type { AdoptionFigureQuery, AdoptionFigures } from '../contract.ts';
import { adoptionTables, narrowed, sumsOf } from './adoption-list.ts';

const usualDays = 365;
const longestDays = 3_660;

interface Sums {
  readonly adoptions: number;
  readonly hundredths: number;
}
interface Step extends Sums {
  readonly step: string;
  readonly county: number;
  readonly city: number;
  readonly province: number;
  readonly national: number;
}

const net = (level: string): string =>
  `(count(*) filter (where a.level = '${level}' and a.kind = 'counted') - count(*) filter (where a.level = '${level}' and a.kind = 'reversal'))::int as ${level}`;

/** What counts by month, quarter or year, by section and by place: of one's places, or of one person for themselves and their desk. Shares are counted for each who has one. There is no figure by person, so that nothing can be made of it by which people stand above each other (DESIGN §2).
 *  Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there, Forbidden (403). */
export async function adoptionFigures(ctx: Ctx, actor: Actor, query: AdoptionFigureQuery): Promise<AdoptionFigures> {
  return ctx.transaction(async (tx) => {
    const { from, until } = periodOf(tx, query, usualDays, longestDays);
    const values: unknown[] = [tx.countyId, from, until];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const personId = query.mine ? actor.id : (query.personId ?? null);
    const where = ['a.county_id = $1', 'a.adopted_on between $2::date and $3::date'];
    where.push(...narrowed(tx, actor, { ...query, from: undefined, until: undefined }, personId, add));
    if (personId) where.push(`a.person_id = ${add(personId)}::uuid`);
    const asked = { where: where.join(' and '), values };
    const steps = await stepsOf(tx, query.step, asked);
    const total = steps.reduce(
      (sum, one) => ({ adoptions: sum.adoptions + one.adoptions, hundredths: sum.hundredths + one.hundredths }),
      { adoptions: 0, hundredths: 0 },
    );
    return {
      from,
      until,
      step: query.step,
      steps: steps.map((one) => ({
        step: one.step,
        adoptions: [one.county, one.city, one.province, one.national],
        points: one.hundredths / 100,
      })),
      sections: await bySection(tx, asked),
      places: await byPlace(tx, query.place, asked),
      total: said(total),
    };
  });
}

interface Asked {
  readonly where: string;
  readonly values: readonly unknown[];
}

const said = ({ adoptions, hundredths }: Sums): { adoptions: number; points: number } => ({
  adoptions,
  points: hundredths / 100,
});

async function stepsOf(tx: Tx, step: 'month' | 'quarter' | 'year', { where, values }: Asked): Promise<Step[]> {
  const length = step === 'quarter' ? '3 months' : `1 ${step}`;
  const answer = await tx.client.query<Step>(
    `select to_char(m.step, 'YYYY-MM-DD') as step, coalesce(x.county, 0) as county, coalesce(x.city, 0) as city, coalesce(x.province, 0) as province, coalesce(x.national, 0) as national,
            coalesce(x.adoptions, 0) as adoptions, coalesce(x.hundredths, 0) as hundredths
       from generate_series(date_trunc('${step}', $2::date::timestamp), $3::date::timestamp, interval '${length}') m(step)
       left join (select date_trunc('${step}', a.adopted_on::timestamp) as step, ${net('county')}, ${net('city')}, ${net('province')}, ${net('national')}, ${sumsOf}
                    from ${adoptionTables} where ${where} group by 1) x on x.step = m.step
      order by m.step`,
    [...values],
  );
  return answer.rows;
}

async function bySection(tx: Tx, { where, values }: Asked): Promise<AdoptionFigures['sections']> {
  const { rows } = await tx.client.query<Sums & { id: string; name: Words }>(
    `select c.id, c.name, ${sumsOf} from ${adoptionTables} where ${where} group by c.id, c.name, c.position having count(*) filter (where a.kind = 'counted') > count(*) filter (where a.kind = 'reversal')
      order by c.position, c.id`,
    [...values],
  );
  return rows.map((row) => ({ id: row.id, name: row.name, ...said(row) }));
}

// By the place of each line, gathered under what lies directly below the place asked for.
async function byPlace(
  tx: Tx,
  placeId: string | undefined,
  { where, values }: Asked,
): Promise<AdoptionFigures['places']> {
  const { rows } = await tx.client.query<Sums & { placeId: string }>(
    `select a.place_id as "placeId", ${sumsOf} from ${adoptionTables} where ${where} group by a.place_id`,
    [...values],
  );
  const tree = placesOf(tx);
  const top = placeId ? tree.byId(placeId) : tree.root;
  if (!top) return [];
  // What belongs to the place as a whole stands first, by itself.
  const parts = [
    { place: top, inside: [top] },
    ...tree.children(top.id).map((place) => ({ place, inside: tree.subtree(place.id) })),
  ];
  return parts.flatMap(({ place, inside }) => {
    const ids = new Set(inside.map(({ id }) => id));
    const own = rows.filter((row) => ids.has(row.placeId));
    const sum = own.reduce(
      (all, row) => ({ adoptions: all.adoptions + row.adoptions, hundredths: all.hundredths + row.hundredths }),
      { adoptions: 0, hundredths: 0 },
    );
    return sum.adoptions > 0 ? [{ id: place.id, name: place.name, ...said(sum) }] : [];
  });
}
