import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { DispatchPlanView, PlannedOrder } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import { ManyDialog } from '../kit/list/many/many-dialog.tsx';
import type { ManyAct } from '../kit/list/many/many-spec.ts';
import { mostRows } from '../kit/list/many/many-spec.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { kitTexts } from '../kit/kit-texts.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { usePlaces } from '../places/use-places.ts';
import { planTexts } from './plan-texts.ts';
import { PlanMap } from './plans/plan-map.tsx';
import { PlanOrders } from './plans/plan-orders.tsx';
import { PlanPeople } from './plans/plan-people.tsx';
import { PlanSummary } from './plans/plan-summary.tsx';
import { planTones } from './plans/plan-words.ts';
import { WhyDialog } from './plans/why-dialog.tsx';

/** One proposal: how good it is, who goes where, why, and the signature. */
export function PlanPage() {
  const { id = '' } = useParams();
  const query = useQuery<DispatchPlanView>({
    queryKey: ['dispatch-plan', id],
    // While it is being solved it says every second how far it is.
    refetchInterval: ({ state }) => (state.data?.state === 'solving' ? 1_000 : false),
    queryFn: ({ signal }) => read<DispatchPlanView>(`/dispatch-plans/${id}`, {}, { signal }),
  });
  return <Loaded query={query}>{(plan) => <Plan plan={plan} />}</Loaded>;
}

function Plan({ plan }: { plan: DispatchPlanView }) {
  const words = useWords(planTexts);
  const kit = useWords(kitTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const [view, setView] = useState<'order' | 'person' | 'map'>('order');
  const [asked, setAsked] = useState<PlannedOrder | null>(null);
  const [signing, setSigning] = useState<readonly PlannedOrder[] | null>(null);
  const ready = plan.items.filter((item) => item.people.length > 0 && !item.changed && item.offeredAt === null);
  const sign: ManyAct<PlannedOrder> = {
    key: 'sign',
    label: words.sign,
    fits: () => true,
    act: (item) => ({ do: 'sign', id: item.orderId }),
    effect: (item) => words.signEffect(listed(item.people.map((one) => one.name))),
  };
  const many = {
    path: `/dispatch-plans/${plan.id}/signatures`,
    // The same service at the same place may stand there on several days.
    nameOf: (item: PlannedOrder) =>
      [
        item.startsAt && times.at(item.startsAt),
        inWords(item.service.name, language),
        longName(item.place.id) || inWords(item.place.name, language),
      ]
        .filter(Boolean)
        .join(' · '),
    acts: [sign],
  };
  return (
    <Page
      title={longName(plan.place.id) || inWords(plan.place.name, language)}
      crumb={{ to: '/dispatch-plans', text: words.title }}
      meta={
        <span className="row">
          <Tag tone={planTones[plan.state]}>{words.states[plan.state]}</Tag> {times.on(`${plan.startsOn}T04:00:00Z`)} ·{' '}
          {words.daysOf(plan.days)}
          {plan.services.length > 0 &&
            ` · ${words.onlyServices(listed(plan.services.map(({ name }) => inWords(name, language))))}`}
        </span>
      }
      actions={<Acts plan={plan} ready={ready.length} onSign={() => setSigning(ready.slice(0, mostRows))} />}
    >
      <PlanSummary plan={plan} />
      {plan.cost !== null && plan.items.length === 0 && <Quiet title={plan.orders === 0 ? words.none : words.gone} />}
      {plan.state === 'discarded' && <Quiet title={words.gone} />}
      {plan.items.length > 0 && (
        <>
          <div className="row apart">
            <Segmented
              aria-label={kit.shownAs}
              value={view}
              onChange={setView}
              options={[
                { value: 'order', label: words.byOrder },
                { value: 'person', label: words.byPerson },
                { value: 'map', label: words.byMap },
              ]}
            />
            {ready.length > mostRows && <span className="meta">{words.hundred}</span>}
          </div>
          {view === 'order' && <PlanOrders plan={plan} onAsk={setAsked} />}
          {view === 'person' && <PlanPeople plan={plan} onAsk={setAsked} />}
          {view === 'map' && <PlanMap plan={plan} onAsk={setAsked} />}
        </>
      )}
      {asked && <WhyDialog plan={plan} item={asked} onClose={() => setAsked(null)} />}
      {signing && (
        <ManyDialog many={many} act={sign} rows={signing} onDone={() => undefined} onClose={() => setSigning(null)} />
      )}
    </Page>
  );
}

function Acts({ plan, ready, onSign }: { plan: DispatchPlanView; ready: number; onSign: () => void }) {
  const words = useWords(planTexts);
  const { message } = App.useApp();
  const sure = useConfirm();
  const { run, busy } = useAct<DispatchPlanView>();
  const discard = async (): Promise<void> => {
    if (!(await sure({ title: words.discardTitle, consequence: words.discardHint, act: words.discard }))) return;
    if (!(await run('POST', `/dispatch-plans/${plan.id}/discards`, { version: plan.version }))) return;
    void message.success(words.discarded);
    await refresh();
  };
  const mayMake = plan.abilities.includes('dispatch-plan.make');
  return (
    <>
      {mayMake && (
        <Button loading={busy} onClick={() => void discard()}>
          {words.discard}
        </Button>
      )}
      {plan.abilities.includes('dispatch-plan.sign') && (
        <Button type="primary" disabled={ready === 0} title={ready === 0 ? words.nothingToSign : ''} onClick={onSign}>
          {words.sign}
        </Button>
      )}
    </>
  );
}
