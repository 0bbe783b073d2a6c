import type { Detail, Failed, FailureClass } from '../sending.ts';

/** A call that the platform did not do, with what follows from it. */
export class WechatFailure extends Error {
  override readonly name = 'WechatFailure';
  readonly problem: FailureClass;
  readonly detail: Detail;
  readonly afterSeconds: number | undefined;
  constructor(problem: FailureClass, detail: Detail, afterSeconds?: number) {
    super(`${problem} ${detail.code ?? ''}`);
    this.problem = problem;
    this.detail = detail;
    this.afterSeconds = afterSeconds;
  }
  /** The platform's own code; 0: it gave none. */
  get code(): number {
    return Number(this.detail.code ?? 0);
  }
  get outcome(): Failed {
    return {
      outcome: 'failed',
      problem: this.problem,
      detail: this.detail,
      ...(this.afterSeconds === undefined ? {} : { afterSeconds: this.afterSeconds }),
    };
  }
}

/** Tokens that do not hold: a new one is fetched. */
export const tokenCodes: ReadonlySet<number> = new Set([40001, 40014, 42001]);
/** Pictures that it does not know, or not any more. */
export const mediaCodes: ReadonlySet<number> = new Set([40005, 40007, 40009, 40137, 41005]);

const classes: Readonly<Record<number, FailureClass>> = {
  [-1]: 'server',
  40001: 'denied',
  40014: 'denied',
  42001: 'denied',
  40013: 'setup',
  40125: 'setup',
  40164: 'setup',
  40243: 'setup',
  45002: 'too-large',
  45003: 'too-large',
  45004: 'too-large',
  45110: 'too-large',
  45009: 'quota',
  45011: 'busy',
  48001: 'right-lost',
};

/** What an error code of the platform means; one that is not in the list is a refusal, for a person to look at. */
export const failureOf = (code: number, call: string): WechatFailure =>
  new WechatFailure(classes[code] ?? 'refused', { code, call }, code === 45011 ? 60 : undefined);
