import type { CertificateView, HourSums, RecordingUnit } from '@xiangyin/server/contract';
import { useCell } from '../kit/cell.ts';
import { dateInWords } from '../kit/county-time.ts';
import { inWords, languageNow, say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { Lacking, Part, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { useMore } from '../kit/use-more.ts';
import { enqueue, outbox } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';

const spanOf = (from: string, until: string): string =>
  from === until ? dateInWords(from) : say('proof.span', { from: dateInWords(from), until: dateInWords(until) });

const hoursOf = (sums: HourSums): string => (Object.values(sums).reduce((sum, one) => sum + one, 0) / 60).toFixed(1);

/** Certificates: each unit that recorded hours can be asked for its own; what was issued can be taken, whole or the sum alone. */
export function Proofs() {
  const units = useAnswer<{ items: readonly RecordingUnit[] }>('/recording-units');
  const certificates = useMore<CertificateView>('/certificates?mine=true&limit=20', { cursor: 'cursor' });
  if (!units.value)
    return (
      <Part title={say('proof.title')}>
        <Lacking answers={[units]} />
      </Part>
    );
  return (
    <Part title={say('proof.title')}>
      <p class="meta">{say('proof.how')}</p>
      {units.value.items.length === 0 ? (
        <p class="empty">{say('proof.none')}</p>
      ) : (
        <ul class="rows">
          {units.value.items.map((one) => (
            <Unit key={one.unit.id ?? ''} one={one} changed={units.again} />
          ))}
        </ul>
      )}
      {certificates.rows.length > 0 && (
        <LongRows list={certificates} empty="">
          {(one) => <Proof key={one.id} one={one} />}
        </LongRows>
      )}
    </Part>
  );
}

function Unit({ one, changed }: { one: RecordingUnit; changed: () => void }) {
  const subjectId = one.unit.id ?? 'centre';
  const sent = useCell(outbox).some(({ act }) => act.kind === 'ask-certificate' && act.subjectId === subjectId);
  const { run, busy, problem } = useAct();
  const withdraw = async () => {
    if (await run<object>('DELETE', `/certificate-requests/${one.requestId}`)) changed();
  };
  const ask = async () => {
    await enqueue(inWords(one.unit.name), {
      kind: 'ask-certificate',
      subjectId,
      path: '/certificate-requests',
      body: { unitId: one.unit.id, from: one.firstOn, until: one.lastOn },
    });
    soon();
  };
  return (
    <li>
      <div>
        <b>{inWords(one.unit.name)}</b>
        <span class="meta">
          {say('proof.hours', { n: hoursOf(one.sums) })} · {spanOf(one.firstOn, one.lastOn)}
        </span>
        {problem && <Trouble problem={problem} />}
        {one.requestId !== null ? (
          <>
            <span class="meta">{say('proof.asked')}</span>
            <button type="button" class="plain" disabled={busy} onClick={() => void withdraw()}>
              {say('proof.withdraw')}
            </button>
          </>
        ) : sent ? (
          <span class="meta">{say('proof.asked')}</span>
        ) : (
          <button type="button" class="btn" onClick={() => void ask()}>
            {say('proof.ask')}
          </button>
        )}
      </div>
    </li>
  );
}

function Proof({ one }: { one: CertificateView }) {
  const base = `/api/v1/certificates/${one.id}`;
  const language = `language=${languageNow()}`;
  return (
    <li>
      <div>
        <b class="number">{one.number}</b>
        <span class="meta">
          {one.state === 'revoked' && <span class="tag due">{say('proof.revoked')}</span>}{' '}
          {inWords(one.facts.unit.name)} · {say('proof.hours', { n: hoursOf(one.facts.sums) })} ·{' '}
          {spanOf(one.from, one.until)}
          {one.replacedBy && <> · {say('proof.replaced', { number: one.replacedBy })}</>}
        </span>
        {one.state === 'valid' && one.outdated && <span class="meta">{say('proof.outdated')}</span>}
        {one.state === 'valid' && (
          <span class="takes">
            <a class="btn primary" href={`${base}/paper?${language}`} download>
              {say('proof.whole')}
            </a>
            <a class="btn" href={`${base}/paper?form=total&${language}`} download>
              {say('proof.total')}
            </a>
            <a class="btn" href={`${base}/paper?named=false&${language}`} download>
              {say('proof.nameless')}
            </a>
            <a class="btn" href={`${base}/credential?${language}`} download>
              {say('proof.badge')}
            </a>
            <a class="btn" href={one.mark}>
              {say('proof.check')}
            </a>
          </span>
        )}
      </div>
    </li>
  );
}
