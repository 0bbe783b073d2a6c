/** One wrong field; `path` is a JSON pointer into the body sent. */
export interface ProblemField {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** A request that was refused, or that did not arrive (`Offline`, status 0); the message is fit to be shown. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly ProblemField[];
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(
    code: string,
    status: number,
    title: string,
    fields: readonly ProblemField[] = [],
    detail: Record<string, unknown> = {},
  ) {
    super(title);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.detail = detail;
  }
}

/** Reads problem+json (RFC 9457); anything else becomes a problem with its status alone. */
export async function problemOf(response: Response, otherwise: string): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body)) return new Problem(`Http${response.status}`, response.status, otherwise);
  const { code, title, fields, detail } = body;
  return new Problem(
    typeof code === 'string' ? code : `Http${response.status}`,
    response.status,
    typeof title === 'string' && title !== '' ? title : otherwise,
    Array.isArray(fields) ? fields.filter(isField) : [],
    isRecord(detail) ? detail : {},
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isField = (value: unknown): value is ProblemField =>
  isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';

/** Whether the same request may succeed later by itself: no line, a server that recovers, too fast, somebody at the same row. */
export const mayPass = (error: unknown): boolean =>
  error instanceof Problem &&
  (error.status === 0 ||
    error.status >= 500 ||
    error.status === 408 ||
    error.status === 425 ||
    error.status === 429 ||
    error.code === 'Conflict');

/** Whether the session is gone or lacks something. */
export const isAboutSession = (error: unknown): error is Problem => error instanceof Problem && error.status === 401;
