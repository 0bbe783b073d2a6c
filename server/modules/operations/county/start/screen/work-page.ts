import { startSteps } from '../start-county.ts';
import type { StartStep } from '../start-county.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { said, wholePage } from './page.ts';
import type { Page } from './page.ts';
import { screenTexts } from './screen-texts.ts';
import type { ScreenTexts } from './screen-texts.ts';

/** Where the work is; `stopped`: why it ended, in both languages. */
export function workPage(page: Page, { at, stopped }: { at: StartStep; stopped: string | null }): string {
  const t = screenTexts[page.language];
  const now = startSteps.indexOf(at);
  return wholePage(
    stopped === null ? { ...page, renews: true } : page,
    stopped === null ? t.working : t.stopped,
    html`<h1>${stopped === null ? t.working : t.stopped}</h1>
      <p class="deck">${stopped === null ? t.workingLead : t.stoppedLead}</p>
      ${stopped !== null && said({ ok: false, words: stopped }, page.language)}
      <ol class="start-work">
        ${startSteps.map((one, index) => workLine(t, one, { isDone: index < now, isDoing: index === now && stopped === null }))}
      </ol>
      ${stopped !== null && html`<div class="start-row"><a class="button button-primary" href="/steps/review">${t.toReview}</a></div>`}`,
  );
}

const workLine = (t: ScreenTexts, step: StartStep, { isDone, isDoing }: { isDone: boolean; isDoing: boolean }): Html =>
  html`<li class="${isDone ? 'is-done' : isDoing ? 'is-doing' : ''}">
    <span>${t.workNames[step]}</span><span>${isDone ? t.doneMark : isDoing ? t.doingMark : ''}</span>
  </li>`;
