import type { Account, Article } from './account.ts';
import { normalised } from './normalise.ts';
import { refuseWith } from './wechat-error.ts';

const textOf = (given: Record<string, unknown>, key: string): string => {
  const value = given[key] ?? '';
  if (typeof value !== 'string') refuseWith(47001);
  return value;
};
const signs = (text: string): number => [...text].length;

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function articleFrom(account: Account, given: unknown): Article {
  const one = Object(given) as Record<string, unknown>;
  const [title, author, digest, content] = ['title', 'author', 'digest', 'content'].map((key) => textOf(one, key)) as [
    string,
    string,
    string,
    string,
  ];
  if (title === '' || signs(title) > 32) refuseWith(45003);
  if (signs(author) > 16) refuseWith(45110);
  if (signs(digest) > 128) refuseWith(45004);
  if (content === '') refuseWith(44003);
  if (signs(content) >= 20_000 || Buffer.byteLength(content) >= 1024 * 1024) refuseWith(45002);
  const source = textOf(one, 'content_source_url');
  if (Buffer.byteLength(source) > 1024) refuseWith(45166);
  const thumb = textOf(one, 'thumb_media_id');
  const image = account.stored.images[thumb];
  if (!image || image.temporaryUntil !== null) refuseWith(40007);
  return {
    title,
    author,
    digest: digest || [...plain(content)].slice(0, 54).join(''),
    content: normalised(account, content),
    content_source_url: source,
    thumb_media_id: thumb,
    url: '',
    is_deleted: false,
  };
}

function articlesOf(account: Account, body: Record<string, unknown>): Article[] {
  const given = body['articles'];
  if (!Array.isArray(given) || given.length === 0) refuseWith(44003);
  if (given.length > 8) refuseWith(45166);
  return given.map((one) => articleFrom(account, one));
}

const draftOf = (account: Account, id: unknown): { articles: Article[]; updatedAt: number } =>
  account.stored.drafts[String(id)] ?? refuseWith(40007);

/** `POST /cgi-bin/draft/*`. */
export const draftCalls: Readonly<
  Record<string, (account: Account, body: Record<string, unknown>) => Record<string, unknown>>
> = {
  'draft/add': (account, body) => {
    const articles = articlesOf(account, body);
    const media_id = account.newId(32);
    account.stored.drafts[media_id] = { articles, updatedAt: account.now() };
    return { media_id };
  },
  'draft/update': (account, body) => {
    const draft = draftOf(account, body['media_id']);
    const index = Number(body['index'] ?? 0);
    if (!draft.articles[index]) refuseWith(45166);
    draft.articles[index] = articleFrom(account, body['articles']);
    draft.updatedAt = account.now();
    return { errcode: 0, errmsg: 'ok' };
  },
  'draft/get': (account, body) => ({ news_item: draftOf(account, body['media_id']).articles }),
  'draft/batchget': (account, body) => {
    const all = Object.entries(account.stored.drafts).toReversed();
    const item = all.slice(Number(body['offset']), Number(body['offset']) + Number(body['count']));
    return {
      total_count: all.length,
      item_count: item.length,
      item: item.map(([media_id, draft]) => ({
        media_id,
        content: { news_item: draft.articles },
        update_time: Math.floor(draft.updatedAt / 1_000),
      })),
    };
  },
  'draft/count': (account) => ({ total_count: Object.keys(account.stored.drafts).length }),
  'draft/delete': (account, body) => {
    draftOf(account, body['media_id']);
    delete account.stored.drafts[String(body['media_id'])];
    return { errcode: 0, errmsg: 'ok' };
  },
};
