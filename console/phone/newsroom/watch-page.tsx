import type { HandoverView, PostView, RosterView, ShiftView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { countyNow, dateOf, momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { FullWay, Part, Shown, TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { BeginPostSheet } from './begin-post-sheet.tsx';
import { ComingShifts } from './coming-shifts.tsx';
import { DeclineHandoverSheet } from './decline-handover-sheet.tsx';
import { FillGapSheet } from './fill-gap-sheet.tsx';
import { HandOverSheet, TakeOverSheet } from './hand-over-sheet.tsx';
import { OpenTexts } from './open-texts.tsx';
import { gapsAhead } from './swap-turn.ts';
import { SwapSheet } from './swap-sheet.tsx';
import { Swaps } from './swaps.tsx';

const daysShown = 16;

/** 值班: what was handed to me, what I hand over, who stands where now and next, swaps of shifts, when nobody will be there, and what was signed. Whoever arranges the roster puts somebody on a post here too, also on one that nobody ever kept; turns of several people are arranged in the large console. */
export default function WatchPage() {
  // Asked anew when the county's clock is learned: a demonstration's stands on another day than the phone's.
  useCell(session.me);
  const roster = useAnswer<RosterView>(`/duty-roster?from=${dayAt(0)}&until=${dayAt(daysShown)}`);
  const [giving, setGiving] = useState<{ post: PostView; shift: ShiftView } | null>(null);
  const [taking, setTaking] = useState<HandoverView | null>(null);
  const [declining, setDeclining] = useState<HandoverView | null>(null);
  const [filling, setFilling] = useState<OpenGap | null>(null);
  const [beginning, setBeginning] = useState(false);
  const [swapping, setSwapping] = useState<{ post: PostView; shift: ShiftView } | null>(null);
  // What was asked just now is among the swaps at once.
  const [asked, setAsked] = useState(0);
  const [told, setTold] = useState('');
  const now = new Date(countyNow()).toISOString();
  const done = (words: string) => {
    setGiving(null);
    setTaking(null);
    setDeclining(null);
    setFilling(null);
    setBeginning(false);
    setSwapping(null);
    setTold(words);
    roster.again();
  };
  return (
    <>
      <TopBar title={say('watch.title')} />
      <main>
        <p role="status" class="meta">
          {told}
        </p>
        <Swaps key={asked} said={done} />
        <Shown answer={roster}>
          {({ posts, handovers }) => (
            <>
              <Mine handovers={handovers} posts={posts} take={setTaking} decline={setDeclining} give={setGiving} />
              <Now posts={posts} fill={setFilling} />
              <Gaps posts={posts} fill={setFilling} />
              {session.me.get()?.abilities.includes('duty.arrange') && (
                <button type="button" class="btn wide" onClick={() => setBeginning(true)}>
                  {say('begin.act')}
                </button>
              )}
              <ComingShifts posts={posts} now={now} ask={setSwapping} said={done} />
              <Part title={say('watch.handovers')}>
                {handovers.length === 0 ? (
                  <p class="empty">{say('watch.none')}</p>
                ) : (
                  <ul class="lines papers">
                    {handovers.map((one) => (
                      <Signed key={one.id} one={one} />
                    ))}
                  </ul>
                )}
              </Part>
            </>
          )}
        </Shown>
        <FullWay />
      </main>
      {giving && <HandOverSheet {...giving} close={() => setGiving(null)} done={() => done(say('watch.given'))} />}
      {filling && (
        <FillGapSheet
          {...filling}
          close={() => setFilling(null)}
          done={(shifts) => done(say(shifts === 0 ? 'fill.nothing' : 'fill.done'))}
        />
      )}
      {beginning && (
        <BeginPostSheet
          close={() => setBeginning(false)}
          done={(shifts) => done(say(shifts === 0 ? 'fill.nothing' : 'fill.done'))}
        />
      )}
      {swapping && (
        <SwapSheet
          {...swapping}
          now={now}
          close={() => setSwapping(null)}
          done={() => {
            setAsked(asked + 1);
            done(say('swap.was-asked'));
          }}
        />
      )}
      {declining && (
        <DeclineHandoverSheet
          handover={declining}
          close={() => setDeclining(null)}
          done={() => done(say('watch.decline.done'))}
        />
      )}
      {taking && (
        <TakeOverSheet handover={taking} close={() => setTaking(null)} done={() => done(say('watch.taken'))} />
      )}
    </>
  );
}

interface OpenGap {
  readonly post: PostView;
  readonly gap: PostView['gaps'][number];
}
type Fill = (gap: OpenGap) => void;

const dayAt = (after: number): string => dateOf(new Date(countyNow() + after * 86_400_000).toISOString());
const nameOf = (post: PostView): string => `${post.roleName} · ${post.place.name}`;

function Mine({
  posts,
  handovers,
  take,
  decline,
  give,
}: {
  posts: readonly PostView[];
  handovers: readonly HandoverView[];
  take: (one: HandoverView) => void;
  decline: (one: HandoverView) => void;
  give: (one: { post: PostView; shift: ShiftView }) => void;
}) {
  const mine = posts.flatMap((post) => {
    // Chrome 91, the oldest browser we serve, does not know Array.prototype.findLast.
    const [shift] = post.shifts.filter(({ mayHandOver }) => mayHandOver).reverse();
    return shift ? [{ post, shift }] : [];
  });
  return (
    <>
      {handovers
        .filter(({ mayTake }) => mayTake)
        .map((one) => (
          <section class="card" key={one.id}>
            <b class="name">{say('watch.to-you', { name: one.leaving.name })}</b>
            {one.note !== '' && <p class="said">{one.note}</p>}
            <div class="one-two">
              <button type="button" class="btn" onClick={() => decline(one)}>
                {say('watch.decline')}
              </button>
              <button type="button" class="btn primary" onClick={() => take(one)}>
                {say('watch.take')}
              </button>
            </div>
          </section>
        ))}
      {mine.map(({ post, shift }) => (
        <section class="card" key={shift.id}>
          <b class="name">{say('watch.yours', { post: nameOf(post) })}</b>
          <p class="meta">
            {momentOf(shift.fromAt)} – {momentOf(shift.untilAt)}
          </p>
          <button type="button" class="btn wide" onClick={() => give({ post, shift })}>
            {say('watch.give')}
          </button>
        </section>
      ))}
    </>
  );
}

function Now({ posts, fill }: { posts: readonly PostView[]; fill: Fill }) {
  const now = new Date(countyNow()).toISOString();
  const me = session.me.get()?.personId;
  return (
    <Part title={say('watch.now')}>
      <ul class="lines papers">
        {posts.map((post) => {
          const on = post.shifts.filter(({ fromAt, untilAt }) => fromAt <= now && untilAt > now);
          return (
            <li key={`${post.role} ${post.place.id}`}>
              <b>{nameOf(post)}</b>
              <div class="meta">
                {on.length === 0
                  ? say('watch.nobody')
                  : on
                      .map(({ person, untilAt }) =>
                        say('watch.until', {
                          name: person.id === me ? say('watch.me') : person.name,
                          time: momentOf(untilAt),
                        }),
                      )
                      .join(' · ')}
              </div>
              {/* A watch that nobody keeps yet has one gap, which stands in no list of gaps: here it begins. */}
              {!post.isKept && <Filling post={post} gap={post.gaps[0]} fill={fill} />}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

// Told three days before: whoever arranges the roster fills it, everybody else knows.
function Gaps({ posts, fill }: { posts: readonly PostView[]; fill: Fill }) {
  const gaps = gapsAhead(posts);
  if (gaps.length === 0) return null;
  return (
    <Part title={say('gap.title')}>
      <ul class="lines papers">
        {gaps.map(({ post, fromAt, untilAt }) => (
          <li key={`${post.role} ${post.place.id} ${fromAt}`}>
            <b>{nameOf(post)}</b>
            <div class="meta">
              {momentOf(fromAt)} – {momentOf(untilAt)}
            </div>
            <Filling post={post} gap={{ fromAt, untilAt }} fill={fill} />
          </li>
        ))}
      </ul>
      <p class="meta">{say(gaps.some(({ post }) => post.mayArrange) ? 'gap.arrange' : 'gap.ask')}</p>
    </Part>
  );
}

function Filling({ post, gap, fill }: { post: PostView; gap: OpenGap['gap'] | undefined; fill: Fill }) {
  if (!post.mayArrange || !gap) return null;
  return (
    <button type="button" class="btn small" onClick={() => fill({ post, gap })}>
      {say('fill.act')}
    </button>
  );
}

function Signed({ one }: { one: HandoverView }) {
  return (
    <li>
      <b>{say('watch.line', { leaving: one.leaving.name, coming: one.coming.name })}</b>
      <div class="meta">
        {one.place.name} · {momentOf(one.signedAt)}
        {one.takenAt === null && (
          <>
            {' '}
            <span class={`tag ${one.declinedAt ? 'hot' : 'due'}`}>
              {say(one.declinedAt ? 'watch.declined' : 'watch.waits')}
            </span>
          </>
        )}
      </div>
      {one.signatures.map(({ side, at, kind, holds }) => (
        <div class="meta" key={side}>
          {say(`watch.side.${side}`, { name: one[side].name })} {momentOf(at)}
          {kind === 'passkey' ? '' : ` · ${say(`signed.${kind}`)}`}{' '}
          <span class={`tag ${holds ? 'ok' : 'hot'}`}>{say(holds ? 'watch.holds' : 'watch.broken')}</span>
        </div>
      ))}
      {one.note !== '' && <p class="said">{one.note}</p>}
      {one.declinedAt && <p class="said">{say('watch.declined.because', { reason: one.declineReason })}</p>}
      <OpenTexts open={one.open} />
    </li>
  );
}
