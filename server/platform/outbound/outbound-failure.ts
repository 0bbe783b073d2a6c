/** Why nothing came back. Until `timeout` and `broken-off` nothing was sent; with these two the other side may have acted all the same. */
export type OutboundProblem = 'bad-address' | 'inner-address' | 'unreachable' | 'tls' | 'timeout' | 'broken-off';

/** A call that brought no answer. */
export class OutboundFailure extends Error {
  override readonly name = 'OutboundFailure';
  readonly problem: OutboundProblem;
  constructor(problem: OutboundProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}
