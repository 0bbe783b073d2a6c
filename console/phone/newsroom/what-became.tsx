import type { SubmissionWhole } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** What became of what I handed in: taken, part of another story, published with so many of my words. Nothing where the desk wrote the story itself. */
export function WhatBecame({ storyId }: { storyId: string }) {
  const one = useAnswer<SubmissionWhole>(`/submissions/${storyId}`).value;
  if (!one || (one.state !== 'accepted' && one.state !== 'merged')) return null;
  return (
    <div class="note info">
      <p>
        {one.mergedInto
          ? say('became.merged', { title: one.mergedInto.title || say('stories.untitled') })
          : say('became.accepted')}
      </p>
      {one.use && (
        <>
          <p>{say('became.use', { own: one.use.ownCharacters, all: one.use.characters })}</p>
          <p>
            <a href={`${one.use.language === 'en' ? '/en' : ''}/stories/${one.use.slug}`}>{say('became.see')}</a>
          </p>
        </>
      )}
      {one.mergedInto && <a href={hrefOf('/stories')}>{say('became.mine')}</a>}
    </div>
  );
}
