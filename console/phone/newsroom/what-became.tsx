import { publicPrefix } from '@xiangyin/document/public-prefix';
import type { SubmissionWhole } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** What became of what was handed in: taken, part of another story, published with so many of the sender's words. Said to the sender as their own; to others of whom it is, and only when there is more to say than that the desk took it. Nothing where the desk wrote the story itself. */
export function WhatBecame({ storyId }: { storyId: string }) {
  const one = useAnswer<SubmissionWhole>(`/submissions/${storyId}`).value;
  if (!one || (one.state !== 'accepted' && one.state !== 'merged')) return null;
  const isMine = one.sender.id === session.me.get()?.personId;
  if (!isMine && !one.use && !one.mergedInto) return null;
  const { name } = one.sender;
  return (
    <div class="note info">
      {one.mergedInto ? (
        <p>{say('became.merged', { title: one.mergedInto.title || say('stories.untitled') })}</p>
      ) : (
        isMine && <p>{say('became.accepted')}</p>
      )}
      {one.use && (
        <>
          <p>
            {say(isMine ? 'became.use' : 'became.use.of', {
              own: one.use.ownCharacters,
              all: one.use.characters,
              name,
            })}
          </p>
          <p>
            <a
              href={`${publicPrefix(session.me.get()?.county.languages ?? [], one.use.language)}/stories/${one.use.slug}`}
            >
              {say('became.see')}
            </a>
          </p>
        </>
      )}
      {isMine && one.mergedInto && <a href={hrefOf('/stories')}>{say('became.mine')}</a>}
    </div>
  );
}
