import { inWords } from '#places';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';

/** What is counted, in the order of the page. */
export const provinceNames = ['stories', 'visits', 'hours'] as const;
export type ProvinceName = (typeof provinceNames)[number];

/** Of fewer than so many nothing is said: behind them people could be known again. */
export const leastShown = 10;

/** A figure as it may be shown; null: fewer than ten, or none. */
export type Shown = number | null;

/** A county's line. */
export interface CountyFigures {
  readonly slug: string;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly figures: Readonly<Record<ProvinceName, Shown>>;
}

/** A year of all counties, in the order of their slugs; `sums` are those of what is shown alone, so that nobody reckons back what is not. */
export interface ProvinceFigures {
  readonly year: number;
  readonly counties: readonly CountyFigures[];
  readonly sums: Readonly<Record<ProvinceName, Shown>>;
}

/** Asks each county in its own scope, one after the other; no question crosses counties. Demonstrations are left out. */
export async function provinceFigures(app: App, year: number): Promise<ProvinceFigures> {
  const counties: CountyFigures[] = [];
  for (const county of app.counties.all().filter(({ demonstration }) => !demonstration)) {
    const found: Record<string, number> = {};
    await inCounty(app, county, (ctx) =>
      ctx.read(async (tx) => {
        for (const module of app.modules) Object.assign(found, await module.yearly?.(tx, year));
      }),
    );
    const name = { 'zh-CN': inWords(county.name, 'zh-CN'), en: inWords(county.name, 'en') };
    counties.push({ slug: county.slug, name, figures: each((one) => shown(found[one] ?? 0)) });
  }
  return {
    year,
    counties: counties.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    sums: each((one) => shown(counties.reduce((sum, { figures }) => sum + (figures[one] ?? 0), 0))),
  };
}

const shown = (figure: number): Shown => (figure >= leastShown ? figure : null);

const each = (of: (name: ProvinceName) => Shown): Record<ProvinceName, Shown> => ({
  stories: of('stories'),
  visits: of('visits'),
  hours: of('hours'),
});
