import type { Language, Wording } from '../i18n.ts';
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
export function problemOf(refusal: Refusal, wording: Wording, language: Language, requestId: string): Problem {
  const problem: Problem = {
    type: `about:blank#${refusal.code}`,
    title: wording.say(language, `refusal.${refusal.code}`, refusal.detail),
    status: refusal.status,
    code: refusal.code,
    requestId,
  };
  if (refusal.fields.length > 0)
    problem.fields = refusal.fields.map((field) => ({
      path: field.path,
      code: field.code,
      message: wording.say(language, `field.${field.code}`, field.detail),
    }));
  if (Object.keys(refusal.detail).length > 0) problem.detail = refusal.detail;
  return problem;
}

/** What zod found wrong, as field problems with our own stable codes. */
export function fieldProblems(error: z.ZodError, root: string): FieldProblem[] {
  return error.issues.slice(0, 50).flatMap((issue): FieldProblem[] => {
    const path = `${root}${issue.path.map((part) => `/${String(part)}`).join('')}`;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: `${path}/${key}`, code: 'unknown' }));
    return [{ path, code: codeOf(issue), detail: limitsOf(issue) }];
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
