import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { certificateRequestList, CertificateView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Unread } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { AskCertificateDialog } from './certificates/ask-certificate-dialog.tsx';
import { NationalDialog } from './certificates/national-dialog.tsx';
import { RequestActs } from './certificates/request-acts.tsx';
import { RevokeDialog } from './certificates/revoke-dialog.tsx';
import { totalHours } from './certificates/total-hours.ts';
import { proofTexts } from './hours/hours-texts.ts';
import './hours/hours.css';

/** Certificates of hours: what waits to be issued, and what was. */
export function CertificatesPage() {
  const { certificates: words, sums } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const sorts = useByTime();
  const mayAll = useMaySomewhere('certificate.issue');
  const mayAsk = useMaySomewhere('certificate.ask');
  const mayReconcile = useMaySomewhere('hours.reconcile');
  const [revoking, setRevoking] = useState<CertificateView | null>(null);
  const [comparing, setComparing] = useState(false);
  const [asking, setAsking] = useState(false);
  const spec: ListSpec<CertificateView> = {
    name: 'certificates',
    path: '/certificates',
    pageSize: 30,
    searchParam: 'q',
    searchHint: words.search,
    sorts,
    // A certificate belongs to the unit that issued it, wherever the services were.
    placeParam: null,
    tabs: {
      param: 'mine',
      options: [
        { value: '', label: words.all },
        { value: 'true', label: words.mine },
      ],
    },
    rowKey: (one) => one.id,
    columns: [
      {
        key: 'number',
        title: words.number,
        text: (one) => one.number,
        cell: (one) => (
          <>
            <strong className="num">{one.number}</strong>
            <div className="second">{words.span(times.day(one.from), times.day(one.until))}</div>
          </>
        ),
      },
      {
        key: 'volunteer',
        title: words.volunteer,
        text: (one) => one.facts.volunteerNumber,
        cell: (one) => (
          <>
            {one.name}
            <div className="second num">{one.facts.volunteerNumber}</div>
          </>
        ),
      },
      { key: 'name', title: words.name, exported: true, text: (one) => one.name },
      {
        key: 'days',
        title: words.days,
        exported: true,
        text: (one) => words.span(times.day(one.from), times.day(one.until)),
      },
      { key: 'unit', title: words.unit, text: (one) => inWords(one.facts.unit.name, language) },
      {
        key: 'hours',
        title: words.hours,
        narrow: true,
        text: (one) => totalHours(one),
        cell: (one) => <span className="num">{sums.hours(totalHours(one))}</span>,
      },
      {
        key: 'state',
        title: words.state,
        text: (one) =>
          [
            words.states[one.state],
            one.state === 'valid' && one.outdated && words.outdated,
            one.replacedBy && words.replacedBy(one.replacedBy),
            one.replaces && words.replaces(one.replaces),
          ]
            .filter(Boolean)
            .join(' · '),
        cell: (one) => (
          <>
            <Tag tone={one.state === 'valid' ? (one.outdated ? 'due' : 'ok') : 'plain'}>{words.states[one.state]}</Tag>
            {one.state === 'valid' && one.outdated && <div className="second">{words.outdated}</div>}
            {one.replacedBy && <div className="second">{words.replacedBy(one.replacedBy)}</div>}
            {one.replaces && <div className="second">{words.replaces(one.replaces)}</div>}
          </>
        ),
      },
      {
        key: 'when',
        title: words.when,
        narrow: true,
        named: true,
        text: (one) => one.issuedAt,
        cell: (one) => times.on(one.issuedAt),
      },
    ],
    action: (one) => <Take certificate={one} onRevoke={() => setRevoking(one)} />,
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        <>
          {mayReconcile && <Button onClick={() => setComparing(true)}>{words.national}</Button>}
          {mayAsk && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {words.ask}
            </Button>
          )}
        </>
      }
    >
      {(mayAll || mayAsk) && <Requests />}
      <RecordList spec={spec} />
      {revoking && <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />}
      {asking && <AskCertificateDialog onClose={() => setAsking(false)} />}
      {comparing && <NationalDialog onClose={() => setComparing(false)} />}
    </Page>
  );
}

// Beyond so many the list of their own is the better place.
const few = 5;

function Requests() {
  const { certificates: words } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const query = useQuery({
    queryKey: ['list', '/certificate-requests'],
    queryFn: ({ signal }) => read<Answer<typeof certificateRequestList>>('/certificate-requests', {}, { signal }),
  });
  if (!query.data) return <Unread query={query} title={words.requests} />;
  const { items } = query.data;
  if (items.length === 0) return null;
  return (
    <Part title={words.requests}>
      <ul className="plain-rows" style={{ marginBottom: 24 }}>
        {items.slice(0, few).map((one) => (
          <li key={one.id} className="row apart">
            <span>
              <strong>{one.name}</strong> <span className="num">{one.number}</span>
              <span className="second" style={{ display: 'block' }}>
                {inWords(one.unit.name, language)} · {words.span(times.day(one.from), times.day(one.until))}
              </span>
            </span>
            <RequestActs request={one} />
          </li>
        ))}
        {items.length > few && (
          <li>
            <Link to="/certificate-requests">{words.allRequests(items.length)}</Link>
          </li>
        )}
      </ul>
    </Part>
  );
}

function Take({ certificate, onRevoke }: { certificate: CertificateView; onRevoke: () => void }) {
  const { certificates: words } = useWords(proofTexts);
  const language = useLanguage();
  const base = `/api/v1/certificates/${certificate.id}`;
  const link = (label: string, path: string) => ({
    key: path,
    label: (
      <a href={`${base}/${path}language=${language}`} download>
        {label}
      </a>
    ),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          // Of what was revoked nobody makes a paper any more; what is out there can still be checked.
          ...(certificate.state === 'valid'
            ? [
                link(words.paper, 'paper?'),
                link(words.totalPaper, 'paper?form=total&'),
                link(words.nameless, 'paper?named=false&'),
                link(words.credential, 'credential?'),
              ]
            : []),
          { key: 'check', label: <a href={certificate.mark}>{words.check}</a> },
          ...(certificate.abilities.includes('certificate.revoke')
            ? [{ key: 'revoke', danger: true, label: words.revoke, onClick: onRevoke }]
            : []),
        ],
      }}
    >
      <Button size="small">{words.take}</Button>
    </Dropdown>
  );
}
