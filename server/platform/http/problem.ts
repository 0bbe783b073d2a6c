import type { Tag, Wording } from '../i18n.ts';
import type { FieldProblem, Refusal } from '../refuse.ts';
import type { z } from 'zod';

/** problem+json (RFC 9457): `code` is for machines and stays for ever, `title` is for people in their language. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  requestId: string;
  fields?: { path: string; code: string; message: string }[];
  detail?: Record<string, unknown>;
}

/** The problem a refusal becomes. */
export function problemOf(refusal: Refusal, wording: Wording, tag: Tag, requestId: string): Problem {
  const problem: Problem = {
    type: `about:blank#${refusal.code}`,
    title: refusalWords(wording, tag, refusal),
    status: refusal.status,
    code: refusal.code,
    requestId,
  };
  if (refusal.fields.length > 0)
    problem.fields = refusal.fields.map((field) => ({
      path: field.path,
      code: field.code,
      message: fieldWords(wording, tag, field),
    }));
  if (Object.keys(refusal.detail).length > 0) problem.detail = refusal.detail;
  return problem;
}

/** Why something was refused, in words: where they are known, with what is expected (`refusal.UnsupportedMediaType.upload`), else by the code alone. */
export function refusalWords(
  wording: Wording,
  tag: Tag,
  { code, detail }: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> },
): string {
  return wording.say(tag, closerKey(wording, `refusal.${code}`, detail), detail);
}

/** What is wrong with a field, in words: where they are known, with what is expected of it (`field.invalid_format.email`), else by the code alone. */
export function fieldWords(wording: Wording, tag: Tag, { code, detail = {} }: Omit<FieldProblem, 'path'>): string {
  return wording.say(tag, closerKey(wording, `field.${code}`, detail), detail);
}

function closerKey(wording: Wording, key: string, { expected }: Readonly<Record<string, unknown>>): string {
  const closer = typeof expected === 'string' ? `${key}.${expected}` : '';
  return wording.has(closer) ? closer : key;
}

/** What zod found wrong, as field problems with our own stable codes. */
export function fieldProblems(error: z.ZodError, root: string): FieldProblem[] {
  return error.issues.slice(0, 50).flatMap((issue): FieldProblem[] => {
    const path = `${root}${issue.path.map((part) => `/${String(part)}`).join('')}`;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: `${path}/${key}`, code: 'unknown' }));
    return [{ path, code: codeOf(issue), detail: { ...limitsOf(issue), ...expectedOf(issue) } }];
  });
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong_type';
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string') return issue.params['code'];
  return issue.code;
}

function limitsOf(issue: z.core.$ZodIssue): Record<string, unknown> {
  return {
    ...('minimum' in issue ? { minimum: String(issue.minimum) } : {}),
    ...('maximum' in issue ? { maximum: String(issue.maximum) } : {}),
  };
}

// What would have been right. A pattern says nothing to people: a schema names it, `.regex(…, 'expected:login')`.
function expectedOf(issue: z.core.$ZodIssue): Record<string, unknown> {
  const named = /^expected:([a-z-]+)$/.exec(issue.message)?.[1];
  if (named !== undefined) return { expected: named };
  if (issue.code === 'custom') return { expected: issue.params?.['expected'] };
  if (issue.code === 'invalid_format') return { expected: issue.format };
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  if (issue.code === 'too_small')
    return { expected: issue.origin === 'string' && Number(issue.minimum) === 1 ? 'blank' : issue.origin };
  return issue.code === 'too_big' ? { expected: issue.origin } : {};
}
