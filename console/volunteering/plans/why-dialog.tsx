import { useQuery } from '@tanstack/react-query';
import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { DispatchPlanView, PlannedOrder, PlanReason } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { afterColon, inSentences, inWords, listed, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { queries, refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { planTexts, wordFor } from '../plan-texts.ts';
import { dispatchTexts } from '../order/dispatch-texts.ts';
import { useAmount } from './plan-words.ts';

/** Why an order has these people, what somebody else would cost, and the choice by hand. */
export function WhyDialog({
  plan,
  item,
  onClose,
}: {
  plan: DispatchPlanView;
  item: PlannedOrder;
  onClose: () => void;
}) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [personId, setPersonId] = useState<string | undefined>(item.people[0]?.personId);
  const query = useQuery<PlanReason>({
    queryKey: ['dispatch-plan', plan.id, plan.version, 'reasons', item.orderId, personId ?? ''],
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      read<PlanReason>(`/dispatch-plans/${plan.id}/reasons`, { orderId: item.orderId, personId }, { signal }),
  });
  const { run, busy } = useAct<DispatchPlanView>();
  const fix = async (personIds: readonly string[]): Promise<void> => {
    const after = await run('POST', `/dispatch-plans/${plan.id}/pins`, {
      version: plan.version,
      orderId: item.orderId,
      personIds,
    });
    if (!after) return;
    queries.setQueryData(['dispatch-plan', plan.id], after);
    void message.success(words.fixed);
    onClose();
    await refresh();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      width={560}
      destroyOnHidden
      title={afterColon(words.whyTitle, inWords(item.service.name, language))}
    >
      <Loaded query={query}>
        {(reason) => (
          <div className="stack">
            <label className="stack tight">
              {words.choose}
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                value={personId}
                onChange={setPersonId}
                placeholder={words.nobody}
                options={reason.candidates.map((one) => ({ value: one.personId, label: one.name }))}
              />
            </label>
            <Reason reason={reason} />
            <div className="row">
              {plan.abilities.includes('dispatch-plan.make') && personId && mayFix(reason) && (
                <Button type="primary" loading={busy} onClick={() => void fix(company(item, personId, reason))}>
                  {words.pin}
                </Button>
              )}
              {plan.abilities.includes('dispatch-plan.make') && item.pinned && (
                <Button loading={busy} onClick={() => void fix([])}>
                  {words.unpin}
                </Button>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Modal>
  );
}

const mayFix = (reason: PlanReason): boolean => reason.answer === 'dearer' || reason.answer === 'goes';

// Who goes with them then, as the answer says.
function company(item: PlannedOrder, personId: string, reason: PlanReason): readonly string[] {
  const move = reason.change?.moves.find((one) => one.orderId === item.orderId);
  if (move) return move.after.map((one) => one.personId);
  const others = item.people.map((one) => one.personId);
  return others.includes(personId) ? others : [personId];
}

function Reason({ reason }: { reason: PlanReason }) {
  const words = useWords(planTexts);
  const amount = useAmount();
  const { obstacles } = useWords(dispatchTexts);
  const rule = (key: string): string => wordFor({ ...obstacles, ...words.rules }, key);
  const parts = Object.entries(reason.terms).map(([key, value]) => `${wordFor(words.terms, key)} ${amount(value)}`);
  return (
    <div className="stack tight" role="status">
      {reason.answer === 'goes' && <p>{words.goes}</p>}
      {reason.answer === 'blocked' && <p>{inSentences(words.blocked, listed(reason.rules.map(rule)))}</p>}
      {reason.answer === 'fixed-elsewhere' && <p>{words.fixedElsewhere}</p>}
      {reason.answer === 'too-few-may' && (
        <>
          <p>{words.tooFew(reason.needed ?? 1, reason.may ?? 0)}</p>
          {reason.rules.length > 0 && <p>{inSentences(words.conflict, listed(reason.rules.map(rule)))}</p>}
          {reason.wouldHelp.length > 0 && (
            <>
              <p>{words.wouldHelp}</p>
              <ul className="why-list">
                {reason.wouldHelp.map((one) => (
                  <li key={one.rules.join()}>{words.helps(listed(one.rules.map(rule)), one.volunteers)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {reason.change && <Changed change={reason.change} />}
      {parts.length > 0 && <p className="meta">{listed(parts)}</p>}
    </div>
  );
}

// How many changes a dialog names.
const most = 12;

function Changed({ change }: { change: NonNullable<PlanReason['change']> }) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const amount = useAmount();
  const names = (people: readonly { name: string }[]): string =>
    people.length > 0 ? listed(people.map((one) => one.name)) : words.nobody;
  return (
    <>
      <p>
        {inSentences(
          change.extra > 0.05 ? words.dearer(amount(change.extra)) : words.free,
          change.atLeast > 0.05 && words.atLeast(amount(change.atLeast)),
        )}
      </p>
      {change.moves.length > 0 && (
        <>
          <p>{words.moves}</p>
          <ul className="why-list">
            {change.moves.slice(0, most).map((move) => (
              <li key={move.orderId}>
                {afterColon(
                  `${inWords(move.service, language)} · ${inWords(move.place.name, language)}`,
                  `${names(move.before)} → ${names(move.after)}`,
                )}
              </li>
            ))}
          </ul>
          {change.moves.length > most && <p className="meta">{words.moreMoves(change.moves.length - most)}</p>}
        </>
      )}
    </>
  );
}
