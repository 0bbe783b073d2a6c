/** What was wrong with one field; `path` is a JSON pointer into the body sent. */
export interface ProblemField {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface More {
  readonly fields: readonly ProblemField[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

/** A request that was refused or that failed, with words fit to be shown. */
export class Problem extends Error {
  /** Stable, for machines: `TextChanged`, `Offline`. */
  readonly code: string;
  /** 0 when there was no answer at all. */
  readonly status: number;
  readonly fields: readonly ProblemField[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(code: string, status: number, title: string, { fields, detail, requestId }: Partial<More> = {}) {
    super(title);
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.fields = fields ?? [];
    this.detail = detail ?? {};
    this.requestId = requestId ?? null;
  }
}

/** Whether an error is this refusal. */
export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** Reads problem+json (RFC 9457); anything else becomes a problem with the status alone. */
export async function problemOf(response: Response, otherwise: string): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, title, fields, detail, requestId } = isRecord(body) ? body : {};
  return new Problem(
    typeof code === 'string' ? code : `Http${response.status}`,
    response.status,
    typeof title === 'string' && title !== '' ? title : otherwise,
    {
      fields: Array.isArray(fields) ? fields.filter(isField) : [],
      detail: isRecord(detail) ? detail : {},
      requestId: typeof requestId === 'string' ? requestId : null,
    },
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isField = (value: unknown): value is ProblemField =>
  isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';
