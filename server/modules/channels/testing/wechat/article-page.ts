import { escapeHtml } from '@xiangyin/document';
import type { Account } from './account.ts';

/** An article or a picture as a reader gets it; undefined where there is none. */
export function articlePage(account: Account, path: string): { type: string; body: string | Buffer } | undefined {
  if (path.startsWith('/mmbiz/')) {
    const image = account.stored.images[decodeURIComponent(path.slice('/mmbiz/'.length))];
    return image && { type: 'image/jpeg', body: Buffer.from(image.bytes, 'base64') };
  }
  if (path === '/') return { type: 'text/html; charset=utf-8', body: listPage(account) };
  const article = Object.values(account.stored.publications)
    .flatMap((one) => one.articles)
    .find((one) => one.url !== '' && new URL(one.url).pathname === path);
  if (!article) return undefined;
  if (article.is_deleted) return { type: 'text/html; charset=utf-8', body: shell('', '<p>该内容已被发布者删除</p>') };
  const body = article.content.replace(
    /data-src="([^"]*)"/g,
    (_, src: string) => `src="/mmbiz/${encodeURIComponent(src.replaceAll('&amp;', '&'))}"`,
  );
  const source = article.content_source_url
    ? `<p><a href="${escapeHtml(article.content_source_url)}">阅读原文</a></p>`
    : '';
  return {
    type: 'text/html; charset=utf-8',
    body: shell(
      article.title,
      `<h1>${escapeHtml(article.title)}</h1><p class="by">${escapeHtml(article.author)}</p>${body}${source}`,
    ),
  };
}

const listPage = (account: Account): string =>
  shell(
    '公众号',
    `<h1>公众号（本机替身）</h1><ul>${Object.values(account.stored.publications)
      .toReversed()
      .flatMap((one) => one.articles)
      .map((one) => `<li><a href="${one.url}">${escapeHtml(one.title)}</a>${one.is_deleted ? '（已删除）' : ''}</li>`)
      .join('')}</ul>`,
  );

const shell = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>body{max-width:677px;margin:20px auto;padding:0 16px;font:17px/1.7 sans-serif}h1{font-size:22px}img{max-width:100%;height:auto}.by{color:#888;font-size:15px}</style>${body}</html>`;
