import type { Finding } from '@xiangyin/document/checks';
import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import type { LeftFinding } from './draft.ts';

const offered = ['as-said', 'local', 'public', 'checked'] as const;

/** Leaves a finding as it is: one of the usual reasons with a touch, or in one's own words. */
export function LeaveFinding({
  finding,
  leave,
}: {
  finding: Finding;
  leave: (reason: LeftFinding['reason'], remark?: string) => void;
}) {
  const [own, setOwn] = useState<string | null>(null);
  if (own === null)
    return (
      <label class="leave">
        <span class="visually-hidden">{say('findings.leave')}</span>
        <select
          value=""
          onChange={({ currentTarget }) => {
            const reason = currentTarget.value as LeftFinding['reason'];
            if (reason === 'other') setOwn('');
            else leave(reason);
          }}
        >
          <option value="">{say('findings.leave')}</option>
          {offered
            .filter((reason) => reason !== 'public' || finding.check === 'personal-data')
            .map((reason) => (
              <option key={reason} value={reason}>
                {say(`findings.reason.${reason}`)}
              </option>
            ))}
          <option value="other">{say('findings.own-words')}</option>
        </select>
      </label>
    );
  return (
    <form
      class="own-words"
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim() !== '') leave('other', own.trim().slice(0, 200));
      }}
    >
      <label class="field">
        {say('findings.own-words')}
        <input value={own} maxLength={200} required onInput={({ currentTarget }) => setOwn(currentTarget.value)} />
      </label>
      <button type="submit" class="btn small">
        {say('findings.leave')}
      </button>
    </form>
  );
}
