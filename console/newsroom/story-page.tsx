import { fingerprint } from '@xiangyin/document';
import { publicPrefix } from '@xiangyin/document/public-prefix';
import { Suspense, useRef } from 'react';
import { Link, useParams } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { useMe } from '../kit/session.ts';
import { useShortcuts } from '../kit/shortcuts.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { useNavigate } from 'react-router';
import { AdoptionPart } from './adoption/adoption-part.tsx';
import { FrozenComments } from './comments/frozen-comments.tsx';
import { newsroomTexts } from './newsroom-texts.ts';
import { storyTexts } from './story/story-texts.ts';
import { scheduleTexts } from './story/schedule-texts.ts';
import { writingTexts } from './editor/writing-texts.ts';
import { storiesTexts } from './stories/stories-texts.ts';
import { OriginChanges } from './origin/origin-changes.tsx';
import { OriginPart } from './origin/origin-part.tsx';
import { planningTexts } from './planning/planning-texts.ts';
import { stepFor } from './review-page.tsx';
import { StepsLine } from './review/steps-line.tsx';
import './review/review.css';
import { useStorySlots } from './slots.ts';
import { reviewStates, StoryState } from './story-states.tsx';
import { EditorField } from './story/editor-field.tsx';
import { editorTexts } from './story/editor-texts.ts';
import { SignaturesStrip } from './story/signatures-strip.tsx';
import { LevelTag } from './story/level.tsx';
import { StoryActs } from './story/story-acts.tsx';
import { SubmissionPart } from './submissions/submission-part.tsx';
import { Attachments } from './story/attachments.tsx';
import { VoiceNotes } from './story/voice-notes.tsx';
import { StoryRemarks } from './story/story-remarks.tsx';
import { readText } from './text/read-text.ts';
import { StoryTags } from './tags/story-tags.tsx';
import { StoryTextView } from './text/story-text.tsx';
import { useStory } from './use-story.ts';

/** A story: its text, where it stands, who signed, and what can be done next. */
export function StoryPage() {
  const { id = '' } = useParams();
  const query = useStory(id);
  return <Loaded query={query}>{(story) => <Story story={story} />}</Loaded>;
}

function Story({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const { Copies } = useStorySlots();
  const navigate = useNavigate();
  const mayEdit = story.abilities.includes('story.edit');
  useShortcuts({ e: () => mayEdit && void navigate(`/stories/${story.id}/edit`) });
  const text = useRef<HTMLDivElement>(null);
  const step = stepFor(story);
  const maySign = step !== null && story.abilities.includes(`story.${step}`);
  return (
    <Page
      title={story.title || words.untitled}
      crumb={{ to: '/stories', text: words.stories }}
      meta={<StoryState story={story} />}
      actions={
        <>
          {maySign && (
            <LinkButton to={`/stories/${story.id}/review`} type="primary">
              {words.review}
            </LinkButton>
          )}
          {mayEdit && (
            <LinkButton to={`/stories/${story.id}/edit`} type={maySign ? 'default' : 'primary'}>
              {words.edit}
            </LinkButton>
          )}
          <StoryActs story={story} />
        </>
      }
    >
      <StoryRemarks story={story} />
      <OriginChanges story={story} />
      {reviewStates.includes(story.state) && <StepsLine story={story} />}
      <div className="split">
        <div ref={text}>
          <StoryTextView text={readText(story.text)} withoutTitle />
        </div>
        <div className="stack wide">
          <StoryFacts story={story} />
          <StoryTags storyId={story.id} />
          <OriginPart storyId={story.id} />
          {story.wasHandedIn && <SubmissionPart storyId={story.id} />}
          <AdoptionPart storyId={story.id} />
          <VoiceNotes storyId={story.id} />
          <Attachments storyId={story.id} />
          <SignaturesStrip story={story} />
          <FrozenComments story={story} text={text} seen={story.revisionId} />
          {story.edition && (
            <Suspense>
              <Copies storyId={story.id} edition={`${story.edition.id} ${story.publicState}`} />
            </Suspense>
          )}
        </div>
      </div>
    </Page>
  );
}

// A section may be called what the kind is called, in one number or the other: 通知, Notices.
const kindBeside = ({ kind, section }: StoryView, word: string): string[] =>
  [word, `${word}s`, newsroomTexts['zh-CN'].kinds[kind]].some((name) => Object.values(section.name).includes(name))
    ? []
    : [word];

function StoryFacts({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const writing = useWords(writingTexts);
  const storyWords = useWords(storyTexts);
  const schedule = useWords(scheduleTexts);
  const listWords = useWords(storiesTexts);
  const planning = useWords(planningTexts);
  const editors = useWords(editorTexts);
  const language = useLanguage();
  const times = useTimes();
  const me = useMe();
  const other = story.language === 'en' ? 'zh-CN' : 'en';
  const translated = story.translations.some((one) => one.language === other) || story.translationOf !== null;
  const mayWrite = me.abilities.includes('story.write');
  return (
    <Part title={storyWords.facts} aside={<Link to={`/stories/${story.id}/history`}>{storyWords.history}</Link>}>
      <dl className="facts">
        <dt>{listWords.columns.section}</dt>
        <dd>{[inWords(story.section.name, language), ...kindBeside(story, words.kinds[story.kind])].join(' · ')}</dd>
        <dt>{listWords.columns.places}</dt>
        <dd>{listed(story.places.map((place) => inWords(place.name, language)))}</dd>
        <dt>{writing.byline}</dt>
        <dd>{story.byline}</dd>
        <dt>{storyWords.author}</dt>
        <dd>{story.author.name}</dd>
        <dt>{editors.editor}</dt>
        <dd>
          <EditorField story={story} />
        </dd>
        <dt>{listWords.columns.holder}</dt>
        <dd>{story.holder ? words.held(story.holder.name, times.at(story.holder.since)) : words.nobodyHolds}</dd>
        {story.plan.length > 0 && (
          <>
            <dt>{storyWords.plan}</dt>
            <dd>
              {story.plan.map(({ idea, kind, state, person }) => (
                <div key={`${idea.id} ${kind}`}>
                  <Link to={`/ideas/${idea.id}`}>{idea.title}</Link>
                  <span className="meta">
                    {' '}
                    {[planning.kinds[kind], planning.states[state], person?.name].filter(Boolean).join(' · ')}
                  </span>
                </div>
              ))}
            </dd>
          </>
        )}
        {story.releaseId && (
          <>
            <dt>{schedule.title}</dt>
            <dd>
              <Link to={`/releases/${story.releaseId}`}>{schedule.together}</Link>
            </dd>
          </>
        )}
        {!story.releaseId && (story.publishAt || story.publishHeld) && (
          <>
            <dt>{schedule.title}</dt>
            <dd>{story.publishHeld ? schedule.held : times.at(story.publishAt ?? '')}</dd>
          </>
        )}
        <dt>{writing.path}</dt>
        <dd>
          {inWords(story.chain.name, language)}
          {story.important && ` · ${words.chain.important}`}
          {story.chain.isOlder && <div className="second">{words.chain.older(story.chain.number)}</div>}
        </dd>
        {story.level && (
          <>
            <dt>{words.level}</dt>
            <dd>
              <LevelTag level={story.level} />
            </dd>
          </>
        )}
        {story.validUntil && (
          <>
            <dt>{storyWords.validUntil}</dt>
            <dd>
              {times.at(story.validUntil)}
              {times.left(story.validUntil) < 0 && ` · ${storyWords.ended}`}
            </dd>
          </>
        )}
        {story.successorId && (
          <>
            <dt>{storyWords.successor}</dt>
            <dd>
              <StoryLink id={story.successorId} />
            </dd>
          </>
        )}
        {story.edition && (
          <>
            <dt>{storyWords.edition(story.edition.number)}</dt>
            <dd>
              {times.at(story.edition.publishedAt)}{' '}
              {story.slug && (
                <a href={`${publicPrefix(me.county.languages, story.language)}/stories/${story.slug}`}>
                  {storyWords.publicPage}
                </a>
              )}
            </dd>
          </>
        )}
        <dt>{storyWords.fingerprint}</dt>
        <dd className="num" title={story.textHash}>
          {fingerprint(story.textHash)}
        </dd>
        {(story.translations.length > 0 || (mayWrite && !translated)) && (
          <>
            <dt>{storyWords.translations}</dt>
            <dd>
              {story.translations.map((one) => (
                <div key={one.id}>
                  <Link to={`/stories/${one.id}`} lang={one.language}>
                    {one.title || words.languages[one.language]}
                  </Link>
                </div>
              ))}
              {mayWrite && !translated && (
                <Link
                  to={`/stories/new?translationOf=${story.id}&language=${other}&section=${story.section.id}&kind=${story.kind}`}
                >
                  {storyWords.translate(words.languages[other])}
                </Link>
              )}
            </dd>
          </>
        )}
      </dl>
    </Part>
  );
}

/** Another story by its headline. */
function StoryLink({ id }: { id: string }) {
  const words = useWords(newsroomTexts);
  const other = useStory(id);
  return (
    <Link to={`/stories/${id}`} {...(other.data ? { lang: other.data.language } : {})}>
      {other.data?.title || words.untitled}
    </Link>
  );
}
