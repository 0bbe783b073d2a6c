import type { Flags } from '../start-request.ts';
import type { Trial } from '../trials.ts';
import { half } from './half.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { nameOf } from './name-of.ts';
import { said, wholePage } from './page.ts';
import type { Page } from './page.ts';
import type { Field, ScreenStep } from './screen-steps.ts';
import { screenTexts } from './screen-texts.ts';
import type { ScreenTexts } from './screen-texts.ts';

/** What a step shows besides its fields. */
export interface StepShown {
  readonly step: ScreenStep;
  readonly steps: readonly ScreenStep[];
  readonly fields: readonly Field[];
  readonly flags: Flags;
  /** Steps that may be opened. */
  readonly reached: number;
  readonly problem: { readonly option: string | null; readonly words: string } | null;
  readonly trial: Trial | null;
}

/** One step with its fields. */
export function stepPage(page: Page, shown: StepShown): string {
  const t = screenTexts[page.language];
  const { step, problem } = shown;
  const hasFile = shown.fields.some(({ kind }) => kind === 'file');
  const lead = step.name === 'places' && shown.flags['pack'] !== 'cn' ? t.leads.placesElsewhere : t.leads[step.name];
  return wholePage(
    page,
    t.headings[step.name],
    html`${head(t, shown)}
      <p class="deck">${lead}</p>
      ${problem && (problem.option === null || shown.fields.every(({ option }) => option !== problem.option)) && said({ ok: false, words: problem.words }, page.language)}
      ${shown.trial && said(shown.trial, page.language)}
      <form class="form" method="post" action="/steps/${step.name}" ${hasFile && html`enctype="multipart/form-data"`}>
        ${shown.fields.map((field) => fieldOf(page, shown, field))}
        <div class="start-row">
          <button class="button button-primary" name="go" value="next">${t.next}</button>
          ${step.trials.map((trial) => html`<button class="button" name="go" value="${trial}">${t[tryWords[trial]]}</button>`)}
          ${backLink(t, shown)}
        </div>
      </form>`,
  );
}

const tryWords = { mail: 'tryMail', sms: 'trySms', provider: 'tryProvider' } as const;

/** Back to the step before; null on the first. */
export const backLink = (t: ScreenTexts, { step, steps }: StepShown): Html | null => {
  const before = steps[steps.indexOf(step) - 1];
  return before ? html`<a class="button" href="/steps/${before.name}">${t.back}</a>` : null;
};

/** Title and list of the steps. */
export function head(t: ScreenTexts, { step, steps, reached }: StepShown): Html {
  return html`<p class="kicker">${t.title} · ${t.stepOf(steps.indexOf(step) + 1, steps.length)}</p>
    <h1>${t.headings[step.name]}</h1>
    <nav aria-label="${t.steps}">
      <ol class="start-steps">
        ${steps.map((one, at) =>
          one === step
            ? html`<li aria-current="step">${t.headings[one.name]}</li>`
            : html`<li>
                ${at <= reached ? html`<a href="/steps/${one.name}">${t.headings[one.name]}</a>` : t.headings[one.name]}
              </li>`,
        )}
      </ol>
    </nav>`;
}

function fieldOf(page: Page, shown: StepShown, field: Field): Html {
  const t = screenTexts[page.language];
  const [label, hint] = t.fields[field.option] ?? [field.option, ''];
  const problem = shown.problem?.option === field.option ? half(shown.problem.words, page.language) : null;
  const id = `f-${field.option}`;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const beside = html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
  ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}`;
  const optional = field.optional && html`<span class="optional">${t.optional}</span>`;
  if (field.kind === 'choice')
    return html`<fieldset class="field ${problem && 'field-wrong'}">
      <legend>${label}</legend>
      ${beside}
      <div class="choices">${(field.choices ?? []).map((choice) => choiceOf(t, shown.flags, field, choice))}</div>
    </fieldset>`;
  return html`<div class="field ${problem && 'field-wrong'}">
    <label for="${id}">${label} ${optional}</label>
    ${beside}${inputOf(t, shown.flags, field, html`id="${id}" name="${field.option}" ${described && html`aria-describedby="${described}"`} ${problem && html`aria-invalid="true"`}`)}
  </div>`;
}

function choiceOf(t: ScreenTexts, flags: Flags, { option, first }: Field, choice: string): Html {
  return html`<label class="choice"
    ><input type="radio" name="${option}" value="${choice}" ${(flags[option] ?? first) === choice && html`checked`} />
    ${t.choices[choice]}</label
  >`;
}

// What is secret goes to the server and does not come back.
function inputOf(t: ScreenTexts, flags: Flags, { option, kind, first }: Field, names: Html): Html {
  const value = flags[option];
  if (kind === 'secret')
    return html`<input class="input" type="password" autocomplete="off" ${names} />${
        typeof value === 'string' &&
        html`<p class="hint">${t.kept}</p>
          <label class="choice"><input type="checkbox" name="${option}-forgotten" /> ${t.forget}</label>`
      }`;
  if (kind === 'file')
    return html`<input
        class="input"
        type="file"
        accept=".csv,text/csv"
        ${names}
      />${typeof value === 'string' && html`<p class="hint">${t.listKept(nameOf(value))}</p>`}`;
  return html`<input
    class="input"
    type="${kind}"
    autocomplete="off"
    ${names}
    value="${typeof value === 'string' ? value : (first ?? '')}"
  />`;
}
