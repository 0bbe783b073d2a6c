import { useQuery } from '@tanstack/react-query';
import type { DemandFigures } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import type { PlotSpec } from '../../kit/plot/plot-spec.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import { useSteps } from '../../kit/plot/steps.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { DemandKinds } from './demand-kinds.tsx';
import { demandTexts } from './demand-texts.ts';

/** What was asked for against who could go, by week, kind and place, with what is to be expected; and how long things took. Of places and services, never of persons. */
export function DemandPlots({ asked }: { asked: Readonly<Record<string, string | null | undefined>> }) {
  const query = useQuery({
    queryKey: ['demand-figures', asked],
    queryFn: ({ signal }) => read<DemandFigures>('/demand-figures', asked, { signal }),
    placeholderData: (before) => before,
  });
  return <Loaded query={query}>{(data) => <Plots data={data} />}</Loaded>;
}

function Plots({ data }: { data: DemandFigures }) {
  const words = useWords(demandTexts);
  const weekly = useWeekPlot(data);
  const places = usePlacePlot(data);
  const spans = useSpanPlots(data);
  return (
    <div className="plots">
      <div>
        <Plot spec={weekly} />
        <p className="meta">{words.week.how}</p>
      </div>
      {data.places.length > 0 && <Plot spec={places} />}
      {spans.map((spec) => (
        <Plot key={spec.name} spec={spec} />
      ))}
      <DemandKinds kinds={data.kinds} />
    </div>
  );
}

function useWeekPlot({ weeks, expected, canGoPerWeek }: DemandFigures): PlotSpec {
  const { week: words } = useWords(demandTexts);
  const steps = useSteps();
  // The week that is not over is both: what it has brought, and what is expected of it.
  const all = [...new Set([...weeks, ...expected].map(({ week }) => week))];
  const known = (key: 'asked' | 'met') => all.map((week) => weeks.find((one) => one.week === week)?.[key] ?? null);
  const ahead = (key: 'mean' | 'low' | 'high') =>
    all.map((week) => expected.find((one) => one.week === week)?.[key] ?? null);
  const sum = (key: 'asked' | 'met'): number => weeks.reduce((total, one) => total + one[key], 0);
  return {
    name: 'demand-by-week',
    title: words.title,
    said: words.said(sum('asked'), sum('met'), canGoPerWeek),
    kind: 'lines',
    steps: steps.weeks(all),
    stepName: steps.week,
    say: String,
    series: [
      { key: 'asked', name: words.asked, colour: 'river', values: known('asked') },
      { key: 'met', name: words.met, colour: 'pine', values: known('met') },
      ...(expected.length > 0
        ? ([
            { key: 'mean', name: words.mean, colour: 'grain', values: ahead('mean') },
            { key: 'high', name: words.high, colour: 'grain-soft', values: ahead('high') },
            { key: 'low', name: words.low, colour: 'ink-3-soft', values: ahead('low') },
          ] as const)
        : []),
    ],
    limit: { value: canGoPerWeek, name: words.canGo },
  };
}

function usePlacePlot({ places }: DemandFigures): PlotSpec {
  const { places: words } = useWords(demandTexts);
  const language = useLanguage();
  return {
    name: 'demand-by-place',
    title: words.title,
    said: words.said,
    kind: 'stacked',
    steps: places.map(({ placeId, name }) => ({
      key: placeId,
      short: inWords(name, language),
      whole: inWords(name, language),
    })),
    namedSteps: true,
    stepName: words.place,
    say: String,
    series: [
      { key: 'met', name: words.met, colour: 'pine', values: places.map(({ met }) => met) },
      { key: 'unmet', name: words.unmet, colour: 'grain', values: places.map(({ asked, met }) => asked - met) },
    ],
  };
}

function useSpanPlots({ spans }: DemandFigures): PlotSpec[] {
  const words = useWords(demandTexts);
  const times = useTimes();
  const longest = spans.upTo.at(-1) ?? 0;
  const names = [...spans.upTo.map((minutes) => words.within(times.span(minutes))), words.beyond(times.span(longest))];
  return (['answered', 'arranged'] as const).map((key) => ({
    name: `time-${key}`,
    title: words[key].title,
    said: words[key].said,
    kind: 'stacked',
    steps: names.map((name, at) => ({ key: String(at), short: name, whole: name })),
    namedSteps: true,
    stepName: words.span,
    say: String,
    series: [{ key, name: words.count, colour: 'pine', values: spans[key] }],
  }));
}
