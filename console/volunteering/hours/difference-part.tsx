import { useQuery } from '@tanstack/react-query';
import type { hourDifferenceList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Due } from '../../kit/due.tsx';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Unread } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { BothVersions, DifferenceActs, DifferenceEnd } from './difference-acts.tsx';
import { proofTexts } from './hours-texts.ts';

/** Where both sides say different times: of an order, or (without one) of my own hours that are not settled. */
export function DifferencePart({ orderId }: { orderId?: string }) {
  const { differences: words } = useWords(proofTexts);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['hour-differences', orderId ?? 'mine'],
    queryFn: ({ signal }) =>
      read<Answer<typeof hourDifferenceList>>('/hour-differences', orderId ? { orderId } : { mine: true, open: true }, {
        signal,
      }),
  });
  if (!query.data) return <Unread query={query} title={words.title} />;
  const { items } = query.data;
  if (items.length === 0) return null;
  return (
    <Part title={words.title}>
      {items.map((one) => (
        <div key={one.id} className="stack tight">
          {orderId === undefined && <strong>{inWords(one.service, language)}</strong>}
          <BothVersions difference={one} />
          {one.end ? <DifferenceEnd end={one.end} /> : <Due at={one.dueAt} soonMinutes={2_880} />}
          <DifferenceActs difference={one} />
        </div>
      ))}
    </Part>
  );
}
