import { escapeHtml } from '@xiangyin/document';
import { originalPath } from '#media';
import type { Ctx } from '#platform/transaction';
import type { Draft } from '../rendering.ts';
import { wholePage } from '../whole-page.ts';
import { articleFor } from './article.ts';

/** An article as it is read there: headline, author and account, the body with the style that the platform keeps. */
export function showWhole(_: Ctx, draft: Draft, { name }: { readonly name: string }): string {
  const article = articleFor(draft, { mark: null, follows: false });
  const body = article.content.replace(
    /src="picture:([0-9a-f]{64})"/g,
    (_whole, hash: string) => `src="${originalPath(hash)}"`,
  );
  const head = `<h1>${escapeHtml(article.title)}</h1><p class="about">${[article.author, name]
    .filter(Boolean)
    .map((one) => `<span>${escapeHtml(one)}</span>`)
    .join(' ')}</p>`;
  return wholePage(draft, `${head}${body}`, {
    pixels: 640,
    style:
      'h1{font-size:22px;line-height:1.4;margin:0 0 14px}.about{color:#888;font-size:15px;margin:0 0 22px}.about span+span{color:#576b95}',
  });
}
