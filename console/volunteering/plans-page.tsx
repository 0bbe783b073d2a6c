import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DispatchPlanLine } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { planTexts } from './plan-texts.ts';
import { planTones, usePercent } from './plans/plan-words.ts';
import { ProposeDialog } from './plans/propose-dialog.tsx';
import { useServiceChoices } from './use-service-choices.ts';

const planStates = ['proposed', 'solving', 'signed', 'failed', 'discarded'] as const;

/** What the optimiser has proposed: those that wait for a signature, and those before. */
export function PlansPage() {
  const words = useWords(planTexts);
  const language = useLanguage();
  const times = useTimes();
  const percent = usePercent();
  const { longName } = usePlaces();
  const services = useServiceChoices();
  const mayMake = useMaySomewhere('dispatch-plan.make');
  const [proposing, setProposing] = useState(false);
  const where = (plan: DispatchPlanLine): string => longName(plan.place.id) || inWords(plan.place.name, language);
  const named = (plan: DispatchPlanLine): string => listed(plan.services.map(({ name }) => inWords(name, language)));
  const spec: ListSpec<DispatchPlanLine> = {
    name: 'dispatch-plans',
    path: '/dispatch-plans',
    searchParam: 'q',
    placeParam: 'placeId',
    sorts: [
      { value: 'newest', label: words.sorts.newest },
      { value: 'oldest', label: words.sorts.oldest },
    ],
    filters: [
      { param: 'serviceId', label: words.service, options: services },
      {
        param: 'state',
        label: words.state,
        options: planStates.map((value) => ({ value, label: words.states[value] })),
      },
    ],
    searchHint: words.search,
    rowKey: (plan) => plan.id,
    href: (plan) => `/dispatch-plans/${plan.id}`,
    columns: [
      {
        key: 'place',
        title: words.where,
        text: where,
        cell: (plan) => (
          <>
            <Link to={`/dispatch-plans/${plan.id}`}>{where(plan)}</Link>
            <div className="second">
              {times.on(`${plan.startsOn}T04:00:00Z`)} · {words.daysOf(plan.days)}
              {plan.services.length > 0 && ` · ${words.onlyServices(named(plan))}`}
            </div>
          </>
        ),
      },
      { key: 'from', title: words.from, exported: true, text: (plan) => plan.startsOn },
      { key: 'days', title: words.days, exported: true, text: (plan) => String(plan.days) },
      {
        key: 'services',
        title: words.services,
        exported: true,
        text: (plan) => named(plan) || words.allServices,
      },
      {
        key: 'served',
        title: words.served,
        text: (plan) => (plan.cost === null ? '' : words.servedOf(plan.served, plan.orders)),
      },
      {
        key: 'gap',
        title: words.gap,
        narrow: true,
        named: true,
        text: (plan) => (plan.gap === null ? '' : percent(plan.gap)),
      },
      {
        key: 'madeAt',
        title: words.madeAt,
        narrow: true,
        named: true,
        text: (plan) => times.at(plan.madeAt),
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: (plan) => words.states[plan.state],
        cell: (plan) => <Tag tone={planTones[plan.state]}>{words.states[plan.state]}</Tag>,
      },
    ],
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        mayMake && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {words.propose}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {proposing && <ProposeDialog onClose={() => setProposing(false)} />}
    </Page>
  );
}
