import type { Ctx } from '#platform/transaction';
import { allKinds } from '../kinds/registry.ts';

const atOnce = 500;
/** What ended longer ago is told nobody any more: a channel hears of the ends that it could see. */
const longestDays = 7;

/** Owes every channel that can be told so the end of each notice that stands there: its time is over, or what takes its place is public. Each end once; a notice that holds longer after all (`hold-notices.ts`) may end again. */
export async function endNotices(ctx: Ctx): Promise<void> {
  const kinds = allKinds().flatMap(({ key, end }) => (end ? [key] : []));
  await ctx.transaction((tx) =>
    tx.named(
      'channels.end-notices',
      `update channels.copies c set ended_at = e.ended_at, holds_on_at = null, due_at = $4, tries = 0, changed_at = $2
         from (select k.id, o.ended_at
                 from (select id from newsroom.stories where county_id = $1 and kind = 'notice' and public_state = 'published' and valid_until between $3 and $2
                       union select f.id from newsroom.stories f join newsroom.stories g on g.county_id = f.county_id and g.id = f.successor_id where f.county_id = $1 and f.successor_id is not null and g.first_published_at > $3) m
                 join newsroom.stories s on s.county_id = $1 and s.id = m.id
                 left join newsroom.stories n on n.county_id = s.county_id and n.id = s.successor_id and n.public_state = 'published'
                 cross join lateral (select least(case when s.valid_until <= $2 then s.valid_until end, case when n.id is not null then greatest(n.first_published_at, s.first_published_at) end) as ended_at) o
                 join channels.copies k on k.county_id = s.county_id and k.story_id = s.id and k.edition_id = s.edition_id
                where s.kind = 'notice' and s.public_state = 'published' and k.channel = any($5::text[]) and k.state in ('accepted', 'published', 'drifted') and k.due_at is null and o.ended_at > $3 and k.ended_at is distinct from o.ended_at
                limit $6) e
        where c.county_id = $1 and c.id = e.id and c.state in ('accepted', 'published', 'drifted') and c.due_at is null`,
      [tx.countyId, tx.at, new Date(tx.at.getTime() - longestDays * 86_400_000), ctx.app.clock.now(), kinds, atOnce],
    ),
  );
}
