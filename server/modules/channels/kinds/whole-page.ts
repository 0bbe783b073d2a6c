import { escapeHtml } from '@xiangyin/document';
import type { Draft } from './rendering.ts';

/** A page around a body, of the width and the letters of the place where the body will stand. */
export const wholePage = (
  { language, text }: Pick<Draft, 'language' | 'text'>,
  body: string,
  { pixels, style = '' }: { pixels: number; style?: string },
): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(text.title)}</title><style>body{margin:0 auto;padding:20px 16px;max-width:${pixels}px;font:17px/1.8 sans-serif;color:#222;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}figure{margin:16px 0}${style}</style></head><body>${body}</body></html>`;
