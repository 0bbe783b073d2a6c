import type { CertificateRequestLine } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { proofTexts } from '../hours/hours-texts.ts';
import { RequestActs } from './request-acts.tsx';

const whose = { others: 'certificate.issue', own: 'certificate.ask' } as const;

/** All requests that wait for their certificate: one's own, and those of the units one issues for, the oldest first. */
export function RequestsPage() {
  const { certificates: words } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const spec: ListSpec<CertificateRequestLine> = {
    name: 'certificate-requests',
    path: '/certificate-requests',
    local: {
      // A request belongs to the unit that recorded, wherever the services were.
      isHere: null,
      matches: ({ name, number, unit, abilities }, search, chosen) => {
        const one = chosen('whose');
        const isChosen = (one !== 'others' && one !== 'own') || abilities.includes(whose[one]);
        const texts = [name, number, inWords(unit.name, language)];
        return isChosen && texts.some((text) => text.toLowerCase().includes(search.toLowerCase()));
      },
    },
    filters: [
      {
        param: 'whose',
        label: words.whose,
        options: [
          { value: 'others', label: words.toIssue },
          { value: 'own', label: words.mine },
        ],
      },
    ],
    searchHint: words.searchRequests,
    rowKey: ({ id }) => id,
    columns: [
      {
        key: 'volunteer',
        title: words.volunteer,
        text: ({ name, number }) => `${name} ${number}`,
        cell: ({ name, number }) => (
          <>
            {name} <span className="num">{number}</span>
          </>
        ),
      },
      { key: 'unit', title: words.unit, text: ({ unit }) => inWords(unit.name, language) },
      {
        key: 'days',
        title: words.days,
        text: ({ from, until }) => words.span(times.day(from), times.day(until)),
        sortBy: ({ from }) => from,
      },
      {
        key: 'asked',
        title: words.askedAt,
        narrow: true,
        named: true,
        text: ({ askedAt }) => times.at(askedAt),
        sortBy: ({ askedAt }) => askedAt,
      },
    ],
    action: (one) => <RequestActs request={one} />,
    empty: <Quiet title={words.noRequests} />,
  };
  return (
    <Page title={words.requests} meta={words.lead} crumb={{ to: '/certificates', text: words.title }}>
      <RecordList spec={spec} />
    </Page>
  );
}
