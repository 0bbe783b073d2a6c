import { randomUUID } from 'node:crypto';
import { fieldWords } from './http/problem.ts';
import type { PageCall } from './page.ts';
import type { FieldProblem, FormState } from './page-contract.ts';
import { Refusal } from './refuse.ts';
import type { FieldProblem as Problem } from './refuse.ts';

/** A form nobody has filled in yet, with a fresh key. */
export const freshForm = (values: Readonly<Record<string, string>> = {}): FormState => ({
  key: randomUUID(),
  values,
  problems: [],
  refusal: null,
});

/** The form again, with what was typed and what was wrong. The key stays: nothing was stored under it. */
export function formAgain(
  { ctx: { app, tag } }: Pick<PageCall, 'ctx'>,
  key: string,
  values: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  refusal?: Refusal,
): FormState {
  const said = problems.map((problem): FieldProblem => ({
    field: problem.path.replace(/^\//, ''),
    code: problem.code,
    text: fieldWords(app.wording, tag, problem),
  }));
  return {
    key,
    values,
    problems: said,
    refusal: refusal
      ? { code: refusal.code, text: app.wording.say(tag, `refusal.${refusal.code}`, refusal.detail) }
      : null,
  };
}

/** Runs an act of a form; what it refuses is shown in the form, named fields at their places. Anything else passes on. */
export async function tryAct<T>(
  call: PageCall,
  key: string,
  values: Readonly<Record<string, string>>,
  fieldOf: Readonly<Record<string, string>>,
  act: () => Promise<T>,
): Promise<{ done: T } | { form: FormState; status: number }> {
  try {
    return { done: await act() };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500 || error.code === 'NotFound') throw error;
    const problems = error.fields.map((problem) => ({ ...problem, path: fieldOf[problem.path] ?? problem.path }));
    return { form: formAgain(call, key, values, problems, error), status: error.status };
  }
}
