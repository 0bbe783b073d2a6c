import type { Tx } from '#platform/transaction';
import type { Copy } from '../copy/copy-queries.ts';
import { kindOf } from '../kinds/registry.ts';

const day = 86_400_000;
const longestDays = 7;

/** Whether a copy elsewhere has stood for so long that it is looked at no more, whether it was ever seen or not. */
export const isPastLooking = (tx: Tx, { channelId, publishedAt }: Copy): boolean =>
  channelId !== null && publishedAt !== null && tx.at.getTime() - publishedAt.getTime() > longestDays * day;

/** When a copy that was just read is read again, in real time: a day later, or the first day after that on which its channel has room; null: it stands for a week by then. */
export async function nextLook(tx: Tx, copy: Copy): Promise<Date | null> {
  const mostPerDay = copy.settings === null ? undefined : kindOf(copy.settings).looksPerDay;
  // Those that were read in the same moment are given their days one behind the other.
  if (mostPerDay !== undefined)
    await tx.named(
      'channels.lock-looks',
      'select 1 from channels.channels where county_id = $1 and id = $2 for update',
      [tx.countyId, copy.channelId],
    );
  const stoodFor = tx.at.getTime() - (copy.publishedAt ?? tx.at).getTime();
  for (let days = 1; stoodFor + days * day <= longestDays * day; days += 1) {
    const at = new Date(tx.ctx.app.clock.now().getTime() + days * day);
    if (mostPerDay === undefined || (await looksAround(tx, copy.channelId, at)) < mostPerDay) return at;
  }
  return null;
}

// Within twelve hours before and after.
async function looksAround(tx: Tx, channelId: string | null, at: Date): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'channels.looks-around',
    `select count(*)::int as n from channels.copies where county_id = $1 and channel_id = $2 and look_at between $3 and $4`,
    [tx.countyId, channelId, new Date(at.getTime() - day / 2), new Date(at.getTime() + day / 2)],
  );
  return row?.n ?? 0;
}
