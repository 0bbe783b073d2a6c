import type { Account } from './account.ts';
import { refuseWith } from './wechat-error.ts';

/** `POST /datacube/getarticletotaldetail`: what was read of articles published on these days, until yesterday; nothing before eight in the morning, and of few readers nothing. */
export function articleTotals(
  account: Account,
  body: Record<string, unknown>,
  readers: ReadonlyMap<string, { read: number; shared: number }>,
): Record<string, unknown> {
  const [begin, end] = [String(body['begin_date']), String(body['end_date'])];
  const yesterday = account.day(account.now() - 86_400_000);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(begin) || begin > end || end > yesterday) refuseWith(61501);
  if (Date.parse(end) - Date.parse(begin) > 29 * 86_400_000) refuseWith(61501);
  const isEarly = new Date(account.now() + 8 * 3_600_000).getUTCHours() < 8;
  const list = Object.values(account.stored.jobs).flatMap((job) => {
    const publication = account.stored.publications[job.articleId];
    const day = publication && account.day(publication.updatedAt);
    if (!publication || !day || day < begin || day > end) return [];
    return publication.articles.flatMap((article, at) => {
      const seen = readers.get(article.title) ?? { read: 0, shared: 0 };
      if (seen.read < 3) return [];
      return [
        {
          ref_date: day,
          msgid: `${job.msgDataId}_${at + 1}`,
          publish_type: 1,
          title: article.title,
          detail: {
            read_user: seen.read,
            read_user_source: [{ scene_desc: '全部', user_count: seen.read }],
            share_user: seen.shared,
            zaikan_user: 0,
            like_user: 0,
            comment_count: 0,
          },
        },
      ];
    });
  });
  return { list: isEarly ? [] : list, is_delay: isEarly };
}
