import { escapeHtml } from '@xiangyin/document';
import type { Ctx } from '#platform/transaction';
import { addressOf } from '#platform/county-address';
import type { Draft } from '../rendering.ts';
import { wholePage } from '../whole-page.ts';
import { contentOf } from './documents/article.ts';
import type { ActivitypubSettings } from './settings.ts';

/** The post as servers of the fediverse show an Article: account, headline, deck, the text without styles of ours. */
export function showWhole(
  ctx: Ctx,
  draft: Draft,
  { name, settings }: { readonly name: string; readonly settings: ActivitypubSettings },
): string {
  const { title, deck } = draft.text;
  const account = `@${settings.handle}@${new URL(addressOf(ctx)).host}`;
  const head = `<p class="account"><strong>${escapeHtml(settings.title || name)}</strong><br>${escapeHtml(account)}</p>`;
  const lead = deck === '' ? '' : `<p>${escapeHtml(deck)}</p>`;
  return wholePage(draft, `${head}<h1>${escapeHtml(title)}</h1>${lead}${contentOf(ctx, draft)}`, {
    pixels: 600,
    style:
      '.account{color:#606984;font-size:15px;line-height:1.5}.account strong{color:#282c37}h1{font-size:22px;line-height:1.4}a{color:#563acc}',
  });
}
