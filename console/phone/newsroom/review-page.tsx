import type { StoryText } from '@xiangyin/document';
import { textHash } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { useMemo, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { DocumentView } from '../document-view.tsx';
import { clockOf, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Shown, TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { DueTag } from '../work/due-tag.tsx';
import { ChangesSince } from './changes-since.tsx';
import { Findings } from './findings.tsx';
import { HeardVoices } from './heard-voices.tsx';
import { SigningBar } from './signing-bar.tsx';
import { standing } from './standing.ts';
import { stepName, StepsBar } from './steps.tsx';
import { WhatBecame } from './what-became.tsx';
import { useReviewedText } from './use-reviewed-text.ts';

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
        <Shown answer={story}>{(view) => <StoryBody story={view} step={step ?? null} again={story.again} />}</Shown>
      </main>
    </>
  );
}

/** The step this person may sign now, or null. */
function stepForMe(story: StoryView): string | null {
  const step = story.step?.step;
  return step !== undefined &&
    story.abilities.includes(`story.${step}`) &&
    (story.author.id !== session.me.get()?.personId || step === 'after_review')
    ? step
    : null;
}

function StoryBody({ story, step, again }: { story: StoryView; step: string | null; again: () => void }) {
  const reviewed = useReviewedText(story, step);
  const [signed, setSigned] = useState<StoryView | null>(null);
  if (signed) return <Signed story={signed} step={step ?? ''} />;
  return (
    <>
      {step && <StepsBar path={story.path} step={step} />}
      <Facts story={story} />
      <WhatBecame storyId={story.id} />
      {story.returned && story.state === 'returned' && <Returned story={story} />}
      {reviewed &&
        (step && reviewed.before ? (
          <ChangesSince before={reviewed.before} after={reviewed.text} />
        ) : (
          <Whole text={reviewed.text} />
        ))}
      <HeardVoices storyId={story.id} />
      {reviewed && story.state !== 'draft' && <Findings story={story} text={reviewed.text} />}
      {reviewed && <Fingerprint text={reviewed.text} claimed={reviewed.textHash} />}
      {(story.state === 'returned' || story.state === 'draft') && story.abilities.includes('story.edit') && (
        <a class="btn primary wide" href={hrefOf(`/drafts/new/${story.id}`)}>
          {say(story.state === 'draft' ? 'story.go-on' : 'story.revise')}
        </a>
      )}
      {step && reviewed && <SigningBar story={story} step={step} reviewed={reviewed} again={again} done={setSigned} />}
    </>
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
        {story.holder && <span class="tag info">{say('story.held', { name: story.holder.name })}</span>}
      </p>
      {story.kind === 'notice' && story.validUntil && (
        <p class="meta">{say('story.until', { time: momentOf(story.validUntil) })}</p>
      )}
      {story.correctionNote && <p class="note info">{say('story.correction', { note: story.correctionNote })}</p>}
    </>
  );
}

function Returned({ story }: { story: StoryView }) {
  if (!story.returned) return null;
  return (
    <div class="note due">
      <p>{say('story.returned', { name: story.returned.by.name, time: momentOf(story.returned.at) })}</p>
      <blockquote>{story.returned.reason}</blockquote>
    </div>
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

function Signed({ story, step }: { story: StoryView; step: string }) {
  const { words } = standing(story);
  const mine = lastOf(story.signatures);
  return (
    <output class="done-note">
      <h1>
        {say(
          story.state === 'returned'
            ? 'signed.returned'
            : story.state === 'done' && step !== 'after_review'
              ? 'signed.published'
              : 'signed.done',
        )}
      </h1>
      <p>{story.title}</p>
      <p class="meta">
        {words}
        {mine && mine.kind === 'attested' && <> · {say('signed.attested')}</>}
        {mine && mine.kind === 'demonstration' && <> · {say('signed.demonstration')}</>}
      </p>
      <a class="btn primary wide" href={hrefOf('/')}>
        {say('signed.next')}
      </a>
    </output>
  );
}

/** Chrome 91, the oldest browser we serve, does not know Array.prototype.at. */
const lastOf = <T,>(list: readonly T[]): T | undefined => list[list.length - 1];
