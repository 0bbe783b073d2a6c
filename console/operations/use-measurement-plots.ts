import dayjs from 'dayjs';
import type { MeasurementStep, Measurements } from '@xiangyin/server/contract';
import type { PlotColour, PlotSeries, PlotSpec } from '../kit/plot/plot-spec.ts';
import { dayWords } from '../kit/day-words.ts';
import { useTag } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { measurementTexts } from './measurement-texts.ts';

const gigabyte = 1024;
/** The limit at which administrators are told, in megabytes. */
const warningMegabytes = 2 * gigabyte;

/** The plots of the page, one for each question. */
export function useMeasurementPlots({ range, steps, stepMinutes }: Measurements): readonly PlotSpec[] {
  const words = useWords(measurementTexts);
  const tag = useTag();
  const times = useTimes('real');
  const shown = steps.map(({ at }) => {
    const begins = times.zoned(at);
    const ends = dayjs(begins).add(stepMinutes, 'minute');
    return {
      key: at,
      short: range === 'month' ? dayWords(begins, 'tick', tag) : begins.format('HH:mm'),
      whole: `${dayWords(begins, 'dayOfYear', tag)} ${begins.format('HH:mm')} – ${ends.format('HH:mm')}`,
    };
  });
  const common = { steps: shown, stepName: words.step };
  const series = (key: keyof MeasurementStep, name: string, colour: PlotColour): PlotSeries => ({
    key,
    name,
    colour,
    values: steps.map((step) => step[key]).filter((value): value is number | null => typeof value !== 'string'),
  });
  const sum = (key: 'memory' | 'pages' | 'api' | 'failed'): number => steps.reduce((all, step) => all + step[key], 0);
  const number = (value: number): string => value.toLocaleString(tag);
  const total = sum('memory') + sum('pages') + sum('api');
  const share = total === 0 ? '0%' : `${((100 * sum('memory')) / total).toFixed(1)}%`;
  const { answers, failures, speed, waiting, lag, deliveries, room } = words;
  return [
    {
      ...common,
      name: 'answers',
      title: answers.title,
      said: answers.said(number(total), share),
      kind: 'stacked',
      say: number,
      series: [
        series('memory', answers.memory, 'pine'),
        series('pages', answers.pages, 'river'),
        series('api', answers.api, 'grain'),
      ],
    },
    {
      ...common,
      name: 'failed-answers',
      title: failures.title,
      said: sum('failed') === 0 ? failures.none : failures.said(number(sum('failed'))),
      kind: 'stacked',
      say: number,
      series: [series('failed', failures.failed, 'persimmon')],
    },
    {
      ...common,
      name: 'time-for-an-answer',
      title: speed.title,
      said: speed.said,
      kind: 'lines',
      distances: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000],
      say: (value) => `${value} ms`,
      unit: 'milliseconds',
      series: [series('milliseconds', speed.mean, 'river')],
    },
    {
      ...common,
      name: 'jobs',
      title: waiting.title,
      said: waiting.said,
      kind: 'lines',
      say: number,
      series: [series('jobsWaiting', waiting.waiting, 'river'), series('jobsFailed', waiting.failed, 'persimmon')],
    },
    {
      ...common,
      name: 'longest-wait',
      title: lag.title,
      said: lag.said,
      kind: 'lines',
      distances: [1, 2, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 21_600, 86_400],
      say: words.seconds,
      unit: 'seconds',
      series: [series('lagSeconds', lag.lag, 'grain')],
    },
    {
      ...common,
      name: 'deliveries',
      title: deliveries.title,
      said: deliveries.said,
      kind: 'lines',
      say: number,
      series: [
        series('copiesWaiting', deliveries.copiesWaiting, 'river'),
        series('copiesFailed', deliveries.copiesFailed, 'persimmon'),
        series('noticesFailed', deliveries.noticesFailed, 'grain'),
      ],
    },
    {
      ...common,
      name: 'room',
      title: room.title,
      said: room.said,
      kind: 'lines',
      distances: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000].map((gigabytes) => gigabytes * gigabyte),
      say: (value) => `${(value / gigabyte).toFixed(value > 0 && value < 10 * gigabyte ? 1 : 0)} GB`,
      unit: 'megabytes',
      series: [series('freeMegabytes', room.free, 'pine')],
      limit: { value: warningMegabytes, name: room.limit },
    },
  ];
}
