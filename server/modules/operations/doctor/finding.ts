/** One thing looked at: how it is, and what to do when it is not well. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly remedy?: string;
}
