import type { Ctx } from '#platform/transaction';
import { allKinds } from '../kinds/registry.ts';

const atOnce = 500;

/** Owes every channel that can be told so until when a notice that stands there holds now: it was told of an end that is none any more, or of another time, and no new edition says it. */
export async function holdNotices(ctx: Ctx): Promise<void> {
  const kinds = allKinds().flatMap(({ key, hold }) => (hold ? [key] : []));
  await ctx.transaction((tx) =>
    tx.named(
      'channels.hold-notices',
      `update channels.copies c set holds_on_at = $2, ended_at = null, due_at = $3, tries = 0, changed_at = $2
         from (select k.id from channels.copies k join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id and s.edition_id = k.edition_id
                 left join newsroom.stories n on n.county_id = s.county_id and n.id = s.successor_id and n.public_state = 'published'
                where k.county_id = $1 and (k.known_until is not null or k.ended_at is not null) and k.channel = any($4::text[]) and k.state in ('accepted', 'published', 'drifted') and k.due_at is null
                  and s.kind = 'notice' and s.public_state = 'published' and n.id is null and coalesce(s.valid_until, 'infinity') > $2
                  and (k.ended_at is not null or k.known_until <> coalesce(s.valid_until, 'infinity'))
                limit $5) e
        where c.county_id = $1 and c.id = e.id and c.state in ('accepted', 'published', 'drifted') and c.due_at is null`,
      [tx.countyId, tx.at, ctx.app.clock.now(), kinds, atOnce],
    ),
  );
}
