import type { HourSums } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { proofTexts } from './hours-texts.ts';
import './hours.css';

/** Hours that count, by how well they are proven: nowhere is a sum shown without its classes. */
export function HourSumsLine({ sums, waitingMinutes = 0 }: { sums: HourSums; waitingMinutes?: number }) {
  const words = useWords(proofTexts);
  const parts = [
    ['witnessed', sums.witnessed],
    ['device-timed', sums.deviceTimed],
    ['organiser-attested', sums.organiserAttested],
    ['typed-in-later', sums.typedInLater],
  ] as const;
  const said = (minutes: number): string => words.sums.hours((minutes / 60).toFixed(1));
  return (
    <dl className="hour-sums">
      <div className="hour-sum-all">
        <dt>{words.sums.total}</dt>
        <dd>{said(parts.reduce((sum, [, minutes]) => sum + minutes, 0))}</dd>
      </div>
      {parts.map(([key, minutes]) => (
        <div key={key}>
          <dt>{words.sums.classes[key]}</dt>
          <dd>{said(minutes)}</dd>
        </div>
      ))}
      {waitingMinutes > 0 && (
        <div className="hour-sum-waiting">
          <dt>{words.sums.waiting}</dt>
          <dd>{said(waitingMinutes)}</dd>
        </div>
      )}
    </dl>
  );
}
