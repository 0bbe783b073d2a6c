import { useQuery } from '@tanstack/react-query';
import type { StoryFigures } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { PeriodBar, usePeriod } from '../../kit/plot/period-bar.tsx';
import type { PlotColour, PlotSpec } from '../../kit/plot/plot-spec.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import { minuteDistances, useSteps } from '../../kit/plot/steps.ts';
import { useWords } from '../../kit/texts.ts';
import { useAddress } from '../../kit/use-address.ts';
import { useTimes } from '../../kit/time.ts';
import { figuresTexts } from './figures-texts.ts';
import { storiesTexts } from './stories-texts.ts';
import { SectionSelect } from '../section-select.tsx';
import { useSections } from '../use-sections.ts';

// Neighbours in the stack differ in lightness as well as in hue.
const colours: readonly PlotColour[] = [
  'pine',
  'river-soft',
  'grain',
  'pine-soft',
  'river',
  'grain-soft',
  'ink-3',
  'persimmon-soft',
  'ink-3-soft',
];

/** Stories to look at: how many each week brought in each section, and how long they took. Of sections and places, never of persons. */
export function StoriesFigures() {
  const { filters } = useWords(storiesTexts);
  const here = usePlaceHere();
  const period = usePeriod();
  const sections = useSections();
  const { params, choose } = useAddress();
  const asked = { ...period, place: here, section: params.get('section') };
  const query = useQuery({
    queryKey: ['story-figures', asked],
    queryFn: ({ signal }) => read<StoryFigures>('/story-figures', asked, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <div className="stack">
      <PeriodBar shown={query.data}>
        <SectionSelect
          label={filters.section}
          value={asked.section}
          sections={sections}
          onChange={(section) => choose({ section })}
        />
      </PeriodBar>
      <Loaded query={query}>{(data) => <StoryPlots data={data} />}</Loaded>
    </div>
  );
}

function StoryPlots({ data: { sections, weeks } }: { data: StoryFigures }) {
  const figures = useWords(figuresTexts);
  const language = useLanguage();
  const times = useTimes();
  const steps = useSteps();
  const total = weeks.reduce((sum, week) => sum + week.published.reduce((all, count) => all + count, 0), 0);
  const common = { steps: steps.weeks(weeks.map(({ week }) => week)), stepName: steps.week };
  const counted: PlotSpec = {
    ...common,
    name: 'stories-by-week',
    title: figures.title,
    said: figures.said(total),
    kind: 'stacked',
    say: String,
    series: sections.map(({ id, name }, at) => ({
      key: id,
      name: inWords(name, language),
      colour: colours[at % colours.length] ?? 'ink-3',
      values: weeks.map(({ published }) => published[at] ?? 0),
    })),
  };
  const span: PlotSpec = {
    ...common,
    name: 'submission-to-publication',
    title: figures.spanTitle,
    said: figures.spanSaid,
    kind: 'lines',
    distances: minuteDistances,
    say: times.span,
    unit: 'minutes',
    series: [
      { key: 'median', name: figures.median, colour: 'pine', values: weeks.map((week) => week.medianMinutes) },
      { key: 'slow', name: figures.slow, colour: 'grain', values: weeks.map((week) => week.slowMinutes) },
    ],
  };
  return (
    <div className="plots">
      <Plot spec={counted} />
      <Plot spec={span} />
    </div>
  );
}
