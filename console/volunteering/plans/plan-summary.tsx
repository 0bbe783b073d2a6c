import { Button } from 'antd';
import { useState } from 'react';
import type { DispatchPlanView } from '@xiangyin/server/contract';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { planTexts, wordFor } from '../plan-texts.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { useAmount, usePercent } from './plan-words.ts';

/** How good the plan is, in plain words; while it is being solved, how far it is; and by which seed, so that anybody can ask for the same again. */
export function PlanSummary({ plan }: { plan: DispatchPlanView }) {
  return (
    <>
      <Outcome plan={plan} />
      <LeftBehind plan={plan} />
      <Seed plan={plan} />
    </>
  );
}

function Seed({ plan }: { plan: DispatchPlanView }) {
  const words = useWords(planTexts);
  const mayMake = useMaySomewhere('dispatch-plan.make');
  const [asking, setAsking] = useState(false);
  return (
    <p className="meta">
      {words.seedOf(plan.seed)}
      {plan.state !== 'solving' && mayMake && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          {words.again}
        </Button>
      )}
      {asking && <ProposeDialog again={plan} onClose={() => setAsking(false)} />}
    </p>
  );
}

/** Where more orders wait than one plan looks at: how many it did, and the way on to those behind them. */
function LeftBehind({ plan }: { plan: DispatchPlanView }) {
  const words = useWords(planTexts);
  const mayMake = useMaySomewhere('dispatch-plan.make');
  const [asking, setAsking] = useState(false);
  const { read } = plan;
  if (plan.state === 'solving' || !read || read.orders >= read.waiting) return null;
  return (
    <div className="notice row apart" role="status">
      <span>{words.lookedAt(read.orders, read.waiting)}</span>
      {mayMake && <Button onClick={() => setAsking(true)}>{words.goOn}</Button>}
      {asking && <ProposeDialog again={{ ...plan, followsId: plan.id }} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Outcome({ plan }: { plan: DispatchPlanView }) {
  const words = useWords(planTexts);
  if (plan.state === 'solving') return <Solving plan={plan} />;
  if (plan.failure !== null)
    return (
      <p className="notice hot" role="status">
        {wordFor(words.failures, plan.failure in words.failures ? plan.failure : 'SolverFailed')}
      </p>
    );
  return plan.cost === null || plan.orders === 0 ? null : <Proof plan={plan} cost={plan.cost} />;
}

function Solving({ plan }: { plan: DispatchPlanView }) {
  const words = useWords(planTexts);
  const percent = usePercent();
  const { run, busy } = useAct<DispatchPlanView>();
  const stop = async (): Promise<void> => {
    if (await run('POST', `/dispatch-plans/${plan.id}/stops`, {})) await refresh();
  };
  const { progress } = plan;
  return (
    <div className="notice row apart" role="status" aria-live="polite">
      <span>
        <strong>{progress ? wordFor(words.stages, progress.stage) : words.stages.start}</strong>
        {progress && ` · ${words.solving(progress.seconds)} · ${words.within(percent(Math.min(progress.gap, 1)))}`}
      </span>
      {plan.abilities.includes('dispatch-plan.make') && (
        <Button loading={busy} onClick={() => void stop()}>
          {words.stop}
        </Button>
      )}
    </div>
  );
}

function Proof({ plan, cost }: { plan: DispatchPlanView; cost: number }) {
  const words = useWords(planTexts);
  const percent = usePercent();
  const amount = useAmount();
  const { gap, greedy } = plan;
  const saved = greedy && greedy.cost > cost ? (greedy.cost - cost) / greedy.cost : 0;
  return (
    <Part title={words.servedOf(plan.served, plan.orders)}>
      <p>
        <strong>{gap === 0 || gap === null ? words.exact : words.within(percent(gap))}</strong>{' '}
        {plan.stoppedBy === 'watch' && gap !== 0 && words.early}
      </p>
      {greedy && (
        <p>
          {words.clerk(amount(greedy.cost), greedy.served)} {saved >= 0.0005 && words.better(percent(saved))}
        </p>
      )}
      <p className="meta">
        {words.costIs(amount(cost))}
        {words.costHint}
      </p>
    </Part>
  );
}
