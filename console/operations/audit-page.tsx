import { useQuery } from '@tanstack/react-query';
import { DatePicker, Input } from 'antd';
import { Link } from 'react-router';
import type { AuditEntry, chainHeads } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { listed } from '../kit/language.ts';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { useMe } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useAddress } from '../kit/use-address.ts';
import { fromCounty, toCounty, useTimes } from '../kit/time.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import { actWords, wordFor } from './act-words.ts';
import { detailWords } from './detail-words.ts';
import { operationsTexts } from './operations-texts.ts';

const looked = 'order.see-address';

/** The record: who did what, and above all who looked at an address. */
export function AuditPage() {
  const { audit } = useWords(operationsTexts);
  const words = useWords(actWords);
  const times = useTimes();
  const { longName } = usePlaces();
  const sorts = useByTime();
  const who = (entry: AuditEntry): string =>
    entry.actorName ??
    (entry.actorKind in audit.kinds ? audit.kinds[entry.actorKind as keyof typeof audit.kinds] : entry.actorKind);
  const spec: ListSpec<AuditEntry> = {
    name: 'audit',
    path: '/audit',
    cursorParam: 'before',
    pageSize: 50,
    placeParam: 'placeId',
    searchParam: {
      bar: <AuditFilters />,
      params: ['subjectId', 'actorId', 'personId', 'orderCode', 'placeId', 'from', 'until'],
    },
    sorts,
    filters: [
      {
        param: 'noun',
        label: audit.noun,
        options: Object.entries(words.nouns).map(([value, label]) => ({ value, label })),
      },
    ],
    rowKey: (entry) => entry.id,
    tabs: {
      param: 'act',
      options: [
        { value: '', label: audit.everything },
        { value: looked, label: audit.looks },
      ],
    },
    columns: [
      {
        key: 'act',
        title: audit.what,
        text: (entry) => wordFor(words.acts, entry.act),
        cell: (entry) => <ActCell entry={entry} />,
      },
      { key: 'who', title: audit.who, narrow: true, text: who },
      {
        key: 'about',
        title: audit.about,
        narrow: true,
        text: (entry) => `${wordFor(words.nouns, entry.noun)} ${entry.subjectId}`,
        cell: (entry) => <SubjectCell entry={entry} />,
      },
      {
        key: 'place',
        title: audit.place,
        text: (entry) => (entry.placeId ? longName(entry.placeId) : ''),
      },
      { key: 'at', title: audit.when, narrow: true, text: (entry) => entry.at, cell: (entry) => times.at(entry.at) },
      {
        key: 'sealed',
        title: audit.sealed,
        narrow: true,
        text: (entry) => String(entry.sealedSeq ?? ''),
        cell: (entry) => (
          <Tag tone={entry.sealedSeq === null ? 'due' : 'ok'}>
            {entry.sealedSeq === null ? audit.notSealed : `#${entry.sealedSeq}`}
          </Tag>
        ),
      },
    ],
    empty: <Quiet title={audit.empty} />,
  };
  return (
    <Page title={audit.title} meta={audit.lead}>
      <RecordList spec={spec} />
      <ChainHeads />
    </Page>
  );
}

function ActCell({ entry }: { entry: AuditEntry }) {
  const { acts } = useWords(actWords);
  const words = useWords(detailWords);
  const { audit } = useWords(operationsTexts);
  const times = useTimes();
  const wordOf = (value: unknown): string => {
    if (Array.isArray(value)) return value.some(isId) ? String(value.length) : listed(value.map(wordOf)) || '—';
    if (typeof value !== 'string') return wordFor(words.values, JSON.stringify(value));
    if (isMoment(value)) return times.at(value);
    return isDay(value) ? times.day(value) : wordFor(words.values, value);
  };
  const facts = Object.entries(entry.detail);
  // Ids say nothing to a reader; they stand in the tip with everything else, as it was written: codes, in every language.
  const told = facts
    .filter(([, value]) => value !== null && !isId(value))
    .map(([key, value]) => audit.fact(wordFor(words.facts, key), key === 'textHash' ? short(value) : wordOf(value)));
  return (
    <>
      <span title={entry.act} translate="no">
        <span translate="yes">{wordFor(acts, entry.act)}</span>
      </span>
      {facts.length > 0 && (
        <div
          className="second one-line"
          title={facts.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n')}
          translate="no"
        >
          <span translate="yes">{told.join(' · ')}</span>
        </div>
      )}
    </>
  );
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z$/.test(value);
const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);
const short = (value: unknown): string => String(value).slice(0, 12);

const homes: Readonly<Record<string, string>> = {
  order: '/orders/',
  story: '/stories/',
  person: '/people/',
  place: '/places/',
};

function SubjectCell({ entry }: { entry: AuditEntry }) {
  const { nouns } = useWords(actWords);
  const home = homes[entry.noun];
  const name = `${wordFor(nouns, entry.noun)} ${entry.subjectId.slice(-6)}`;
  return home ? (
    <Link to={`${home}${entry.subjectId}`}>{name}</Link>
  ) : (
    <Link to={`?subjectId=${entry.subjectId}`}>{name}</Link>
  );
}

function AuditFilters() {
  const { audit } = useWords(operationsTexts);
  const me = useMe();
  const zone = me.county.timeZone;
  const { params, choose } = useAddress();
  const time = (param: string) => {
    const value = params.get(param);
    return value ? toCounty(value, zone) : null;
  };
  return (
    <>
      <span className="grow" data-list-search>
        <TypedFilter
          label={audit.orderCode}
          value={params.get('orderCode') ?? ''}
          onChoose={(code) => choose({ orderCode: code })}
        />
      </span>
      <span className="grow">
        <PersonPicker
          allowClear
          placeholder={audit.person}
          {...(params.get('personId') ? { value: params.get('personId') ?? '' } : {})}
          onChange={(id) => choose({ personId: id })}
        />
      </span>
      <span className="grow">
        <PlacePicker
          allowClear
          placeholder={audit.below}
          {...(params.get('placeId') ? { value: params.get('placeId') ?? '' } : {})}
          onChange={(id: string | undefined) => choose({ placeId: id })}
        />
      </span>
      {params.get('subjectId') && (
        <span className="grow">
          <TypedFilter
            label={audit.subjectHint}
            value={params.get('subjectId') ?? ''}
            onChoose={(id) => choose({ subjectId: id })}
          />
        </span>
      )}
      <DatePicker
        showTime={{ format: 'HH:mm' }}
        aria-label={audit.from}
        placeholder={audit.from}
        value={time('from')}
        onChange={(at) => choose({ from: at ? fromCounty(at, zone) : null })}
      />
      <DatePicker
        showTime={{ format: 'HH:mm' }}
        aria-label={audit.until}
        placeholder={audit.until}
        value={time('until')}
        onChange={(at) => choose({ until: at ? fromCounty(at, zone) : null })}
      />
    </>
  );
}

// Taken with Enter or on leaving the field: half a code finds nothing.
function TypedFilter({ label, value, onChoose }: { label: string; value: string; onChoose: (text: string) => void }) {
  return (
    <Input
      key={value}
      aria-label={label}
      placeholder={label}
      allowClear
      defaultValue={value}
      onPressEnter={(event) => onChoose(event.currentTarget.value.trim())}
      onBlur={(event) => event.target.value.trim() !== value && onChoose(event.target.value.trim())}
      onChange={(event) => event.target.value === '' && onChoose('')}
    />
  );
}

function ChainHeads() {
  const { audit } = useWords(operationsTexts);
  const times = useTimes();
  const chains: Readonly<Record<string, string>> = audit.chains;
  const heads = useQuery({
    queryKey: ['chain-heads'],
    queryFn: ({ signal }) => read<Answer<typeof chainHeads>>('/chain-heads', {}, { signal }),
  });
  if (heads.data?.items.length === 0) return null;
  return (
    <Part title={audit.heads}>
      <p className="meta">
        {audit.headsHint}{' '}
        <a href="/api/v1/chain-heads" download="chain-heads.json">
          {audit.keepHeads}
        </a>
      </p>
      <Loaded query={heads} rows={2}>
        {({ items }) => (
          <dl className="facts" style={{ marginTop: 8 }}>
            {items.map((head) => (
              <div key={head.chain} style={{ display: 'contents' }}>
                <dt>
                  {chains[head.chain] ?? head.chain} #{head.seq}
                </dt>
                <dd className="num">
                  {head.chainHash} <span className="meta">{times.at(head.signedAt)}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </Part>
  );
}
