import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import type { Words } from '#platform/county';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { StoryFigureQuery, StoryFigures } from '../contract.ts';
import { inSubtreeSql, reachBy, visibleSql } from './visible.ts';

// Twelve weeks, whatever day of the week it is.
const usualDays = 78;

interface Row {
  week: string;
  sections: Record<string, number>;
  medianMinutes: number | null;
  slowMinutes: number | null;
}

/** Stories by the week of their first publication and by section, and how long they took from their first submission. Whole weeks from Monday to Sunday, those without stories too.
 *  Counts alone, never by author or reviewer. Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function storyFigures(ctx: Ctx, actor: Actor, query: StoryFigureQuery): Promise<StoryFigures> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'story.figures');
    const { from, until } = periodOf(tx, query, usualDays);
    const values: unknown[] = [tx.countyId, from, until, tx.ctx.county.timeZone];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const where = [visibleSql(reachBy(tx, actor, 'story.figures'), '', add)];
    if (query.section) where.push(`s.section_id = ${add(query.section)}`);
    if (query.place) where.push(inSubtreeSql(tx, query.place, add));
    const answer = await tx.client.query<Row>(
      `with published as (
         select date_trunc('week', s.first_published_at at time zone $4) as week, s.section_id,
                extract(epoch from s.first_published_at - (select min(r.begun_at) from newsroom.rounds r where r.county_id = s.county_id and r.story_id = s.id and r.purpose = 'publish')) / 60 as minutes
           from newsroom.stories s join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
          where s.county_id = $1 and s.translation_of is null and s.first_published_at >= date_trunc('week', $2::date::timestamp) at time zone $4
            and s.first_published_at < (date_trunc('week', $3::date::timestamp) + interval '1 week') at time zone $4 and ${where.join(' and ')})
       select to_char(w.week, 'YYYY-MM-DD') as week,
              coalesce((select jsonb_object_agg(x.section_id, x.n) from (select p.section_id, count(*) as n from published p where p.week = w.week group by p.section_id) x), '{}') as sections,
              (select round(percentile_cont(0.5) within group (order by p.minutes))::int from published p where p.week = w.week) as "medianMinutes",
              (select round(percentile_cont(0.9) within group (order by p.minutes))::int from published p where p.week = w.week) as "slowMinutes"
         from generate_series(date_trunc('week', $2::date::timestamp), $3::date::timestamp, interval '1 week') w(week) order by w.week`,
      values,
    );
    const found = [...new Set(answer.rows.flatMap((row) => Object.keys(row.sections)))];
    const sections = await tx.named<{ id: string; name: Words }>(
      'newsroom.figure-sections',
      'select id, name from newsroom.sections where county_id = $1 and id = any($2::uuid[]) order by position, id',
      [tx.countyId, found],
    );
    return {
      from,
      until,
      sections,
      weeks: answer.rows.map(({ sections: counted, ...week }) => ({
        ...week,
        published: sections.map(({ id }) => counted[id] ?? 0),
      })),
    };
  });
}
