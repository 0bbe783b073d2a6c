import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PostView, rosterView, ShiftView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { useMaySomewhere, useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { noonOf, useWeekday } from '../planning/plan-words.ts';
import { BeginPostDialog } from './begin-post-dialog.tsx';
import { FillDialog } from './fill-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HandoversPart } from './handovers-part.tsx';
import { rosterTexts } from './roster-texts.ts';
import { SwapDialog } from './swap-dialog.tsx';
import { SwapsPart } from './swaps-part.tsx';
import './roster.css';

const daysShown = 16;

/** Who is on duty on which post, day by day; where nobody will be stands in red before it comes. */
export function RosterPage() {
  const words = useWords(rosterTexts);
  const times = useTimes();
  const mayBegin = useMaySomewhere('duty.arrange');
  const [beginning, setBeginning] = useState(false);
  const [address, setAddress] = useSearchParams();
  const asked = address.get('from') ?? '';
  const from = dayjs(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : times.now().format('YYYY-MM-DD'));
  const days = Array.from({ length: daysShown }, (_, at) => from.add(at, 'day').format('YYYY-MM-DD'));
  const roster = useQuery<Answer<typeof rosterView>>({
    queryKey: ['duty-roster', days[0]],
    queryFn: ({ signal }) =>
      read<Answer<typeof rosterView>>('/duty-roster', { from: days[0], until: days.at(-1) }, { signal }),
    // Whoever handed over waits before this page until it is taken, or is not.
    refetchInterval: ({ state }) =>
      state.data?.handovers.some(({ takenAt, declinedAt }) => takenAt === null && declinedAt === null) ? 5_000 : false,
  });
  const go = (by: number): void => setAddress({ from: from.add(by, 'day').format('YYYY-MM-DD') });
  return (
    <Page
      title={words.title}
      actions={
        <>
          {mayBegin && <Button onClick={() => setBeginning(true)}>{words.begin.act}</Button>}
          <Button onClick={() => go(-daysShown)}>{words.previous}</Button>
          {asked !== '' && <Button onClick={() => setAddress({})}>{words.today}</Button>}
          <Button onClick={() => go(daysShown)}>{words.next}</Button>
        </>
      }
    >
      <Loaded query={roster}>
        {({ posts, handovers }) => (
          <div className="stack wide">
            <GapNow posts={posts} />
            <Days days={days} posts={posts} />
            <SwapsPart />
            <HandoversPart handovers={handovers} />
          </div>
        )}
      </Loaded>
      {beginning && <BeginPostDialog onClose={() => setBeginning(false)} />}
    </Page>
  );
}

const postName = (post: PostView): string => `${post.roleName} · ${post.place.name}`;

// The rule is said where it matters: a gap keeps nobody from withdrawing for longer than it takes to name somebody.
function GapNow({ posts }: { posts: readonly PostView[] }) {
  const words = useWords(rosterTexts);
  const times = useTimes();
  const now = times.now().toISOString();
  const signers = posts.filter(({ role }) => role !== 'editor');
  if (signers.some((post) => post.shifts.some((shift) => shift.fromAt <= now && shift.untilAt > now))) return null;
  const mayArrange = posts.some((post) => post.mayArrange);
  return (
    <p className="notice hot" role="status">
      <strong>{words.gapNow}</strong> {mayArrange ? words.gapNowHint : words.gapNowAsk}
    </p>
  );
}

function Days({ days, posts }: { days: readonly string[]; posts: readonly PostView[] }) {
  const words = useWords(rosterTexts);
  const times = useTimes();
  const weekday = useWeekday();
  const [filling, setFilling] = useState<PostView | null>(null);
  const { personId } = useMe();
  const now = times.now().toISOString();
  const [swapping, setSwapping] = useState<PostView | null>(null);
  const [leaving, setLeaving] = useState<{ post: PostView; shift: ShiftView } | null>(null);
  return (
    <div className="roster-scroll">
      <table className="roster">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            {posts.map((post) => (
              <th scope="col" key={`${post.role} ${post.place.id}`}>
                <div>{post.roleName}</div>
                <div className="meta">{post.place.name}</div>
                <div className="row">
                  {post.mayArrange && (
                    <Button size="small" onClick={() => setFilling(post)}>
                      {words.fill}
                    </Button>
                  )}
                  {post.shifts.some(({ person, fromAt }) => person.id === personId && fromAt > now) && (
                    <Button size="small" onClick={() => setSwapping(post)}>
                      {words.swap.ask}
                    </Button>
                  )}
                  {post.shifts
                    .filter(({ mayHandOver }) => mayHandOver)
                    .slice(-1)
                    .map((shift) => (
                      <Button key={shift.id} size="small" type="primary" onClick={() => setLeaving({ post, shift })}>
                        {words.handOver}
                      </Button>
                    ))}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">
                {times.on(noonOf(day, times.zoned))} <span className="meta">{weekday(day)}</span>
              </th>
              {posts.map((post) => (
                <td key={`${post.role} ${post.place.id}`}>
                  <DayCell day={day} post={post} isFirst={day === days[0]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {filling && <FillDialog post={filling} name={postName(filling)} onClose={() => setFilling(null)} />}
      {swapping && <SwapDialog post={swapping} onClose={() => setSwapping(null)} />}
      {leaving && <HandOverDialog {...leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function DayCell({ day, post, isFirst }: { day: string; post: PostView; isFirst: boolean }) {
  const words = useWords(rosterTexts);
  const times = useTimes();
  const noon = Date.parse(noonOf(day, times.zoned));
  const [start, end] = [noon - 43_200_000, noon + 43_200_000];
  const touches = (one: { fromAt: string; untilAt: string }): boolean =>
    Date.parse(one.fromAt) < end && Date.parse(one.untilAt) > start;
  const clock = (iso: string): string =>
    Date.parse(iso) <= start ? '00:00' : Date.parse(iso) >= end ? '24:00' : times.clock(iso);
  const shifts = post.shifts.filter(touches);
  const gaps = post.gaps.filter(touches);
  const isWhole = (one: { fromAt: string; untilAt: string }): boolean =>
    Date.parse(one.fromAt) <= start && Date.parse(one.untilAt) >= end;
  // Where a shift begins, or where one first sees it.
  const begins = (one: { fromAt: string }): boolean => isFirst || Date.parse(one.fromAt) >= start;
  if (shifts.length === 0 && gaps.length === 0) return <span className="meta">{words.past}</span>;
  return (
    <div className="roster-cell">
      {shifts.map((shift) => (
        <span key={shift.id}>
          <span>{shift.person.name}</span>{' '}
          {!isWhole(shift) && (
            <span className="meta num">
              {clock(shift.fromAt)}–{clock(shift.untilAt)}
            </span>
          )}
          {shift.mayTakeOut && begins(shift) && <TakeOut shift={shift} />}
        </span>
      ))}
      {gaps.map((gap) => (
        <Tag key={gap.fromAt} tone="hot">
          {isWhole(gap) ? words.none : words.partly(clock(gap.fromAt), clock(gap.untilAt))}
        </Tag>
      ))}
    </div>
  );
}

// A shift that has not begun is taken out with all its days.
function TakeOut({ shift }: { shift: ShiftView }) {
  const words = useWords(rosterTexts).takeOut;
  const times = useTimes();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct<null>();
  const takeOut = async (): Promise<void> => {
    const consequence = words.sure(shift.person.name, times.at(shift.fromAt), times.at(shift.untilAt));
    if (!(await confirm({ title: words.title, consequence, act: words.act }))) return;
    if ((await run('DELETE', `/grants/${shift.id}`)) === undefined) return;
    void message.success(words.done);
    await refresh();
  };
  return (
    <Button
      size="small"
      type="text"
      loading={busy}
      aria-label={words.named(shift.person.name, times.at(shift.fromAt))}
      onClick={() => void takeOut()}
    >
      {words.act}
    </Button>
  );
}
