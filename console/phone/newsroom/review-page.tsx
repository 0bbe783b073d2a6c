import type { StoryText } from '@xiangyin/document';
import { textHash } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { useMemo, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { later } from '../kit/later.tsx';
import { DocumentView } from '../document-view.tsx';
import { clockOf, countyNow, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { FullWay, Lacking, Shown, TopBar, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { DueTag } from '../work/due-tag.tsx';
import { ChangesBeside, useChangesBeside } from './changes-beside.tsx';
import { ChangesSince } from './changes-since.tsx';
import { Comments } from './comments.tsx';
import { deskActsOn } from './desk-may.ts';
import { Findings } from './findings.tsx';
import { FromElsewhere } from './from-elsewhere.tsx';
import { HeardVoices } from './heard-voices.tsx';
import { LastVerdict, openNext, TakeBack, verdictWords } from './last-verdict.tsx';
import { SentAttachments } from './sent-attachments.tsx';
import { SigningBar } from './signing-bar.tsx';
import { standing } from './standing.ts';
import { stepName, StepsBar } from './steps.tsx';
import { WhatBecame } from './what-became.tsx';
import { useReviewedText } from './use-reviewed-text.ts';

const Copies = later(() => import('../channels/copies.tsx'));
const DeparturePlan = later(() => import('../channels/departure-plan.tsx'));
const DeskActs = later(() => import('./desk-acts.tsx'));
const DutyActs = later(() => import('./duty-acts.tsx'));
const SubmissionActs = later(() => import('./submission-acts.tsx'));

/** One story: to be read by whoever wrote it, to be signed by whoever's turn it is. */
export function ReviewPage({ storyId }: { storyId: string }) {
  const story = useAnswer<StoryView>(`/stories/${storyId}`);
  const step = story.value && stepForMe(story.value);
  return (
    <>
      <TopBar title={step ? stepName(step) : say('story.title')}>
        {story.value && step && story.value.dueAt && <DueTag dueAt={story.value.dueAt} end />}
      </TopBar>
      <main class={step ? 'reading above-bar' : 'reading'}>
        <LastVerdict />
        <Shown answer={story}>
          {(view) => <StoryBody key={view.id} story={view} step={step ?? null} again={story.again} />}
        </Shown>
        <FullWay />
      </main>
    </>
  );
}

/** The step this person may sign now, or null. */
function stepForMe(story: StoryView): string | null {
  const step = story.step?.step;
  return step !== undefined &&
    story.abilities.includes(`story.${step}`) &&
    (story.author.id !== session.me.get()?.personId || step === 'after_review' || step === 'withdrawal_review')
    ? step
    : null;
}

// Its program is fetched only where there is something to do with it.
function mayActOnPublished(story: StoryView): boolean {
  if (!story.edition) return false;
  const wanted = story.publicState === 'withdrawn' ? ['story.restore'] : ['story.withdraw', 'story.withdraw-in-gap'];
  const inWork = story.state === 'draft' || story.state === 'returned';
  return (
    wanted.some((ability) => story.abilities.includes(ability)) ||
    (story.state === 'done' && story.abilities.includes('story.correct')) ||
    (inWork && story.abilities.includes('story.discard'))
  );
}

// The same of what correspondents hand in.
const mayDecide = (): boolean => (session.me.get()?.abilities ?? []).includes('submission.decide');

// Where the copies of a story stand is for those who deal with them.
const maySeeCopies = (): boolean => (session.me.get()?.abilities ?? []).includes('copy.list');

// With this signature the text goes out.
const isLast = (story: StoryView, step: string): boolean =>
  step !== 'after_review' && step !== 'withdrawal_review' && !story.step?.next;

function StoryBody({ story, step, again }: { story: StoryView; step: string | null; again: () => void }) {
  const { reviewed, asked } = useReviewedText(story, step);
  const beside = useChangesBeside(step === null ? null : story.id);
  const [signed, setSigned] = useState<StoryView | null>(null);
  const finish = async (after: StoryView) => {
    if (!(await openNext(after))) setSigned(after);
  };
  const open = () => {
    setSigned(null);
    again();
  };
  const deskActs = deskActsOn(story, step !== null);
  if (signed) return <Signed story={signed} step={step ?? ''} done={open} />;
  return (
    <>
      <Embargo story={story} />
      {step && <StepsBar story={story} step={step} />}
      {step && <ChangesBeside storyId={story.id} beside={beside} />}
      <Facts story={story} />
      {story.wasHandedIn && <FromElsewhere storyId={story.id} />}
      {story.wasHandedIn && <WhatBecame storyId={story.id} />}
      {story.wasHandedIn && mayDecide() && <SubmissionActs storyId={story.id} again={again} />}
      {mayActOnPublished(story) && <DutyActs story={story} again={again} />}
      {story.edition && maySeeCopies() && <Copies storyId={story.id} />}
      {story.returned && <Said by={story.returned} how="story.returned" />}
      {story.rejected && <Said by={story.rejected} how="story.rejected" />}
      {story.held && <Said by={{ ...story.held, reason: story.held.note ?? '' }} how="story.kept" />}
      {!reviewed && <Lacking answers={asked} />}
      {reviewed &&
        (step && reviewed.before ? (
          <ChangesSince before={reviewed.before} after={reviewed.text} />
        ) : (
          <Whole text={reviewed.text} />
        ))}
      <HeardVoices storyId={story.id} />
      <SentAttachments storyId={story.id} />
      {reviewed && story.state !== 'draft' && <Findings story={story} text={reviewed.text} />}
      <Comments story={story} />
      {reviewed && <Fingerprint text={reviewed.text} claimed={reviewed.textHash} />}
      {step && isLast(story, step) && <DeparturePlan storyId={story.id} />}
      {!step && <TakeBack story={story} done={again} />}
      {(story.state === 'returned' || story.state === 'draft') && story.abilities.includes('story.edit') && (
        <a class="btn primary wide" href={hrefOf(`/drafts/new/${story.id}`)}>
          {say(story.state === 'draft' ? 'story.go-on' : 'story.revise')}
        </a>
      )}
      {story.held && story.abilities.includes('story.hold-over') && <Resume story={story} again={again} />}
      {deskActs.length > 0 && <DeskActs story={story} acts={deskActs} again={again} />}
      {step && reviewed && (
        <SigningBar
          story={story}
          step={step}
          reviewed={reviewed}
          suggestions={beside?.suggestions ?? 0}
          again={again}
          done={(after) => void finish(after)}
        />
      )}
    </>
  );
}

// 消息源要求: above everything while it holds.
function Embargo({ story: { embargo } }: { story: StoryView }) {
  if (!embargo || Date.parse(embargo.until) <= countyNow()) return null;
  return (
    <p class="note hot" role="note">
      {say('embargo.holds', { time: momentOf(embargo.until) })} {embargo.source}
    </p>
  );
}

// The word says it; the colour only says it again.
const levelLooks = { blue: 'info', yellow: 'due', orange: 'hot', red: 'hot' } as const;

function Facts({ story }: { story: StoryView }) {
  const { words, look } = standing(story);
  const last = lastOf(story.signatures.filter((signature) => signature.standing === 'valid'));
  return (
    <>
      <p class="kicker">
        {say(story.kind === 'notice' ? 'story.notice' : 'story.story')} ·{' '}
        {story.places.map((place) => inWords(place.name)).join(' · ')}
      </p>
      <p class="meta">
        {say('story.by', { byline: story.byline, time: momentOf(story.savedAt) })}
        {last && (
          <> · {say('story.signed', { step: stepName(last.step), name: last.signer.name, time: clockOf(last.at) })}</>
        )}
      </p>
      <p>
        <span class={`tag ${look}`}>{words}</span>{' '}
        {story.path === 'urgent' && <span class="tag hot">{say('story.urgent')}</span>}{' '}
        {story.level && <span class={`tag ${levelLooks[story.level]}`}>{say(`story.level.${story.level}`)}</span>}{' '}
        {story.holder && story.holder.id !== session.me.get()?.personId && (
          <span class="tag info">{say('story.held', { name: story.holder.name })}</span>
        )}
      </p>
      {story.kind === 'notice' && story.validUntil && (
        <p class="meta">{say('story.until', { time: momentOf(story.validUntil) })}</p>
      )}
      <WithdrawnWhy story={story} />
      {story.correctionNote && <p class="note info">{say('story.correction', { note: story.correctionNote })}</p>}
      {story.updateNote && <p class="note info">{say('story.update', { note: story.updateNote })}</p>}
    </>
  );
}

// Whoever says whether a withdrawal stands must know why it was done.
function WithdrawnWhy({ story }: { story: StoryView }) {
  const withdrawals = story.signatures.filter((one) => one.verdict === 'withdrawn');
  const last = lastOf(withdrawals);
  if (story.step?.step !== 'withdrawal_review' || !last) return null;
  return (
    <div class="note due">
      <p>{say('story.withdrawn', { name: last.signer.name, time: momentOf(last.at) })}</p>
      <blockquote>{last.reason}</blockquote>
      {last.note && (
        <>
          <p>{say('story.withdrawn-note')}</p>
          <blockquote>{last.note}</blockquote>
        </>
      )}
    </div>
  );
}

function Said({
  by,
  how,
}: {
  by: { readonly by: { readonly name: string }; readonly at: string; readonly reason: string };
  how: 'story.returned' | 'story.rejected' | 'story.kept';
}) {
  return (
    <div class={how === 'story.kept' ? 'note' : 'note due'}>
      <p>{say(how, { name: by.by.name, time: momentOf(by.at) })}</p>
      {by.reason !== '' && <blockquote>{by.reason}</blockquote>}
    </div>
  );
}

/** Takes up what was kept for later: it waits at its step again. */
function Resume({ story, again }: { story: StoryView; again: () => void }) {
  const { run, busy, problem } = useAct();
  const resume = async (): Promise<void> => {
    await run('POST', `/stories/${story.id}/resumptions`, {});
    // Where it was not done either: a colleague may have been quicker, and the page shows it.
    again();
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <button type="button" class="btn primary wide" disabled={busy} onClick={() => void resume()}>
        {say('story.resume')}
      </button>
    </>
  );
}

const Whole = ({ text }: { text: StoryText }) => (
  <>
    <h1 class="title" lang={text.language}>
      {text.title || say('stories.untitled')}
    </h1>
    <DocumentView text={text} />
  </>
);

/** The phone reckons the fingerprint itself, from the words it shows: what is read is what is signed. */
function Fingerprint({ text, claimed }: { text: StoryText; claimed: string }) {
  const own = useMemo(() => textHash(text), [text]);
  if (own === claimed) return null;
  return (
    <p class="note hot" role="alert">
      {say('review.hash-differs')}
    </p>
  );
}

function Signed({ story, step, done }: { story: StoryView; step: string; done: () => void }) {
  const { words } = standing(story);
  const mine = lastOf(story.signatures);
  return (
    <>
      <output class="done-note">
        <h1>{say(verdictWords(story, step))}</h1>
        <p>{story.title}</p>
        <p class="meta">
          {words}
          {mine && story.state !== 'held' && mine.kind === 'attested' && <> · {say('signed.attested')}</>}
          {mine && story.state !== 'held' && mine.kind === 'demonstration' && <> · {say('signed.demonstration')}</>}
        </p>
        <a class="btn primary wide" href={hrefOf('/')}>
          {say('signed.next')}
        </a>
        <TakeBack story={story} done={done} />
      </output>
      {story.edition && maySeeCopies() && <Copies storyId={story.id} />}
    </>
  );
}

/** Chrome 91, the oldest browser we serve, does not know Array.prototype.at. */
const lastOf = <T,>(list: readonly T[]): T | undefined => list[list.length - 1];
