import type { PlotSpec } from './plot-spec.ts';

/** The figures of a plot as a table to hand out: bare numbers, what they are counted in in the heads; empty where there is nothing to measure. */
export function plotRows(
  spec: Pick<PlotSpec, 'stepName' | 'steps' | 'series' | 'unit'>,
  units: Readonly<Record<NonNullable<PlotSpec['unit']>, string>>,
): string[][] {
  const headOf = (name: string): string => (spec.unit ? `${name} (${units[spec.unit]})` : name);
  return [
    [spec.stepName, ...spec.series.map(({ name }) => headOf(name))],
    ...spec.steps.map(({ whole }, at) => [whole, ...spec.series.map(({ values }) => String(values[at] ?? ''))]),
  ];
}
