import type { Flags } from '../start-request.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { nameOf } from './name-of.ts';
import { said, wholePage } from './page.ts';
import type { Page } from './page.ts';
import type { Field, ScreenStep } from './screen-steps.ts';
import { screenTexts } from './screen-texts.ts';
import type { ScreenTexts } from './screen-texts.ts';
import { backLink, head } from './step-page.ts';
import type { StepShown } from './step-page.ts';

/** What the review says of a demonstration that is here. */
export interface Review extends Omit<StepShown, 'fields' | 'trial'> {
  readonly parts: readonly { readonly step: ScreenStep; readonly fields: readonly Field[] }[];
  readonly demonstration: string | null;
}

/** Everything at a glance, and the button that begins. */
export function reviewPage(page: Page, review: Review): string {
  const t = screenTexts[page.language];
  const shown: StepShown = { ...review, fields: [], trial: null };
  const lacks = review.problem?.option === 'remove-demonstration';
  return wholePage(
    page,
    t.headings.review,
    html`${head(t, shown)}
      <p class="deck">${t.leads.review}</p>
      ${review.problem && !lacks && said({ ok: false, words: review.problem.words }, page.language)}
      ${review.parts.map(
        ({ step, fields }) =>
          html`<section class="card start-part">
            <h2>${t.headings[step.name]} <a href="/steps/${step.name}">${t.change}</a></h2>
            <dl class="start-list">
              ${worthShowing(fields, review.flags).map(
                (field) =>
                  html`<dt>${t.fields[field.option]?.[0]}</dt>
                    <dd>${wordsOf(t, review.flags, field)}</dd>`,
              )}
            </dl>
          </section>`,
      )}
      <form class="form" method="post" action="/steps/review">
        ${
          review.demonstration !== null &&
          html`<div class="field ${lacks && 'field-wrong'}">
            <p>${t.demonstration(review.demonstration)}</p>
            ${lacks && html`<p class="problem" id="remove-problem">${t.mustRemove}</p>`}
            <label class="choice"
              ><input type="checkbox" name="remove-demonstration" ${lacks && html`aria-describedby="remove-problem"`} />
              ${t.removeDemonstration}</label
            >
          </div>`
        }
        <div class="start-row">
          <button class="button button-primary" name="go" value="begin">${t.begin}</button>${backLink(t, shown)}
        </div>
      </form>`,
  );
}

// Of what may stay empty, only what is filled in; where nothing is, the first says so for all.
function worthShowing(fields: readonly Field[], flags: Flags): readonly Field[] {
  const filled = fields.filter(({ option }) => typeof flags[option] === 'string' && flags[option] !== '');
  return filled.length > 0 ? filled : fields.slice(0, 1);
}

function wordsOf(t: ScreenTexts, flags: Flags, { option, kind }: Field): Html | string {
  const value = flags[option];
  if (typeof value !== 'string' || value === '') return html`<span class="quiet">${t.unset}</span>`;
  if (kind === 'secret') return t.hidden;
  if (kind === 'choice') return t.choices[value] ?? value;
  return kind === 'file' ? nameOf(value) : value;
}
