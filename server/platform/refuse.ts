/** Machine code → HTTP status of every refusal the kernel itself knows; modules add theirs through `refusals`. */
export const kernelRefusals = {
  BadRequest: 400,
  UnknownField: 400,
  SignInRequired: 401,
  SignInAgain: 401,
  StepUpRequired: 401,
  Forbidden: 403,
  CrossSite: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  TooSlow: 408,
  Conflict: 409,
  StaleVersion: 409,
  WrongState: 409,
  CountyPeopleReached: 409,
  TooLarge: 413,
  UnsupportedMediaType: 415,
  Unprocessable: 422,
  IdempotencyKeyReused: 422,
  IdempotencyKeyMissing: 400,
  UpgradeRequired: 426,
  TooManyRequests: 429,
  CountyRequestsReached: 429,
  HeadTooLarge: 431,
  Unexpected: 500,
  Unavailable: 503,
  DiskFull: 507,
  CountyStorageReached: 507,
  NoRoom: 507,
} as const satisfies Record<string, number>;

const statuses = new Map<string, number>(Object.entries(kernelRefusals));

/** Tells the kernel which refusals a module knows, code → HTTP status. Called once per module at start. */
export function registerRefusals(refusals: Record<string, number>): void {
  for (const [code, status] of Object.entries(refusals)) {
    const known = statuses.get(code);
    if (known !== undefined && known !== status)
      throw new Error(`refusal ${code} has two statuses: ${known} and ${status}`);
    statuses.set(code, status);
  }
}

/** Every code known so far with its status, for the OpenAPI document and the completeness test of the texts. */
export const knownRefusals = (): ReadonlyMap<string, number> => statuses;

/** One wrong field of a request: a JSON-pointer-like path (`/contact/phone`) and a stable code (`too_short`). */
export interface FieldProblem {
  path: string;
  code: string;
  detail?: Record<string, unknown>;
}

/** A refusal of the domain: leaves the transaction and becomes problem+json (RFC 9457) at the edge. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: Record<string, unknown>;
  readonly fields: readonly FieldProblem[];
  constructor(code: string, detail: Record<string, unknown> = {}, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.status = statuses.get(code) ?? 422;
    this.detail = detail;
    this.fields = fields;
  }
}

/** Refuses: throws the refusal `code`. `detail` is shown to the asker, so it never holds what they may not see. */
export function refuse(
  code: string,
  detail: Record<string, unknown> = {},
  fields: readonly FieldProblem[] = [],
): never {
  throw new Refusal(code, detail, fields);
}

/** The thing, or 404: what is not there and what may not be seen answer alike. */
export function found<T>(thing: T | null | undefined): T {
  return thing ?? refuse('NotFound');
}
