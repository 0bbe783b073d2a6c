/** The program cannot go on for a reason outside it; `message` alone, without a stack, tells a person what to do. */
export class ExplainedError extends Error {
  override readonly name: string = 'ExplainedError';
}
