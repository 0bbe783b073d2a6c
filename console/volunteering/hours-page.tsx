import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { hourList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { usePlaceHere } from '../kit/here.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { Page } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { DifferencePart } from './hours/difference-part.tsx';
import { hourListTexts } from './hours/hour-list-texts.ts';
import { HourSumsLine } from './hours/hour-sums.tsx';
import { HoursFigures } from './hours/hours-figures.tsx';
import { HoursList } from './hours/hours-list.tsx';
import { HoursWays } from './hours/hours-ways.tsx';
import { OwnTimes } from './hours/own-times.tsx';

/** The ledger of hours. What is written stays; errors are reversed and written anew. */
export function HoursPage() {
  const hours = useWords(hourListTexts);
  const kit = useWords(kitTexts);
  const [address, setAddress] = useSearchParams();
  const figures = address.get('view') === 'figures';
  const mayAll = useMaySomewhere('hours.list');
  const mine = address.get('mine') === 'true' || !mayAll;
  const here = usePlaceHere();
  const asked = {
    mine: mine || null,
    placeId: here,
    q: address.get('q'),
    evidence: address.get('evidence'),
    waiting: address.get('waiting'),
  };
  const total = useQuery({
    queryKey: ['list', 'hours', 'total', asked],
    queryFn: ({ signal }) => read<Answer<typeof hourList>>('/hours', { ...asked, limit: 1 }, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <Page
      title={hours.title}
      meta={total.data && !figures ? hours.total((total.data.totalMinutes / 60).toFixed(1)) : ''}
      actions={
        <>
          <Segmented
            aria-label={kit.shownAs}
            value={figures ? 'figures' : 'list'}
            onChange={(view) =>
              setAddress({ ...(address.get('mine') ? { mine: 'true' } : {}), ...(view === 'figures' ? { view } : {}) })
            }
            options={[
              { value: 'list', label: kit.asList },
              { value: 'figures', label: kit.figures },
            ]}
          />
          <HoursWays />
          <OwnTimes />
        </>
      }
    >
      {total.data && !figures && (
        <HourSumsLine sums={total.data.byEvidence} waitingMinutes={total.data.waitingMinutes} />
      )}
      {!figures && <DifferencePart />}
      {figures ? <HoursFigures mine={mine} /> : <HoursList mayAll={mayAll} />}
    </Page>
  );
}
