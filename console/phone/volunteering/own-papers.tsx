import type { TermLine, VolunteerView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { dateInWords, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { Part, Trouble } from '../kit/parts.tsx';
import { useSwappedFocus } from '../kit/use-swapped-focus.ts';
import { useOwnChange } from './use-own-change.ts';

interface Given {
  volunteer: VolunteerView;
  licences: readonly TermLine[];
  saved: (volunteer: VolunteerView) => void;
}

/** Papers that count, and those that wait for somebody to look at the original: who, and by when. */
export function OwnPapers({ volunteer, licences, saved }: Given) {
  const nameOf = (key: string): string => inWords(licences.find((one) => one.key === key)?.name ?? { 'zh-CN': key });
  const open = volunteer.claims.filter(({ verdict }) => verdict !== 'seen');
  return (
    <Part title={say('paper.title')}>
      {volunteer.licences.length + open.length === 0 && <p class="meta">{say('paper.none')}</p>}
      <ul class="lines">
        {volunteer.licences.map(({ licence, expiresOn, valid }) => (
          <li key={licence}>
            <b>{nameOf(licence)}</b>{' '}
            <span class={valid ? 'tag ok' : 'tag due'}>
              {say(valid ? 'paper.holds' : 'paper.ended', { day: dateInWords(expiresOn) })}
            </span>
          </li>
        ))}
        {open.map((claim) => (
          <li key={claim.id}>
            <b>{nameOf(claim.licence)}</b>{' '}
            {claim.verdict === null ? (
              <span class="meta">{say('paper.waits', { name: claim.checkerName, time: momentOf(claim.checkBy) })}</span>
            ) : (
              <span class="meta">{say('paper.refused', { reason: claim.reason ?? '' })}</span>
            )}
          </li>
        ))}
      </ul>
      <NewPaper volunteer={volunteer} licences={licences} saved={saved} />
    </Part>
  );
}

function NewPaper({ volunteer, licences, saved }: Given) {
  const { send, busy, problem } = useOwnChange(saved);
  const [licence, setLicence] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [open, setOpen] = useState(false);
  const { button, question } = useSwappedFocus<HTMLFormElement>(open);
  const waiting = new Set(volunteer.claims.filter(({ verdict }) => verdict === null).map((claim) => claim.licence));
  const choices = licences.filter(({ key }) => !waiting.has(key));
  if (choices.length === 0) return null;
  if (!open)
    return (
      <button type="button" ref={button} class="btn" onClick={() => setOpen(true)}>
        {say('paper.add')}
      </button>
    );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await send('POST', `/volunteers/${volunteer.personId}/licence-claims`, { licence, expiresOn })) setOpen(false);
  };
  return (
    <form class="form" ref={question} tabIndex={-1} onSubmit={(event) => void submit(event)}>
      <p class="meta">{say('paper.how')}</p>
      <label class="field">
        <span>{say('paper.which')}</span>
        <select required value={licence} onChange={(event) => setLicence(event.currentTarget.value)}>
          <option value="">{say('paper.choose')}</option>
          {choices.map(({ key, name }) => (
            <option key={key} value={key}>
              {inWords(name)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('paper.until')}</span>
        <input type="date" required value={expiresOn} onInput={(event) => setExpiresOn(event.currentTarget.value)} />
      </label>
      {problem && <Trouble problem={problem} />}
      <button type="submit" class="btn primary wide" disabled={busy}>
        {say('paper.send')}
      </button>
    </form>
  );
}
