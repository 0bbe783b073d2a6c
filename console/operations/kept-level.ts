/** Whether the level on this line must stay as it is because places have it. Of two lines with one code it is the first: the other is being typed, and its writer must be able to mend it. */
export const isKeptLevel = (codes: readonly (string | undefined)[], at: number, inUse: readonly string[]): boolean =>
  inUse.includes(codes[at] ?? '') && codes.indexOf(codes[at]) === at;
