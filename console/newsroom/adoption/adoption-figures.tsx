import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import dayjs from 'dayjs';
import type { AdoptionFigures as Figures } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { csvOf, download } from '../../kit/csv.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { PeriodBar, usePeriod } from '../../kit/plot/period-bar.tsx';
import type { PlotColour, PlotSpec } from '../../kit/plot/plot-spec.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import { useSteps } from '../../kit/plot/steps.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAddress } from '../../kit/use-address.ts';
import { SectionSelect } from '../section-select.tsx';
import { useSections } from '../use-sections.ts';
import { adoptionTexts } from './adoption-texts.ts';
import './adoption.css';

const levels = ['county', 'city', 'province', 'national'] as const;
const colours: readonly PlotColour[] = ['pine', 'river-soft', 'grain', 'persimmon-soft'];
const steps = ['month', 'quarter', 'year'] as const;

/** What was adopted, by month, quarter or year, by section and by place: of the desk's places, or of oneself. Of no other person, and of persons beside each other never. */
export function AdoptionFigures() {
  const words = useWords(adoptionTexts);
  const sections = useSections();
  const place = usePlaceHere();
  const period = usePeriod();
  const { params, choose } = useAddress();
  const ofAll = useMaySomewhere('adoption.list');
  const step = steps.find((one) => one === params.get('step')) ?? 'month';
  const asked = { ...period, step, place, section: params.get('section'), mine: ofAll ? null : true };
  const query = useQuery({
    queryKey: ['adoption-figures', asked],
    queryFn: ({ signal }) => read<Figures>('/adoption-figures', asked, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <div className="stack">
      <PeriodBar shown={query.data}>
        <Segmented
          aria-label={words.figures.step}
          value={step}
          options={steps.map((value) => ({ value, label: words.figures.steps[value] }))}
          onChange={(value) => choose({ step: value === 'month' ? null : value })}
        />
        <SectionSelect
          label={words.section}
          value={asked.section}
          sections={sections}
          onChange={(section) => choose({ section })}
        />
      </PeriodBar>
      <Loaded query={query}>{(data) => <FigurePlots data={data} />}</Loaded>
    </div>
  );
}

function FigurePlots({ data }: { data: Figures }) {
  const words = useWords(adoptionTexts);
  const { figures } = words;
  const known = useSteps();
  const language = useLanguage();
  if (data.total.adoptions === 0) return <p className="meta">{figures.nothing}</p>;
  const quarter = (day: string): number => Math.floor(dayjs(day).month() / 3) + 1;
  const stepsOf = (): PlotSpec['steps'] => {
    const days = data.steps.map((one) => one.step);
    if (data.step === 'month') return known.months(days.map((day) => day.slice(0, 7)));
    return days.map((key) => ({
      key,
      short: data.step === 'year' ? key.slice(0, 4) : figures.quarterShort(quarter(key)),
      whole: data.step === 'year' ? key.slice(0, 4) : figures.quarter(key.slice(0, 4), quarter(key)),
    }));
  };
  const common = {
    steps: stepsOf(),
    stepName: figures.steps[data.step],
    said: figures.said(data.total.adoptions, data.total.points),
  };
  const counted: PlotSpec = {
    ...common,
    name: 'adoptions',
    title: figures.title(figures.steps[data.step]),
    kind: 'stacked',
    say: figures.count,
    series: levels.map((level, at) => ({
      key: level,
      name: words.levels[level],
      colour: colours[at] ?? 'ink-3',
      values: data.steps.map((one) => one.adoptions[at] ?? 0),
    })),
  };
  const points: PlotSpec = {
    ...common,
    name: 'adoption-points',
    title: figures.pointsTitle(figures.steps[data.step]),
    kind: 'lines',
    say: words.pointsOf,
    distances: [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
    series: [{ key: 'points', name: words.points, colour: 'pine', values: data.steps.map((one) => one.points) }],
  };
  return (
    <>
      <div className="plots">
        <Plot spec={counted} />
        {data.total.points > 0 && <Plot spec={points} />}
      </div>
      <div className="adoption-parts">
        {(['sections', 'places'] as const).map(
          (by) =>
            data[by].length > 0 && (
              <Sums
                key={by}
                name={by === 'sections' ? 'adoptions-by-section' : 'adoptions-by-place'}
                title={by === 'sections' ? figures.bySection : figures.byPlace}
                head={by === 'sections' ? words.section : words.place}
                rows={data[by].map((one) => ({ ...one, words: inWords(one.name, language) }))}
              />
            ),
        )}
      </div>
    </>
  );
}

/** Sections and places stand in the readers' order and that of the tree, as everywhere else. */
function Sums({
  name,
  title,
  head,
  rows,
}: {
  name: string;
  title: string;
  head: string;
  rows: readonly { id: string; words: string; adoptions: number; points: number }[];
}) {
  const { figures, points } = useWords(adoptionTexts);
  const save = (): void =>
    download(
      csvOf([
        [head, figures.adoptions, points],
        ...rows.map((row) => [row.words, String(row.adoptions), String(row.points)]),
      ]),
      `${name}.csv`,
    );
  return (
    <Part
      title={title}
      aside={
        <Button size="small" type="text" aria-label={`${figures.export} ${title}`} onClick={save}>
          {figures.export}
        </Button>
      }
    >
      <div style={{ overflowX: 'auto' }}>
        <table className="point-table" style={{ width: '100%' }}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{figures.adoptions}</th>
              <th scope="col">{points}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.words}</th>
                <td>{row.adoptions}</td>
                <td>{row.points}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}
