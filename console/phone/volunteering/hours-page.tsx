import type { HourLine, HourSums } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { Part } from '../kit/parts.tsx';
import { useMore } from '../kit/use-more.ts';
import { useTold } from '../outbox/use-told.ts';
import { Corrections } from './corrections.tsx';
import { Differences } from './differences.tsx';
import { evidence } from './evidence.ts';
import { PastVisits } from './past-visits.tsx';
import { Proofs } from './proofs.tsx';
import { WrongSheet } from './wrong-sheet.tsx';

interface Hours {
  readonly items: readonly HourLine[];
  readonly next: string | null;
  readonly totalMinutes: number;
  readonly byEvidence: HourSums;
  readonly waitingMinutes: number;
}

/** My hours: the sum by how well it is proven, each entry with how it is known, what I can ask for. */
export function HoursPage() {
  const hours = useMore<HourLine, Hours>('/hours?mine=true&limit=50', { cursor: 'cursor' });
  const [wrong, setWrong] = useState<HourLine | null>(null);
  return (
    <main>
      <header class="head">
        <h1>{say('hours.title')}</h1>
      </header>
      {hours.answer.value && hours.rows.length > 0 && <Sums hours={hours.answer.value} />}
      <Differences />
      <Part title={say('hours.each')}>
        <LongRows list={hours} empty={say('hours.empty')}>
          {(line) => <Entry key={line.id} line={line} complain={() => setWrong(line)} />}
        </LongRows>
      </Part>
      <PastVisits />
      <a class="btn wide" href={hrefOf('/mine')}>
        {say('mine.title')}
      </a>
      <Corrections />
      <Proofs />
      {wrong && <WrongSheet line={wrong} close={() => setWrong(null)} />}
    </main>
  );
}

const inHours = (minutes: number): string => (minutes / 60).toFixed(1);

function Sums({ hours }: { hours: Hours }) {
  const { witnessed, deviceTimed, organiserAttested, typedInLater } = hours.byEvidence;
  const parts = [
    ['witnessed', witnessed],
    ['device-timed', deviceTimed],
    ['organiser-attested', organiserAttested],
    ['typed-in-later', typedInLater],
  ] as const;
  return (
    <>
      <p class="sum">
        <b>{inHours(hours.totalMinutes)}</b> {say('hours.unit')}
      </p>
      <dl class="sums">
        {parts
          .filter(([, minutes]) => minutes > 0)
          .map(([key, minutes]) => (
            <div key={key}>
              <dt>{say(evidence[key])}</dt>
              <dd>{inHours(minutes)}</dd>
            </div>
          ))}
      </dl>
      {hours.waitingMinutes > 0 && <p class="meta">{say('hours.waiting', { n: inHours(hours.waitingMinutes) })}</p>}
    </>
  );
}

function Entry({ line, complain }: { line: HourLine; complain: () => void }) {
  const isTold = useTold().some((act) => act.kind === 'ask-correction' && act.subjectId === line.id);
  return (
    <li>
      <div>
        <b>{inWords(line.service)}</b>
        <span class="meta">
          <span class={`tag ${line.minutes < 0 ? 'due' : ''}`}>{say('hours.minutes', { n: line.minutes })}</span>{' '}
          {line.waits && <span class="tag due">{say('hours.waits')}</span>}
          {line.reversed && <span class="tag">{say('hours.reversed')}</span>}
          {line.kind === 'reversal' && <span class="tag">{say('hours.reversal')}</span>} {momentOf(line.happenedAt)} ·{' '}
          {say(evidence[line.evidence])}
          {line.reason && <> · {line.reason}</>}
        </span>
        {isTold && (
          <span class="meta" role="status">
            {say('wrong.told')}
          </span>
        )}
        {!isTold && line.abilities.includes('hours.ask-correction') && (
          <button type="button" class="plain" onClick={complain}>
            {say('hours.wrong')}
          </button>
        )}
      </div>
    </li>
  );
}
