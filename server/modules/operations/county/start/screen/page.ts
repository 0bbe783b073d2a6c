import type { Language } from '#platform/i18n';
import type { Trial } from '../trials.ts';
import { half } from './half.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { screenTexts } from './screen-texts.ts';

/** What every page needs. */
export interface Page {
  readonly language: Language;
  /** Path of this page, for the switch of languages. */
  readonly path: string;
  /** Asks again after a second. */
  readonly renews?: true;
}

/** A page whole. */
export function wholePage({ language, path, renews }: Page, title: string, body: Html): string {
  const t = screenTexts[language];
  const other = language === 'en' ? 'zh-CN' : 'en';
  return `<!doctype html>${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${renews && html`<meta http-equiv="refresh" content="1" />`}
        <title>${title} · ${t.product}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <header class="wrap start-top">
          <b>${t.product}</b><a href="${path}?language=${other}" lang="${other}">${t.other}</a>
        </header>
        <main class="wrap page narrow">${body}</main>
      </body>
    </html>`.html
  }`;
}

/** What was said to somebody who tried or sent something. */
export const said = ({ ok, words }: Trial, language: Language): Html =>
  html`<p class="start-said ${!ok && 'start-said-bad'}" role="${ok ? 'status' : 'alert'}">${half(words, language)}</p>`;

/** A page with a title and a line. */
export const plainPage = (page: Page, title: string, line: string): string =>
  wholePage(
    page,
    title,
    html`<h1>${title}</h1>
      <p class="deck">${line}</p>`,
  );
/** Asks for the code; `problem` when one was wrong. */
export function codePage(page: Page, problem: 'wrong' | 'elsewhere' | null): string {
  const t = screenTexts[page.language];
  return wholePage(
    page,
    t.code.title,
    html`<h1>${t.title}</h1>
      <p class="deck">${t.code.lead}</p>
      <form class="form" method="post" action="/code">
        <div class="field ${problem && 'field-wrong'}">
          <label for="code">${t.code.label}</label>
          ${problem && html`<p class="problem" id="code-problem">${t.code[problem]}</p>`}
          <input
            class="input"
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            autofocus
            ${problem && html`aria-invalid="true" aria-describedby="code-problem"`}
          />
        </div>
        <div class="start-row"><button class="button button-primary">${t.code.enter}</button></div>
      </form>`,
  );
}
