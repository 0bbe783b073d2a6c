import { useState } from 'preact/hooks';
import { AttachmentLine } from '../newsroom/draft-attachments.tsx';
import { sizeOf } from '../../media/upload/size.ts';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { AskFirst } from '../kit/ask-first.tsx';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { arrivedOf, dropAttachment, type Attachment } from './attachment.ts';

/** An attachment that follows its text: how far it is, and giving it up, which the desk must hear of. */
export function AttachmentCard({ attachment }: { attachment: Attachment }) {
  const arrived = useCell(arrivedOf).get(attachment.id) ?? 0;
  const [problem, setProblem] = useState<string | null>(null);
  const isRefused = attachment.state === 'refused';
  const giveUp = async (): Promise<void> => {
    setProblem(await giveUpAttachment(attachment));
  };
  return (
    <article class="card">
      <p class="when">
        <span class={isRefused ? 'tag hot' : 'tag due'}>
          {say(isRefused ? 'entry.refused' : 'attachment.following')}
        </span>
        <AttachmentLine attachment={attachment} />
      </p>
      <h2>{attachment.title}</h2>
      {isRefused ? (
        <p role="alert">{attachment.reason}</p>
      ) : (
        <>
          <p role="status">
            {say('attachment.progress', {
              percent: Math.floor((arrived / attachment.bytes) * 100),
              done: sizeOf(arrived),
              all: sizeOf(attachment.bytes),
            })}
          </p>
          <progress class="wide" value={arrived} max={attachment.bytes} aria-label={say('attachment.following')} />
        </>
      )}
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      {isRefused ? (
        <button type="button" class="btn" onClick={() => void giveUp()}>
          {say('entry.drop')}
        </button>
      ) : (
        <AskFirst act={say('entry.drop')} sure={say('attachment.drop.sure')} look="plain" go={() => void giveUp()} />
      )}
    </article>
  );
}

// Without a line it stays: the desk would wait for it for ever. Null: it is given up; else why not.
async function giveUpAttachment(attachment: Attachment): Promise<string | null> {
  try {
    await act('DELETE', `/stories/${attachment.storyId ?? ''}/attachments/${attachment.id}`);
  } catch (error) {
    if (isAboutSession(error)) session.lost(error);
    const isGone = error instanceof Problem && error.status === 404;
    if (!isGone) return error instanceof Problem ? error.message : say('problem.offline');
  }
  await dropAttachment(attachment.id);
  return null;
}
