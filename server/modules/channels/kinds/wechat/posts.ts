import { createHash } from 'node:crypto';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { Sending, SentCopy } from '../sending.ts';
import type { WechatSettings } from './settings.ts';

/** How far a sending has come at the platform. */
export interface Post {
  readonly copyId: string;
  readonly round: number;
  readonly mark: string;
  readonly headline: string | null;
  readonly draftId: string | null;
  readonly removedFormerAt: Date | null;
  readonly submittedAt: Date | null;
  readonly publishId: string | null;
  readonly articleId: string | null;
  readonly address: string | null;
}

const columns = `copy_id as "copyId", round, mark, headline, draft_id as "draftId", removed_former_at as "removedFormerAt", submitted_at as "submittedAt", publish_id as "publishId", article_id as "articleId", address`;

/** The post of a sending, begun where there is none. */
export const beginPost = ({ ctx, copy, channelId }: Sending<WechatSettings>): Promise<Post> =>
  ctx.transaction(async (tx) => {
    await tx.named(
      'channels.wechat-begin-post',
      'insert into channels.wechat_posts (county_id, copy_id, round, channel_id, mark) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [tx.countyId, copy.id, copy.round, channelId, markOf(copy)],
    );
    return found(await read(tx, copy));
  });

const markOf = ({ id, round }: SentCopy): string =>
  createHash('sha256').update(`${id}.${round}`).digest('hex').slice(0, 12);

/** What is known of a sending; undefined: nothing was begun. */
export const postOf = (ctx: Ctx, { id, round }: Pick<SentCopy, 'id' | 'round'>): Promise<Post | undefined> =>
  ctx.transaction((tx) => read(tx, { id, round }));

async function read(tx: Tx, { id, round }: Pick<SentCopy, 'id' | 'round'>): Promise<Post | undefined> {
  const [row] = await tx.named<Post>(
    'channels.wechat-post',
    `select ${columns} from channels.wechat_posts where county_id = $1 and copy_id = $2 and round = $3`,
    [tx.countyId, id, round],
  );
  return row;
}

/** The post that the platform knows by this id of publication. */
export const postPublished = (ctx: Ctx, channelId: string, publishId: string): Promise<Post | undefined> =>
  ctx.transaction(async (tx) => {
    const [row] = await tx.named<Post>(
      'channels.wechat-post-by-publish',
      `select ${columns} from channels.wechat_posts where county_id = $1 and channel_id = $2 and publish_id = $3`,
      [tx.countyId, channelId, publishId],
    );
    return row;
  });

/** Whether an answer of the platform is still awaited: one that it tells us about may be of this post. */
export const awaitsAnswer = (ctx: Ctx, channelId: string): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'channels.wechat-awaits',
      'select 1 from channels.wechat_posts where county_id = $1 and channel_id = $2 and submitted_at is not null and publish_id is null and article_id is null limit 1',
      [tx.countyId, channelId],
    );
    return rows.length > 0;
  });

const writable = {
  draftId: 'draft_id',
  headline: 'headline',
  removedFormerAt: 'removed_former_at',
  publishId: 'publish_id',
  dataId: 'data_id',
  articleId: 'article_id',
  address: 'address',
} as const;

/** Writes down what is known of a post by now. */
export const notePost = (
  ctx: Ctx,
  { copyId, round }: Pick<Post, 'copyId' | 'round'>,
  known: Partial<Record<keyof typeof writable, string | Date>>,
): Promise<unknown> =>
  ctx.transaction((tx) => {
    const entries = Object.entries(known) as [keyof typeof writable, string | Date][];
    return tx.named(
      `channels.wechat-note-${entries.map(([name]) => name).join('-')}`,
      `update channels.wechat_posts set ${entries.map(([name], at) => `${writable[name]} = $${at + 4}`).join(', ')} where county_id = $1 and copy_id = $2 and round = $3`,
      [tx.countyId, copyId, round, ...entries.map(([, value]) => value)],
    );
  });

/** Says, before the call, that it is submitted: of two processes only one may. False: it is already. */
export const beginSubmission = (ctx: Ctx, { copyId, round }: Post): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'channels.wechat-begin-submission',
      'update channels.wechat_posts set submitted_at = $4 where county_id = $1 and copy_id = $2 and round = $3 and submitted_at is null returning 1',
      [tx.countyId, copyId, round, ctx.app.clock.now()],
    );
    return rows.length > 0;
  });

/** It was not submitted after all, or came to nothing there: it may be submitted again. `draft`: whether its draft is still there. */
export const takeBackSubmission = (ctx: Ctx, { copyId, round }: Post, draft: 'kept' | 'gone'): Promise<unknown> =>
  ctx.transaction((tx) =>
    tx.named(
      'channels.wechat-take-back',
      'update channels.wechat_posts set submitted_at = null, publish_id = null, data_id = null, draft_id = case when $4::boolean then draft_id end where county_id = $1 and copy_id = $2 and round = $3',
      [tx.countyId, copyId, round, draft === 'kept'],
    ),
  );
