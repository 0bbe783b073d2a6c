import { difference } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { AskFirst } from '../kit/ask-first.tsx';
import { say } from '../kit/language.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { DifferenceView } from './difference-view.tsx';
import type { Draft } from './draft.ts';
import { asAtDesk, newerAtDesk, overDesk } from './newer-at-desk.ts';

/** Somebody at the desk changed the text since this draft was begun: what differs, and whose words are to stand is its writer's to say. */
export default function DeskChanged({ draft, change }: { draft: Draft; change: (changes: Partial<Draft>) => void }) {
  const story = useAnswer<StoryView>(draft.revises && `/stories/${draft.revises.storyId}`).value;
  const both = story && newerAtDesk(draft, story);
  if (!both) return null;
  return (
    <section class="note due" role="status">
      <p>{say('revise.newer')}</p>
      <DifferenceView difference={difference(both.desk, both.mine)} language={draft.language} />
      <button type="button" class="btn wide" onClick={() => change(overDesk(draft, story))}>
        {say('revise.mine')}
      </button>
      <AskFirst
        act={say('revise.theirs')}
        sure={say('revise.theirs.sure')}
        look="btn wide"
        go={() => change(asAtDesk(draft, story))}
      />
    </section>
  );
}
