/** A request that was refused or that failed, with words fit to be shown. */
export class Problem extends Error {
  /** Stable, for machines: `TextChanged`, `Offline`. */
  readonly code: string;
  /** 0 when there was no answer at all. */
  readonly status: number;
  readonly fields: readonly ProblemField[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(facts: {
    code: string;
    status: number;
    title: string;
    fields?: readonly ProblemField[];
    detail?: Record<string, unknown>;
    requestId?: string;
  }) {
    super(facts.title);
    this.name = 'Problem';
    this.code = facts.code;
    this.status = facts.status;
    this.fields = facts.fields ?? [];
    this.detail = facts.detail ?? {};
    this.requestId = facts.requestId ?? null;
  }
}

/** What was wrong with one field; `path` is a JSON pointer into the body sent. */
export interface ProblemField {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Whether an error is this refusal. */
export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** Reads problem+json (RFC 9457); anything else becomes a problem with the status alone. */
export async function problemOf(response: Response, fallback: string): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const facts = body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  return new Problem({
    code: typeof facts['code'] === 'string' ? facts['code'] : `Http${response.status}`,
    status: response.status,
    title: typeof facts['title'] === 'string' && facts['title'] !== '' ? facts['title'] : fallback,
    ...(Array.isArray(facts['fields']) ? { fields: facts['fields'] as ProblemField[] } : {}),
    ...(facts['detail'] !== null && typeof facts['detail'] === 'object'
      ? { detail: facts['detail'] as Record<string, unknown> }
      : {}),
    ...(typeof facts['requestId'] === 'string' ? { requestId: facts['requestId'] } : {}),
  });
}
