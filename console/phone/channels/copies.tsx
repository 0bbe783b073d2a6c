import type { CopyView } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { say, type TextKey } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Part, Shown, Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { copyState } from './copy-state.ts';
import { GiveUpCopy } from './give-up-copy.tsx';

/** Where every copy of a story stands, with its receipt; those of earlier editions that are no longer there are left to the large console. */
export default function Copies({ storyId }: { storyId: string }) {
  // A few seconds after the publication they are sent and read back.
  const copies = useAnswer<{ items: readonly CopyView[] }>(`/stories/${storyId}/copies`, { everySeconds: 10 });
  return (
    <Part title={say('copies.title')}>
      <Shown answer={copies}>
        {({ items }) => (
          <ul class="rows copies">
            {items
              .filter((copy) => copy.state !== 'superseded' || copy.behindNote)
              .map((copy) => (
                <Copy key={copy.id} copy={copy} again={copies.again} />
              ))}
          </ul>
        )}
      </Shown>
    </Part>
  );
}

const bringWords: Partial<Record<CopyView['state'], TextKey>> = {
  withdrawing: 'copies.take-down',
  withdrawn: 'copies.is-there',
};

function Copy({ copy, again }: { copy: CopyView; again: () => void }) {
  const { words, look, met } = copyState(copy);
  return (
    <li>
      <div>
        <span>
          <b>{copy.channelName}</b> <span class={`tag ${look}`}>{words}</span>
        </span>
        {met !== '' && <span class="meta">{met}</span>}
        {copy.publishedAt && (
          <span class="meta">
            {say('copies.receipt', { time: momentOf(copy.publishedAt), n: copy.editionNumber })}
            {copy.receivers !== null && <> · {say('copies.mailboxes', { n: copy.receivers })}</>}
          </span>
        )}
        {copy.address && (
          <a class="plain" href={copy.address}>
            {say('copies.open')}
          </a>
        )}
        {copy.abilities.includes('copy.bring') && (
          <a class="btn" href={hrefOf(`/copies/${copy.id}`)}>
            {say(bringWords[copy.state] ?? 'copies.bring')}
          </a>
        )}
        {copy.mayMendReceipt && (
          <a class="plain" href={hrefOf(`/copies/${copy.id}`)}>
            {say('copies.mend')}
          </a>
        )}
        {copy.retry !== null && copy.abilities.includes('copy.retry') && (
          <Retry copyId={copy.id} what={copy.retry} again={again} />
        )}
        <GiveUpCopy copy={copy} again={again} />
      </div>
    </li>
  );
}

/** Has it sent, taken down or looked at again: whichever did not go well. */
function Retry({ copyId, what, again }: { copyId: string; what: NonNullable<CopyView['retry']>; again: () => void }) {
  const { run, busy, problem } = useAct();
  const retry = async () => {
    if (await run('POST', `/copies/${copyId}/retries`, {})) again();
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <button type="button" class="btn" disabled={busy} onClick={() => void retry()}>
        {say(`copies.retry.${what}`)}
      </button>
    </>
  );
}
