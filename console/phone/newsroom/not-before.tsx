import { momentOfWall, wallOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import type { Draft } from './draft.ts';

/** 消息源要求: before which moment nothing of it may be published, and who asks so. Closed unless it is needed. */
export function NotBefore({ draft, change }: { draft: Draft; change: (changes: Partial<Draft>) => void }) {
  const { embargo } = draft;
  if (draft.revises) return null;
  return (
    <details class="not-before" open={Boolean(embargo)}>
      <summary>{say('embargo.title')}</summary>
      <label class="field">
        <span>{say('embargo.until')}</span>
        <input
          id="embargo-until"
          type="datetime-local"
          value={embargo ? wallOf(embargo.until) : ''}
          onChange={({ currentTarget: { value } }) =>
            change({ embargo: value === '' ? null : { until: momentOfWall(value), source: embargo?.source ?? '' } })
          }
        />
      </label>
      {embargo && (
        <label class="field">
          <span>{say('embargo.source')}</span>
          <input
            id="embargo-source"
            maxLength={120}
            value={embargo.source}
            onInput={({ currentTarget }) => change({ embargo: { ...embargo, source: currentTarget.value } })}
          />
        </label>
      )}
    </details>
  );
}
