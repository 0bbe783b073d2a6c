/** Colours of a plot, by the names of the page's own: pine for what went well, grain for what is late, persimmon for what is urgent; `-soft` lies half-way to the ground. */
export type PlotColour = Hue | `${Hue}-soft`;
type Hue = 'pine' | 'river' | 'grain' | 'persimmon' | 'ink-3';

/** One thing that is counted or measured. */
export interface PlotSeries {
  readonly key: string;
  readonly name: string;
  readonly colour: PlotColour;
  /** One for each step; null: there is nothing to measure. */
  readonly values: readonly (number | null)[];
}

/** What a plot shows, and its table with it. */
export interface PlotSpec {
  /** Names the exported file. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in a sentence; read out in place of the picture. */
  readonly said: string;
  /** The steps from left to right: as short words under the picture, as whole ones in the table. */
  readonly steps: readonly { readonly key: string; readonly short: string; readonly whole: string }[];
  /** The steps are names and have no order that one could guess from the next: each is written under the picture, slantwise. */
  readonly namedSteps?: true;
  /** What the steps are, such as "week". */
  readonly stepName: string;
  /** `stacked`: counts that add up; `lines`: measures. */
  readonly kind: 'stacked' | 'lines';
  readonly series: readonly PlotSeries[];
  /** A value in words, with its unit. */
  readonly say: (value: number) => string;
  /** What the values are counted in, where they are no counts: for the exported table. */
  readonly unit?: 'minutes' | 'hours' | 'seconds' | 'milliseconds' | 'megabytes';
  /** Distances between the lines of the axis, smallest first; the first by which six lines reach the top is taken. Left out: whole numbers. */
  readonly distances?: readonly number[];
  /** What the values are held against. */
  readonly limit?: { readonly value: number; readonly name: string } | undefined;
}
