import { Button, Checkbox, Input, InputNumber, Select, Space } from 'antd';
import { useId } from 'react';
import type { ChainStepView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { chainTexts } from './chain-texts.ts';
import { dueIn, minutesFrom, useChainWords, type DueUnit } from './chain-words.ts';

interface Props {
  step: ChainStepView;
  at: number;
  /** The steps before it, with which it may be paired; empty where the chain pairs nothing. */
  pairs: readonly ChainStepView[];
  roles: readonly string[];
  first: boolean;
  last: boolean;
  /** The urgent chain's own step stays. */
  fixed: boolean;
  /** What is wrong with it, in words. */
  problem: string | null;
  onChange: (step: ChainStepView) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One step to arrange: moved by its handle or by the arrows, filled in below. */
export function StepCard({ step, at, pairs, roles, first, last, fixed, problem, onChange, onMove, onRemove }: Props) {
  const words = useWords(chainTexts);
  const say = useChainWords();
  const id = useId();
  const name = say.step(step.step);
  const due = dueIn(step.dueMinutes);
  const set = (change: Partial<ChainStepView>): void => onChange({ ...step, ...change });
  return (
    <li className="chain-step" data-step={step.step}>
      <div className="row apart">
        <span
          className="chain-handle"
          draggable={!fixed}
          data-handle={step.step}
          title={fixed ? undefined : words.drag(name)}
        >
          <span className="num">{at + 1}</span> <strong>{name}</strong>
        </span>
        <span className="row" style={{ gap: 4 }}>
          <Button
            size="small"
            type="text"
            aria-label={words.up(name)}
            disabled={first || fixed}
            onClick={() => onMove(-1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            type="text"
            aria-label={words.down(name)}
            disabled={last || fixed}
            onClick={() => onMove(1)}
          >
            ↓
          </Button>
          <Button size="small" type="text" aria-label={words.remove(name)} disabled={fixed} onClick={onRemove}>
            ×
          </Button>
        </span>
      </div>
      <div className="chain-fields">
        <div>
          <label htmlFor={`${id}roles`}>{words.roles}</label>
          <Select
            id={`${id}roles`}
            mode="multiple"
            value={step.roles}
            options={roles.map((role) => ({ value: role, label: say.role(role) }))}
            onChange={(chosen: string[]) => set({ roles: chosen })}
            style={{ width: '100%' }}
            {...(step.roles.length === 0 ? { status: 'error' as const } : {})}
          />
          {step.roles.length === 0 && <p className="meta hot">{words.rolesNeeded}</p>}
        </div>
        <div>
          <label htmlFor={`${id}due`}>{words.due}</label>
          <Space.Compact block>
            <InputNumber
              id={`${id}due`}
              min={1}
              max={999}
              precision={0}
              value={due.value}
              onChange={(value) => value !== null && set({ dueMinutes: minutesFrom(value, due.unit) })}
              style={{ width: '50%' }}
            />
            <Select
              aria-label={words.due}
              value={due.unit}
              options={(['minutes', 'hours', 'days'] as const).map((unit) => ({
                value: unit,
                label: words.units[unit],
              }))}
              onChange={(unit: DueUnit) => set({ dueMinutes: Math.min(minutesFrom(due.value, unit), 43_200) })}
              style={{ width: '50%' }}
            />
          </Space.Compact>
        </div>
        {pairs.length > 0 && (
          <div>
            <label htmlFor={`${id}pair`}>{words.pairedWith}</label>
            <Select
              id={`${id}pair`}
              value={step.pairedWith ?? ''}
              options={[
                { value: '', label: words.pairedNone },
                ...pairs.map((one) => ({ value: one.step as string, label: say.step(one.step) })),
              ]}
              onChange={(other) => set({ pairedWith: pairs.find((one) => one.step === other)?.step ?? null })}
              style={{ width: '100%' }}
            />
          </div>
        )}
      </div>
      <div>
        <label htmlFor={`${id}list`}>{words.checkList}</label>
        <Input.TextArea
          id={`${id}list`}
          value={step.checkList.join('\n')}
          placeholder={words.checkListExample}
          autoSize={{ minRows: 1, maxRows: 12 }}
          onChange={({ target }) =>
            set({ checkList: target.value === '' ? [] : target.value.split('\n').slice(0, 12) })
          }
        />
      </div>
      <div className="row" style={{ gap: '4px 20px' }}>
        {!fixed && (
          <Checkbox checked={step.importantOnly} onChange={({ target }) => set({ importantOnly: target.checked })}>
            {words.importantOnly}
          </Checkbox>
        )}
        {step.checkList.some((line) => line.trim() !== '') && (
          <Checkbox
            checked={step.checkListRequired}
            onChange={({ target }) => set({ checkListRequired: target.checked })}
          >
            {words.checkListRequired}
          </Checkbox>
        )}
      </div>
      {problem !== null && (
        <p className="notice hot" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
