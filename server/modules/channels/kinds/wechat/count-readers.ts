import type { Ctx, Tx } from '#platform/transaction';
import { openSecrets } from '../../channel/secrets.ts';
import type { ChannelsTables } from '../../tables.ts';
import { dayThere } from './calls.ts';
import { WechatFailure } from './failure.ts';
import { Platform, wordIn } from './platform.ts';
import type { WechatSettings } from './settings.ts';

const day = 86_400_000;
/** The platform has the figures of a day from eight in the morning on, for articles of at most so many days. */
const fromHour = 8;
const mostDays = 30;
/** Fewer readers than this are not kept: they could be known by name. */
const fewest = 3;

/** Asks once a day how often the articles of the last month were read and passed on, each as a whole. What is not there yet is asked for again an hour later. */
export async function countReaders(ctx: Ctx): Promise<void> {
  const now = ctx.app.clock.now().getTime();
  if (new Date(now + 8 * 3_600_000).getUTCHours() < fromHour) return;
  const yesterday = dayThere(new Date(now - day));
  const begin = dayThere(new Date(now - mostDays * day));
  for (const channel of await ctx.transaction((tx) => channelsToCount(tx, yesterday, new Date(now - mostDays * day))))
    await countIn(ctx, channel, begin, yesterday);
}

interface Counted {
  readonly id: string;
  readonly settings: WechatSettings;
}

const channelsToCount = (tx: Tx, yesterday: string, since: Date): Promise<Counted[]> =>
  tx.named<Counted>(
    'channels.wechat-to-count',
    `select h.id, h.settings from channels.channels h left join channels.wechat_accounts a on a.county_id = h.county_id and a.channel_id = h.id
      where h.county_id = $1 and h.kind = 'wechat' and h.carrier = 'program' and h.is_on and (a.counted_on is null or a.counted_on < $2::date)
        and exists (select 1 from channels.wechat_posts p where p.county_id = h.county_id and p.channel_id = h.id and p.article_id is not null and p.submitted_at > $3)`,
    [tx.countyId, yesterday, since],
  );

async function countIn(ctx: Ctx, { id, settings }: Counted, begin: string, yesterday: string): Promise<void> {
  const secrets = await ctx.transaction((tx) => openSecrets(tx, id));
  try {
    const platform = new Platform({ ctx, channelId: id, settings, secrets });
    const answer = await platform.figures('getarticletotaldetail', { begin_date: begin, end_date: yesterday });
    if (answer['is_delay'] === true) return;
    const figures = figuresIn(answer['list']);
    await ctx.transaction((tx) => record(tx, id, figures, yesterday));
  } catch (error) {
    if (!(error instanceof WechatFailure)) throw error;
    // An account without the right to figures is not asked every hour.
    if (error.problem === 'right-lost') await ctx.transaction((tx) => record(tx, id, [], yesterday));
  }
}

interface Figures {
  readonly dataId: string;
  readonly reads: number;
  readonly shares: number;
}

function figuresIn(list: unknown): Figures[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    const { msgid, detail } = Object(one) as Record<string, unknown>;
    const whole = Object(detail) as Record<string, unknown>;
    const reads = Number(wordIn(whole, 'read_user'));
    const shares = Number(wordIn(whole, 'share_user'));
    const isWhole = typeof msgid === 'string' && Number.isSafeInteger(reads) && Number.isSafeInteger(shares);
    return isWhole && reads >= fewest && shares >= 0
      ? [{ dataId: msgid.replace(/_1$/, ''), reads, shares: shares < fewest ? 0 : shares }]
      : [];
  });
}

async function record(tx: Tx, channelId: string, figures: readonly Figures[], on: string): Promise<void> {
  const posts = await tx.named<{ copyId: string; dataId: string }>(
    'channels.wechat-posts-by-data',
    'select copy_id as "copyId", data_id as "dataId" from channels.wechat_posts where county_id = $1 and channel_id = $2 and data_id = any($3::text[]) order by round',
    [tx.countyId, channelId, figures.map((one) => one.dataId)],
  );
  const of = new Map(figures.map((one) => [one.dataId, one]));
  // Sent anew after a withdrawal, a copy has two articles: the later one counts.
  const counts = new Map(posts.map(({ copyId, dataId }) => [copyId, of.get(dataId)]));
  await keepCounts(tx, counts, on);
  await tx.named(
    'channels.wechat-counted',
    'insert into channels.wechat_accounts (county_id, channel_id, counted_on) values ($1, $2, $3) on conflict (county_id, channel_id) do update set counted_on = $3',
    [tx.countyId, channelId, on],
  );
}

async function keepCounts(tx: Tx, counts: ReadonlyMap<string, Figures | undefined>, on: string): Promise<void> {
  const rows = [...counts].flatMap(([copyId, one]) =>
    one ? [{ county_id: tx.countyId, copy_id: copyId, on_day: on, reads: one.reads, shares: one.shares }] : [],
  );
  if (rows.length === 0) return;
  await tx
    .tables<ChannelsTables>()
    .insertInto('channels.copy_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'copy_id']).doUpdateSet((row) => ({
        on_day: row.ref('excluded.on_day'),
        reads: row.ref('excluded.reads'),
        shares: row.ref('excluded.shares'),
      })),
    )
    .execute();
}
