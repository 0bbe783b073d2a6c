import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { OrderFigures, OrderWeek } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { PeriodBar, usePeriod } from '../../kit/plot/period-bar.tsx';
import type { PlotColour, PlotSpec } from '../../kit/plot/plot-spec.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import { minuteDistances, useSteps } from '../../kit/plot/steps.ts';
import { useWords } from '../../kit/texts.ts';
import { useAddress } from '../../kit/use-address.ts';
import { useTimes } from '../../kit/time.ts';
import { DemandPlots } from '../figures/demand-plots.tsx';
import { useServiceChoices } from '../use-service-choices.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { figureTexts } from '../figures/figure-texts.ts';

const outcomes: readonly (readonly [keyof OrderWeek & keyof OutcomeWords, PlotColour])[] = [
  ['helped', 'pine'],
  ['done', 'river'],
  ['going', 'river-soft'],
  ['arranging', 'grain-soft'],
  ['waiting', 'grain'],
  ['otherwise', 'ink-3-soft'],
];
type OutcomeWords = { [Key in 'helped' | 'done' | 'going' | 'arranging' | 'waiting' | 'otherwise']: string };

/** Orders to look at: how many each week brought and what became of them, and how soon they were answered. Of places and services, never of persons. */
export function OrdersFigures() {
  const figures = useWords(figureTexts);
  const { service } = useWords(volunteeringTexts);
  const here = usePlaceHere();
  const period = usePeriod();
  const services = useServiceChoices();
  const { params, choose } = useAddress();
  const asked = { ...period, placeId: here, serviceId: params.get('serviceId') };
  const query = useQuery({
    queryKey: ['order-figures', asked],
    queryFn: ({ signal }) => read<OrderFigures>('/order-figures', asked, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <div className="stack">
      <PeriodBar shown={query.data}>
        <Select
          className="select"
          aria-label={service}
          placeholder={service}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={asked.serviceId}
          options={services}
          onChange={(id: string | undefined) => choose({ serviceId: id })}
          popupMatchSelectWidth={false}
        />
      </PeriodBar>
      <p className="meta">{figures.orders.what}</p>
      <Loaded query={query}>{(data) => <OrderPlots data={data} />}</Loaded>
      <DemandPlots asked={asked} />
    </div>
  );
}

function OrderPlots({ data }: { data: OrderFigures }) {
  const figures = useWords(figureTexts);
  const times = useTimes();
  const steps = useSteps();
  const { weeks, limitMinutes } = data;
  const sum = (key: 'answeredInTime' | 'answeredLate' | 'overdue' | keyof OutcomeWords): number =>
    weeks.reduce((total, week) => total + week[key], 0);
  const total = outcomes.reduce((all, [key]) => all + sum(key), 0);
  const common = { steps: steps.weeks(weeks.map(({ week }) => week)), stepName: steps.week };
  const limit = !limitMinutes
    ? ''
    : limitMinutes.shortest === limitMinutes.longest
      ? times.span(limitMinutes.shortest)
      : `${times.span(limitMinutes.shortest)} – ${times.span(limitMinutes.longest)}`;
  const counted: PlotSpec = {
    ...common,
    name: 'orders-by-week',
    title: figures.orders.title,
    said: figures.orders.said(total, sum('helped')),
    kind: 'stacked',
    say: String,
    series: outcomes.map(([key, colour]) => ({
      key,
      name: figures.orders.outcomes[key],
      colour,
      values: weeks.map((week) => week[key]),
    })),
  };
  const answers: PlotSpec = {
    ...common,
    name: 'answers-by-week',
    title: figures.answers.title,
    said: figures.answers.said(sum('answeredInTime'), sum('answeredLate'), sum('overdue')),
    kind: 'stacked',
    say: String,
    series: [
      {
        key: 'inTime',
        name: figures.answers.inTime,
        colour: 'pine',
        values: weeks.map((week) => week.answeredInTime),
      },
      { key: 'late', name: figures.answers.late, colour: 'grain', values: weeks.map((week) => week.answeredLate) },
      {
        key: 'overdue',
        name: figures.answers.overdue,
        colour: 'persimmon',
        values: weeks.map((week) => week.overdue),
      },
    ],
  };
  const span: PlotSpec = {
    ...common,
    name: 'time-to-answer',
    title: figures.span.title,
    said: figures.span.said(limit),
    kind: 'lines',
    distances: minuteDistances,
    say: times.span,
    unit: 'minutes',
    series: [
      { key: 'median', name: figures.span.median, colour: 'pine', values: weeks.map((week) => week.medianMinutes) },
      { key: 'slow', name: figures.span.slow, colour: 'grain', values: weeks.map((week) => week.slowMinutes) },
    ],
    limit: limitMinutes ? { value: limitMinutes.longest, name: figures.span.limit } : undefined,
  };
  return (
    <div className="plots">
      {[counted, answers, span].map((spec) => (
        <Plot key={spec.name} spec={spec} />
      ))}
    </div>
  );
}
