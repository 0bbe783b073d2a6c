import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { TroubleList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Unread } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { pathWithin } from '../kit/path-within.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { operationsTexts } from './operations-texts.ts';

/** What is wrong at this moment and what to do; nothing is shown while all is well, and that it could not be asked where it could not. */
export function TroublesPart() {
  const { troubles: words } = useWords(operationsTexts);
  const times = useTimes();
  const query = useQuery({
    queryKey: ['troubles'],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => read<TroubleList>('/troubles', {}, { signal }),
  });
  if (!query.data) return <Unread query={query} title={words.title} />;
  if (query.data.items.length === 0) return null;
  return (
    <Part title={words.title}>
      <div className="stack wide">
        {query.data.items.map(({ key, what, remedy, sinceAt, href }) => (
          <div key={key} className="notice hot">
            <Link to={pathWithin(href)}>
              <strong>{what}</strong>
            </Link>{' '}
            <span className="meta">{words.since(times.at(sinceAt))}</span>
            <div>{remedy}</div>
          </div>
        ))}
      </div>
    </Part>
  );
}
