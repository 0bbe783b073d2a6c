import { escapeHtml, renderHtml } from '@xiangyin/document';
import { hashInHref } from '#media';
import { figureFor } from '../../piece/html.ts';
import type { Draft, Rendering } from '../rendering.ts';
import { bilingualWord } from './words.ts';

const small = 'style="color:#888;font-size:14px"';
const box = (colour: string): string =>
  `style="border-left:3px solid ${colour};padding:8px 12px;margin:16px 0;background:#f7f3ec"`;
const persimmon = '#b5472f';
const pine = '#2f5647';

/** The body of an article: our HTML without what the platform drops (links that lead away, classes, ids, scripts), with the little style that it keeps. Everything published names its publisher, there too. */
export function bodyFor(draft: Draft, { author }: { author: string }): { html: string; lost: Rendering['lost'] } {
  const lost = { links: 0, recordings: 0 };
  const html = renderHtml(draft.text, {
    resolveFigure: (hash, { width, height }) => figureFor(draft, hash, { src: `picture:${hash}`, width, height }),
    resolveLink: (href) => {
      if (staysThere(href)) return href;
      if (hashInHref(href) === undefined) lost.links += 1;
      else lost.recordings += 1;
      return href;
    },
  });
  return {
    html: [...headOf(draft, author), cleaned(html), footOf(draft)].join(''),
    lost: (['links', 'recordings'] as const).flatMap((code) => (lost[code] > 0 ? [{ code, count: lost[code] }] : [])),
  };
}

const staysThere = (href: string): boolean => /^https?:\/\/mp\.weixin\.qq\.com\//.test(href);

function headOf({ correctionNote, notice, byline, text, language }: Draft, author: string): string[] {
  return [
    correctionNote === null
      ? ''
      : `<section ${box(persimmon)}><strong>${bilingualWord(language, 'correction')}</strong>${escapeHtml(correctionNote)}</section>`,
    notice === null ? '' : `<section ${box(persimmon)}><strong>${escapeHtml(notice)}</strong></section>`,
    author === byline ? '' : `<p ${small}>${bilingualWord(language, 'byline')}${escapeHtml(byline)}</p>`,
    text.deck === '' ? '' : `<p><strong>${escapeHtml(text.deck)}</strong></p>`,
  ];
}

function footOf({ publisher, address, language }: Draft): string {
  const original = address === null ? '' : `<br>${bilingualWord(language, 'original')}${escapeHtml(address)}`;
  return `<p ${small}>${bilingualWord(language, 'publisher')}${escapeHtml(publisher)}${original}</p>`;
}

// Our own HTML, which is well formed: each element stands on its own.
const cleaned = (html: string): string =>
  html
    .replace(/ <a class="note-back"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<a\b[^>]*href="(https?:\/\/mp\.weixin\.qq\.com\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g, '<mp href="$1">$2</mp>')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<mp href/g, '<a href')
    .replaceAll('</mp>', '</a>')
    .replace(/<img\b[^>]*?src="([^"]*)"[^>]*?alt="([^"]*)"[^>]*>/g, '<img src="$1" alt="$2" style="max-width:100%">')
    .replace(/<div class="(?:table|gallery)"[^>]*>/g, '<section>')
    .replaceAll('</div>', '</section>')
    .replace(
      /<table>/g,
      '<table border="1" cellspacing="0" cellpadding="6" style="border-collapse:collapse;width:100%">',
    )
    .replace(/<aside class="fact-box">/g, `<section ${box(pine)}>`)
    .replaceAll('</aside>', '</section>')
    .replace(/<figure>/g, '<section>')
    .replaceAll('</figure>', '</section>')
    .replace(/<figcaption>/g, `<p ${small}>`)
    .replaceAll('</figcaption>', '</p>')
    .replace(/ (?:class|id|role|aria-[a-z]+|tabindex|scope)="[^"]*"/g, '')
    .replaceAll('<h2>', '<h2 style="font-size:19px">')
    .replaceAll('<h3>', '<h3 style="font-size:17px">');
