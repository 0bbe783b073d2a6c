import { Button } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { writingTexts } from './writing-texts.ts';
import { standsStill, StoryState } from '../story-states.tsx';
import { OriginChanges } from '../origin/origin-changes.tsx';
import { StoryRemarks } from '../story/story-remarks.tsx';
import { readText } from '../text/read-text.ts';
import { StoryTextView } from '../text/story-text.tsx';
import './editor.css';
import { StorySettings } from './later.ts';
import { OthersLine } from './others-line.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import { useHold } from './use-hold.ts';
import type { Line, SharedText } from './use-shared-text.ts';
import { Writing } from './writing.tsx';

/** The desk's editor: headline, lead, text and pictures, written by several people at once; every stroke is kept on the desk, and on this machine while the line is broken. */
export function StoryEditor({ story, shared, line }: { story: StoryView; shared: SharedText | null; line: Line }) {
  const words = useWords(newsroomTexts);
  const writing = useWords(writingTexts);
  useHold(story);
  return (
    <Page
      title={writing.pageTitle}
      crumb={{ to: `/stories/${story.id}`, text: story.title || words.untitled }}
      meta={<StoryState story={story} />}
    >
      {standsStill(story) && <p className="notice due">{writing.beside}</p>}
      <StoryRemarks story={story} />
      <OriginChanges story={story} />
      {shared && line.kind !== 'over' && <OthersLine provider={shared.provider} />}
      <div className="split">
        {shared && line.kind !== 'over' ? (
          <Writing story={story} shared={shared} line={line} />
        ) : (
          <>
            <NotOpen story={story} line={line} />
            {/* Beside the open text they stand anyway: drawing them twice would keep whoever wants to write waiting. */}
            {line.kind === 'over' && (
              <Suspense>
                <StorySettings story={story} />
              </Suspense>
            )}
          </>
        )}
      </div>
      {shared && line.kind === 'refused' && (
        <RefusedDialog shared={shared} reason={line.reason} language={story.language} />
      )}
    </Page>
  );
}

// The line is mostly there at once: drawing the text for so short a while would only keep whoever wants to write waiting.
function useLater(milliseconds: number): boolean {
  const [isLater, setLater] = useState(milliseconds === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLater;
}

// The text can be read while the line is made, and when it may not be written at any more.
function NotOpen({ story, line }: { story: StoryView; line: Line }) {
  const words = useWords(writingTexts);
  const isLate = useLater(line.kind === 'over' ? 0 : 400);
  const navigate = useNavigate();
  return (
    <div className="editor">
      {line.kind === 'over' ? (
        <p className="notice due row apart" role="status">
          <span>{line.reason === 'NothingInWork' ? words.nothingInWork : words.notYours}</span>
          <Button size="small" onClick={() => void navigate(`/stories/${story.id}`)}>
            {words.toStory}
          </Button>
        </p>
      ) : (
        <p className="meta opening" role="status">
          {words.line.connecting}
        </p>
      )}
      <div className="reading">{isLate && <StoryTextView text={readText(story.text)} />}</div>
    </div>
  );
}
