import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { legendRows } from './legend-rows.ts';
import type { PlotColour, PlotSeries, PlotSpec } from './plot-spec.ts';

export type PlotOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;

/** The page's colours at this moment, light or dark. */
function coloursNow(): (name: PlotColour | 'card' | 'ink' | 'ink-2' | 'line' | 'sans') => string {
  const style = getComputedStyle(document.documentElement);
  const own = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return (name) => (name.endsWith('-soft') ? between(own(name.slice(0, -5)), own('card')) : own(name));
}

// The page's colours are written as #rrggbb; `color-mix` is younger than the oldest browser we serve.
function between(one: string, other: string): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return `rgb(${[1, 3, 5].map((at) => Math.round((part(one, at) + part(other, at)) / 2)).join(' ')})`;
}

// Six lines at most, at distances that mean something to the reader.
function axisOf({ distances, series, limit }: PlotSpec): { minInterval?: number; interval?: number; max?: number } {
  if (!distances) return { minInterval: 1 };
  const top = Math.max(limit?.value ?? 0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const interval = distances.find((distance) => top / distance <= 6) ?? top;
  return { interval, max: Math.max(1, Math.ceil(top / interval)) * interval };
}

/** With more steps than this, marks and gaps would be all that is seen. */
const mostMarked = 40;

const legendRow = 26;

/** How high the words over the picture are, which wrap on a phone. */
const legendHeight = (spec: PlotSpec, width: number): number =>
  legendRows(
    spec.series.map(({ name }) => name),
    width,
  ) * legendRow;

/** How high the whole is. */
export const plotHeight = (spec: PlotSpec, width: number): number =>
  250 + legendHeight(spec, width) + (spec.namedSteps ? 60 : 0);

/** The plot as the library draws it. Its words are drawn too, never set as HTML: the page's policy forbids that, and nothing here needs it. */
export function plotOption(spec: PlotSpec, width: number): PlotOption {
  const colour = coloursNow();
  const isDense = spec.steps.length > mostMarked;
  const text = { color: colour('ink-2'), fontFamily: colour('sans'), fontSize: 12 };
  return {
    animation: false,
    aria: {
      enabled: true,
      label: { enabled: false },
      decal: { show: spec.kind === 'stacked' && spec.series.length > 1 && !isDense },
    },
    textStyle: { fontFamily: colour('sans') },
    legend: { top: 0, left: 0, itemWidth: 18, itemHeight: 12, itemGap: 14, textStyle: text, selectedMode: false },
    grid: { top: legendHeight(spec, width) + 12, left: 4, right: 12, bottom: 4 },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: spec.kind === 'stacked' ? 'shadow' : 'line' },
      backgroundColor: colour('card'),
      borderColor: colour('line'),
      textStyle: { ...text, color: colour('ink') },
      formatter: (shown) => tooltipText(spec, shown),
    },
    xAxis: {
      type: 'category',
      data: spec.steps.map(({ short }) => short),
      axisLabel: { ...text, ...(spec.namedSteps ? { interval: 0, rotate: 40 } : { hideOverlap: true }) },
      axisLine: { lineStyle: { color: colour('line') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      ...axisOf(spec),
      axisLabel: { ...text, formatter: (value: number) => spec.say(value) },
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: spec.series.map((series, at) => (spec.kind === 'stacked' ? bar(series) : line(series, at === 0))),
  };

  function bar(series: PlotSeries): BarSeriesOption {
    return {
      type: 'bar',
      stack: 'all',
      name: series.name,
      // Nothing is drawn for none: a line of it would lie over the axis.
      data: series.values.map((value) => value || null),
      barMaxWidth: 34,
      itemStyle: { color: colour(series.colour), borderColor: colour('card'), borderWidth: isDense ? 0 : 1 },
    };
  }
  function line(series: PlotSeries, first: boolean): LineSeriesOption {
    return {
      type: 'line',
      name: series.name,
      // Between gaps no line leads to a point: there the mark is all that is seen of it.
      data: series.values.map((value, at) => (isAlone(series.values, at) ? { value, symbolSize: 8 } : value)),
      showAllSymbol: true,
      symbol: first ? 'circle' : 'diamond',
      symbolSize: isDense ? 3 : 8,
      connectNulls: false,
      lineStyle: { color: colour(series.colour), width: 2, type: first ? 'solid' : 'dashed' },
      itemStyle: { color: colour(series.colour) },
      ...(first && spec.limit
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              data: [{ yAxis: spec.limit.value }],
              lineStyle: { color: colour('persimmon'), type: 'dotted', width: 2 },
              label: { ...text, color: colour('persimmon'), position: 'insideStartTop', formatter: spec.limit.name },
            },
          }
        : {}),
    };
  }
}

const isAlone = (values: readonly (number | null)[], at: number): boolean =>
  values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;

function tooltipText(spec: PlotSpec, shown: unknown): string {
  const first: unknown = Array.isArray(shown) ? shown[0] : shown;
  const at =
    typeof first === 'object' && first !== null && 'dataIndex' in first && typeof first.dataIndex === 'number'
      ? first.dataIndex
      : -1;
  const step = spec.steps[at];
  if (!step) return '';
  const lines = spec.series.flatMap(({ name, values }) => {
    const value = values[at];
    return value === null || value === undefined || (spec.kind === 'stacked' && value === 0)
      ? []
      : [`${name}  ${spec.say(value)}`];
  });
  return [step.whole, ...lines].join('\n');
}
