/** What a channel takes at most; what is absent has no limit. Text is counted in characters as people see them in Chinese: code points. */
export interface Limits {
  readonly title?: number;
  readonly author?: number;
  readonly digest?: number;
  readonly body?: number;
  readonly pictures?: number;
  /** Copies in a day of the county. */
  readonly perDay?: number;
}

/** A part of a piece that a limit speaks of. */
export type LimitedPart = Exclude<keyof Limits, 'perDay'>;

/** How much a piece has of each part. */
export type Counts = Readonly<Partial<Record<LimitedPart, number>>>;

/** A limit that a piece would break. */
export interface Breach {
  readonly part: LimitedPart;
  readonly has: number;
  readonly most: number;
}

/** How long a text is for a limit. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** The limits that these parts break. */
export const breachesOf = (limits: Limits, has: Counts): Breach[] =>
  (['title', 'author', 'digest', 'body', 'pictures'] as const).flatMap((part) => {
    const [most, count] = [limits[part], has[part]];
    return most !== undefined && count !== undefined && count > most ? [{ part, has: count, most }] : [];
  });
