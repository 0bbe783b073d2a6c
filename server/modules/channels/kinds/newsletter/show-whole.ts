import { escapeHtml } from '@xiangyin/document';
import type { Ctx } from '#platform/transaction';
import type { Draft } from '../rendering.ts';
import { letterPreview } from './letter/letter-body.ts';

/** The letter itself, with its subject above it. */
export function showWhole(ctx: Ctx, draft: Draft, { name }: { readonly name: string }): string {
  const { subject, html } = letterPreview(ctx, draft, name);
  const head = `<p style="margin:0 0 20px;padding-bottom:10px;border-bottom:1px solid #d9d5c8;font-size:15px;color:#5b5f57">${escapeHtml(name)}<br><strong style="color:#23261f">${escapeHtml(subject)}</strong></p>`;
  return html
    .replace('</head>', (end) => `<title>${escapeHtml(subject)}</title>${end}`)
    .replace(/<body[^>]*>/, (body) => `${body}${head}`);
}
