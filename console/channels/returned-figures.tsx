import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReturnedLetters } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inSentences } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { returnedTexts } from './returned-texts.ts';

/** How many addresses of a newsletter letters come back from, since when and why. `more`: a way on, where there are any. */
export function ReturnedFigures({ channelId, more }: { channelId: string; more?: ReactNode }) {
  const words = useWords(returnedTexts);
  const times = useTimes();
  const figures = useQuery({
    queryKey: ['channels', channelId, 'returned-letters'],
    queryFn: ({ signal }) => read<ReturnedLetters>(`/channels/${channelId}/returned-letters`, {}, { signal }),
  });
  if (!figures.data) return null;
  const { receivers, reasons } = figures.data;
  return (
    <div className="stack tight" style={{ marginBottom: 16 }}>
      <p className="second">{inSentences(words.receivers(receivers), reasons.length === 0 && words.none)}</p>
      {reasons.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {reasons.map(({ reason, stopped, trying, since }) => (
            <li key={reason}>
              {words.figure(words.reasons[reason], stopped, trying)}{' '}
              <span className="meta">{words.since(times.on(since))}</span>
            </li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && more}
    </div>
  );
}
