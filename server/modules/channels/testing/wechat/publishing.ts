import { randomInt } from 'node:crypto';
import type { Account, Job, Publication } from './account.ts';
import type { PublishOutcome } from './callback.ts';
import { refuseWith } from './wechat-error.ts';

type Call = (account: Account, body: Record<string, unknown>) => Record<string, unknown>;

const publicationOf = (account: Account, id: unknown): Publication =>
  account.stored.publications[String(id)] ?? refuseWith(53600);

const shown = ({ articles }: Publication, withContent: boolean): Record<string, unknown>[] =>
  articles.map((one) => ({ ...one, ...(withContent ? {} : { content: '' }) }));

/** What the platform says of a publication: by callback, and when it is asked. */
export function outcomeOf(account: Account, publishId: string): PublishOutcome {
  const job = account.stored.jobs[publishId] ?? refuseWith(40007);
  const about = { publish_id: publishId, publish_status: job.status };
  if (job.status === 0) {
    const { articles } = publicationOf(account, job.articleId);
    const item = articles.map((article, at) => ({ idx: at + 1, article_url: article.url }));
    return { ...about, article_id: job.articleId, article_detail: { count: item.length, item }, fail_idx: [] };
  }
  return { ...about, fail_idx: job.failed };
}

/** Ends a publication: 0 published; 2 to 4 refused, with the articles that are why. */
export function finish(account: Account, publishId: string, status: number, site: string): Job {
  const job = account.stored.jobs[publishId] ?? refuseWith(40007);
  job.status = status;
  if (status !== 0) {
    if (status === 2 || status === 4) job.failed = [1];
    account.stored.drafts[job.mediaId] = { articles: job.articles, updatedAt: account.now() };
    return job;
  }
  job.articleId = account.newId(32);
  for (const article of job.articles) article.url = `${site}/s/${account.newId(16)}`;
  account.stored.publications[job.articleId] = {
    articleId: job.articleId,
    updatedAt: account.now(),
    articles: job.articles,
  };
  return job;
}

/** `POST /cgi-bin/freepublish/*`. With an answer of 0 `submit` has only begun. */
export const publishCalls: Readonly<Record<string, Call>> = {
  'freepublish/submit': (account, body) => {
    const mediaId = String(body['media_id']);
    const draft = account.stored.drafts[mediaId] ?? refuseWith(40007);
    delete account.stored.drafts[mediaId];
    const publish_id = String(randomInt(1_000_000_000, 9_999_999_999));
    const msgDataId = String(randomInt(2_200_000_000, 2_299_999_999));
    account.stored.jobs[publish_id] = {
      mediaId,
      articles: draft.articles,
      msgDataId,
      status: 1,
      articleId: '',
      failed: [],
    };
    return { errcode: 0, errmsg: 'ok', publish_id, msg_data_id: msgDataId };
  },
  'freepublish/get': (account, body) => ({ ...outcomeOf(account, String(body['publish_id'])) }),
  'freepublish/getarticle': (account, body) => ({
    news_item: shown(publicationOf(account, body['article_id']), true),
  }),
  'freepublish/batchget': (account, body) => {
    const all = Object.values(account.stored.publications).toReversed();
    const count = Number(body['count']);
    if (!(count >= 1 && count <= 20)) refuseWith(47001);
    const item = all.slice(Number(body['offset']), Number(body['offset']) + count);
    return {
      total_count: all.length,
      item_count: item.length,
      item: item.map((one) => ({
        article_id: one.articleId,
        content: { news_item: shown(one, body['no_content'] !== 1) },
        update_time: Math.floor(one.updatedAt / 1_000),
      })),
    };
  },
  'freepublish/delete': (account, body) => {
    const { articles } = publicationOf(account, body['article_id']);
    const index = Number(body['index'] ?? 0);
    for (const [at, article] of articles.entries()) if (index === 0 || index === at + 1) article.is_deleted = true;
    return { errcode: 0, errmsg: 'ok' };
  },
};
