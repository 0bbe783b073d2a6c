import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { candidateList, CandidateView, NewDispatch, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, listed, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { saidKm } from '../../kit/said-km.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty, useTimes } from '../../kit/time.ts';
import { gateTexts } from '../gate-texts.ts';
import { roundTexts } from '../round-texts.ts';
import { useTerms } from '../use-terms.ts';
import { dispatchTexts } from './dispatch-texts.ts';
import { useOrderAct } from './use-order-act.ts';
import { WayChoice, type WayToAsk } from './way-choice.tsx';

/** 派单: when, and who is asked, with the reasons for and against each. */
export function DispatchPart({ order }: { order: OrderView }) {
  const dispatch = useWords(dispatchTexts);
  const [address] = useSearchParams();
  const [open, setOpen] = useState(address.has('dispatch'));
  const mayDispatch =
    order.abilities.includes('order.dispatch') && (order.state === 'accepted' || order.state === 'dispatched');
  if (!mayDispatch) return null;
  return (
    <Part
      title={dispatch.title}
      aside={
        !open && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {dispatch.title}
          </Button>
        )
      }
    >
      {open && <Dispatch order={order} onDone={() => setOpen(false)} />}
    </Part>
  );
}

/** With more candidates than this, one looks for a name. */
const many = 12;

// The first wish of the resident at a usual hour; without one, the next full hour but one.
function firstGuess(order: OrderView, now: Dayjs): Dayjs {
  const wish = order.wishes[0];
  const hour = wish ? { any: 10, morning: 9, afternoon: 14, evening: 19 }[wish.part] : 10;
  const wished = wish?.on
    ? now
        .year(Number(wish.on.slice(0, 4)))
        .month(Number(wish.on.slice(5, 7)) - 1)
        .date(Number(wish.on.slice(8, 10)))
        .hour(hour)
        .startOf('hour')
    : null;
  return wished?.isAfter(now) ? wished : now.add(2, 'hour').startOf('hour');
}

function Dispatch({ order, onDone }: { order: OrderView; onDone: () => void }) {
  const dispatch = useWords(dispatchTexts);
  const times = useTimes();
  const zone = useMe().county.timeZone;
  const [when, setWhen] = useState<Dayjs>(() => firstGuess(order, toCounty(times.now().toISOString(), zone)));
  const [all, setAll] = useState(false);
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [team, setTeam] = useState<string | null>(null);
  const [expires, setExpires] = useState<number | null>(null);
  const [way, setWay] = useState<WayToAsk>('chosen');
  const [urgent, setUrgent] = useState(false);
  const { ways } = useWords(gateTexts);
  const round = useWords(roundTexts);
  const waiting = order.stops.filter(({ state }) => state === 'accepted' || state === 'dispatched').length;
  const { send, busy } = useOrderAct(order);
  const startsAt = fromCounty(when, zone);
  const candidates = useQuery<Answer<typeof candidateList>>({
    queryKey: ['candidates', order.id, startsAt, all],
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      read<Answer<typeof candidateList>>(
        '/candidates',
        { orderId: order.id, startsAt, all: all || undefined },
        { signal },
      ),
  });
  const offer = async (): Promise<void> => {
    const body: NewDispatch = {
      candidates: team ? [{ kind: 'team', id: team }] : chosen.map((id) => ({ kind: 'volunteer', id })),
      startsAt,
      ...(expires ? { expiresInMinutes: expires } : {}),
    };
    const sent =
      way === 'all'
        ? await send('openings', { startsAt, ...(expires ? { closesInMinutes: expires } : {}) }, ways.opened)
        : way === 'turn'
          ? await send(
              'waterfalls',
              { personIds: chosen, startsAt, urgent, ...(expires ? { expiresInMinutes: expires } : {}) },
              dispatch.sent,
            )
          : await send('dispatches', body, dispatch.sent);
    if (sent) onDone();
  };
  const toggle = (id: string): void => {
    setTeam(null);
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <div className="stack">
      {waiting > 1 ? (
        <p className="meta">{round.together(waiting)}</p>
      ) : (
        <WayChoice way={way} setWay={setWay} urgent={urgent} setUrgent={setUrgent} />
      )}
      <div className="row">
        <label className="row">
          {dispatch.when}{' '}
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 15 }}
            allowClear={false}
            value={when}
            onChange={(at) => at && setWhen(at)}
          />
        </label>
        <label className="row">
          {dispatch.expires}{' '}
          <Select
            style={{ minWidth: 110 }}
            value={expires ?? 0}
            onChange={(minutes: number) => setExpires(minutes || null)}
            options={[
              { value: 0, label: dispatch.usual },
              ...[30, 60, 120, 240, 1_440].map((minutes) => ({ value: minutes, label: times.span(minutes) })),
            ]}
          />
        </label>
      </div>
      <Loaded query={candidates}>
        {({ items, teams }) => (
          <>
            <div className="row apart">
              <h3>{dispatch.candidates}</h3>
              <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
                {dispatch.showAll}
              </Checkbox>
            </div>
            {items.length === 0 && <p className="meta">{dispatch.none}</p>}
            {items.length > many && (
              <Input
                allowClear
                aria-label={dispatch.find}
                placeholder={dispatch.find}
                value={find}
                onChange={(event) => setFind(event.target.value)}
              />
            )}
            <ul style={{ listStyle: 'none', margin: 0, padding: 0, maxHeight: 420, overflowY: 'auto' }}>
              {items
                .filter(({ name }) => items.length <= many || name.toLowerCase().includes(find.trim().toLowerCase()))
                .map((candidate) => (
                  <Candidate
                    key={candidate.personId}
                    candidate={candidate}
                    chosen={way !== 'all' && chosen.includes(candidate.personId)}
                    place={way === 'turn' ? chosen.indexOf(candidate.personId) + 1 : 0}
                    onToggle={() => toggle(candidate.personId)}
                  />
                ))}
            </ul>
            {teams.length > 0 && way === 'chosen' && (
              <TeamChoice
                teams={teams}
                chosen={team}
                onChoose={(id) => {
                  setTeam(id);
                  setChosen([]);
                }}
              />
            )}
          </>
        )}
      </Loaded>
      <div className="row">
        <Button
          type="primary"
          size="large"
          loading={busy}
          disabled={way !== 'all' && !team && chosen.length === 0}
          onClick={() => void offer()}
        >
          {way === 'all'
            ? ways.open
            : way === 'turn'
              ? ways.ask(Math.max(chosen.length, 1))
              : dispatch.send(team ? 1 : Math.max(chosen.length, 1))}
        </Button>
        {way === 'all' || team ? null : chosen.length === 0 ? (
          <span className="meta">{dispatch.choose}</span>
        ) : (
          chosen.length < order.peopleNeeded - order.peopleTaken && <Tag tone="due">{dispatch.rest}</Tag>
        )}
      </div>
    </div>
  );
}

function Candidate({
  candidate,
  chosen,
  place,
  onToggle,
}: {
  candidate: CandidateView;
  chosen: boolean;
  /** Which turn they have; 0: nobody is asked in turn, or not this one. */
  place: number;
  onToggle: () => void;
}) {
  const dispatch = useWords(dispatchTexts);
  const language = useLanguage();
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const trainings = useTerms('training');
  const termName = (key: string): string =>
    [skills, licences, trainings].map((terms) => terms.name(key)).find((name) => name !== key) ?? key;
  return (
    <li style={{ borderBottom: '1px solid var(--line)', padding: '8px 0' }}>
      <Checkbox checked={chosen} disabled={!candidate.qualified} onChange={onToggle}>
        <span className="row" style={{ gap: 8 }}>
          <strong>
            {place > 0 && `${place}. `}
            {candidate.name}
          </strong>
          <span className="meta">
            {[
              inWords(candidate.homePlace.name, language),
              candidate.distanceKm === null ? '' : dispatch.distance(saidKm(candidate.distanceKm)),
              dispatch.week(candidate.visitsThisWeek),
              candidate.leads ? dispatch.leads : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {candidate.obstacles.map((obstacle) => (
            <Tag key={obstacle} tone="hot">
              {dispatch.obstacles[obstacle]}
            </Tag>
          ))}
          {candidate.remarks.map((remark) => (
            <Tag key={remark} tone={remark === 'was-there-before' ? 'ok' : 'due'}>
              {dispatch.remarks[remark]}
            </Tag>
          ))}
          {candidate.missing.length > 0 && <span className="meta">{listed(candidate.missing.map(termName))}</span>}
        </span>
      </Checkbox>
    </li>
  );
}

function TeamChoice({
  teams,
  chosen,
  onChoose,
}: {
  teams: Answer<typeof candidateList>['teams'];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const dispatch = useWords(dispatchTexts);
  const language = useLanguage();
  return (
    <div className="stack tight">
      <h3>{dispatch.teams}</h3>
      <Select
        allowClear
        style={{ maxWidth: 420 }}
        value={chosen}
        onChange={(id: string | undefined) => onChoose(id ?? null)}
        placeholder="—"
        options={teams.map((team) => ({
          value: team.id,
          disabled: team.qualified === 0,
          label: `${inWords(team.name, language)} · ${dispatch.members(team.qualified, team.members)}`,
        }))}
      />
    </div>
  );
}
