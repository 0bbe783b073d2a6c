import { useQuery } from '@tanstack/react-query';
import type { HourFigures, HourMonth } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { PeriodBar, usePeriod } from '../../kit/plot/period-bar.tsx';
import type { PlotSpec } from '../../kit/plot/plot-spec.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import { useSteps } from '../../kit/plot/steps.ts';
import { useWords } from '../../kit/texts.ts';
import { proofTexts } from './hours-texts.ts';
import { figureTexts } from '../figures/figure-texts.ts';

/** Hours by month and by how well they are proven: one's own, or those of the place; never of other persons. */
export function HoursFigures({ mine }: { mine: boolean }) {
  const figures = useWords(figureTexts);
  const { classes } = useWords(proofTexts).sums;
  const here = usePlaceHere();
  const period = usePeriod();
  const steps = useSteps();
  const asked = { ...period, mine: mine || null, placeId: here };
  const query = useQuery({
    queryKey: ['hour-figures', asked],
    queryFn: ({ signal }) => read<HourFigures>('/hour-figures', asked, { signal }),
    placeholderData: (before) => before,
  });
  const specOf = ({ months }: HourFigures): PlotSpec => {
    const hours = (key: Exclude<keyof HourMonth, 'month'>) => months.map((month) => Math.round(month[key] / 6) / 10);
    const minutes = months.reduce(
      (sum, month) => sum + month.witnessed + month.deviceTimed + month.organiserAttested + month.typedInLater,
      0,
    );
    return {
      name: 'hours-by-month',
      title: mine ? figures.hours.mine : figures.hours.title,
      said: figures.hours.said((minutes / 60).toFixed(1)),
      steps: steps.months(months.map(({ month }) => month)),
      stepName: steps.month,
      kind: 'stacked',
      say: figures.hours.hours,
      unit: 'hours',
      series: [
        { key: 'witnessed', name: classes.witnessed, colour: 'pine', values: hours('witnessed') },
        { key: 'timed', name: classes['device-timed'], colour: 'river', values: hours('deviceTimed') },
        {
          key: 'attested',
          name: classes['organiser-attested'],
          colour: 'grain-soft',
          values: hours('organiserAttested'),
        },
        { key: 'typed', name: classes['typed-in-later'], colour: 'ink-3-soft', values: hours('typedInLater') },
      ],
    };
  };
  return (
    <div className="stack">
      <PeriodBar shown={query.data} />
      <Loaded query={query}>
        {(data) => (
          <div className="plots">
            <Plot spec={specOf(data)} />
          </div>
        )}
      </Loaded>
    </div>
  );
}
