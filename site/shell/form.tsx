import type { ComponentChildren } from 'preact';
import type { FormState } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** A form that posts to the address it stands at, with its key and honeypot. The browser's own checks are off: the server's words are kinder, and the same for everybody. */
export function Form({
  here,
  form,
  labels,
  send,
  children,
  danger = false,
}: {
  here: Here;
  form: FormState;
  /** What each field is called in the summary of problems. */
  labels: Readonly<Record<string, string>>;
  send: string;
  children: ComponentChildren;
  danger?: boolean;
}) {
  return (
    <>
      <Problems here={here} form={form} labels={labels} />
      <form class="form" method="post" noValidate {...(here.isShared && { autocomplete: 'off' })}>
        <input type="hidden" name="key" value={form.key} />
        {children}
        <button class={`button ${danger ? 'button-danger' : 'button-primary'} button-wide`} type="submit">
          {send}
        </button>
      </form>
    </>
  );
}

/** A field that people do not see and programs fill in. */
export function Honeypot({ here }: { here: Here }) {
  return (
    <div class="honeypot" aria-hidden="true">
      <label for="f-website">{here.t.shell.form.honeypot}</label>
      <input id="f-website" name="website" type="text" tabIndex={-1} autocomplete="off" />
    </div>
  );
}

/** What has to be looked at again, above the form and focused at once, each with a link to its field. */
function Problems({ here, form, labels }: { here: Here; form: FormState; labels: Readonly<Record<string, string>> }) {
  const { shell } = here.t;
  if (form.problems.length === 0 && form.refusal === null) return null;
  return (
    // Focus belongs here: the form has come back, and this says why. It works without a script.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <div class="problems" role="alert" id="problems" tabIndex={-1} autoFocus>
      <h2>{form.problems.length > 0 ? shell.form.problems(form.problems.length) : shell.form.tryAgain}</h2>
      {form.refusal && <p>{form.refusal.text}</p>}
      <ul>
        {form.problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${fieldId(problem.field)}`}>
              {labels[problem.field] && <b>{labels[problem.field]}</b>} {problemWords(here, problem)}
            </a>
          </li>
        ))}
      </ul>
      <p class="meta">{shell.form.problemsNote}</p>
    </div>
  );
}

/** The title of a page whose form came back says so first. */
export function titleWithProblems(here: Here, form: FormState, title: string): string {
  return form.problems.length > 0 ? `${here.t.shell.form.problems(form.problems.length)} · ${title}` : title;
}

/** The words for a problem: ours for this field and code, otherwise the server's. */
export function problemWords(here: Here, problem: { field: string; code: string; text: string }): string {
  return here.t.problems[`${problem.field}.${problem.code}`] ?? problem.text;
}

/** The id of a field's control, as the summary links to it. */
export const fieldId = (name: string) => `f-${name}`;
