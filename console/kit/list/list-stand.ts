/** What a list has to say instead of rows, or about them. `none-here`: nothing at the place of the top bar, perhaps elsewhere. `rows-of-before`: what stands there still answers the former question. `rows-without-rest`: the next page did not come. */
export type ListStand =
  | 'loading'
  | 'failed'
  | 'none-match'
  | 'none-here'
  | 'none'
  | 'rows-of-before'
  | 'rows-without-rest'
  | 'rows';

/** How the reading of a list stands. */
export interface Reading {
  readonly hasFailed: boolean;
  readonly isPending: boolean;
  /** The answer to what was asked before is shown until this one is there. */
  readonly isOfBefore: boolean;
  readonly lacksRest: boolean;
  readonly rowCount: number;
  readonly isFiltered: boolean;
  /** Only what belongs to one place is asked for. */
  readonly isOfOnePlace: boolean;
}

/** What is to be shown of a list. */
export function listStand(reading: Reading): ListStand {
  if (reading.rowCount > 0) {
    if (reading.isOfBefore) return 'rows-of-before';
    return reading.lacksRest ? 'rows-without-rest' : 'rows';
  }
  if (reading.hasFailed) return 'failed';
  if (reading.isPending || reading.isOfBefore) return 'loading';
  if (reading.isFiltered) return 'none-match';
  return reading.isOfOnePlace ? 'none-here' : 'none';
}
