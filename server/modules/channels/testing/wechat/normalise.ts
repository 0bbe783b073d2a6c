import type { Account } from './account.ts';

/** What the platform makes of a body: no scripts, no links that lead away, no pictures but its own, and each of those under `data-src`. */
export const normalised = (account: Account, html: string): string =>
  html
    .replace(/<(script|iframe|form|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\son\w+="[^"]*"/gi, '')
    .replace(/\sid="[^"]*"/gi, '')
    .replace(/<a\b[^>]*\bhref="(?!https?:\/\/mp\.weixin\.qq\.com\/)[^"]*"[^>]*>([\s\S]*?)<\/a>/gi, '$1')
    .replace(/<img\b([^>]*)>/gi, (_, attributes: string) => {
      const src = /\ssrc="([^"]*)"/i.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '';
      if (!account.stored.images[src]) return '';
      return `<img class="rich_pages wxw-img" data-src="${src.replaceAll('&', '&amp;')}" data-type="${src.includes('_png') ? 'png' : 'jpeg'}"${/\sstyle="[^"]*"/i.exec(attributes)?.[0] ?? ''}>`;
    })
    .replace(/<p>\s*<\/p>/g, '<p><br></p>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
