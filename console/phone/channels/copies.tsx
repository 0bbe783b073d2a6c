import type { CopyView } from '@xiangyin/server/contract';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Part, Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { copyState } from './copy-state.ts';

/** Where every copy of a story stands, with its receipt; those of earlier editions that were replaced are left to the large console. */
export default function Copies({ storyId }: { storyId: string }) {
  // A few seconds after the publication they are sent and read back.
  const copies = useAnswer<{ items: readonly CopyView[] }>(`/stories/${storyId}/copies`, { everySeconds: 10 });
  return (
    <Part title={say('copies.title')}>
      <Shown answer={copies}>
        {({ items }) => (
          <ul class="rows copies">
            {items
              .filter((copy) => copy.state !== 'superseded')
              .map((copy) => (
                <Copy key={copy.id} copy={copy} />
              ))}
          </ul>
        )}
      </Shown>
    </Part>
  );
}

function Copy({ copy }: { copy: CopyView }) {
  const { words, look, met } = copyState(copy);
  return (
    <li>
      <div>
        <b>
          {copy.channelName} <span class={`tag ${look}`}>{words}</span>
        </b>
        {met !== '' && <span class="meta">{met}</span>}
        {copy.publishedAt && (
          <span class="meta">
            {say('copies.receipt', { time: momentOf(copy.publishedAt), n: copy.editionNumber })}
            {copy.receivers !== null && <> · {say('copies.mailboxes', { n: copy.receivers })}</>}
          </span>
        )}
        {copy.address && (
          <a class="elsewhere" href={copy.address}>
            {copy.address}
          </a>
        )}
        {copy.abilities.includes('copy.bring') && (
          <a class="btn" href={hrefOf(`/copies/${copy.id}`)}>
            {say(copy.state === 'withdrawing' ? 'copies.take-down' : 'copies.bring')}
          </a>
        )}
      </div>
    </li>
  );
}
