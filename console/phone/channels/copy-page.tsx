import type { CopyPackageView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { qrAddress } from '../../kit/qr-address.ts';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { FullWay, Part, Shown, TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { copyState } from './copy-state.ts';
import { GiveUpCopy } from './give-up-copy.tsx';
import { ReceiptForm } from './receipt-form.tsx';

/** A copy that a person brings to its place: what is to be done, everything needed for it, and the receipt. */
export default function CopyPage({ copyId }: { copyId: string }) {
  const answer = useAnswer<CopyPackageView>(`/copies/${copyId}/package`);
  return (
    <>
      <TopBar title={say('copy.title')} />
      <main>
        <Shown answer={answer}>{(brought) => <Package brought={brought} again={answer.again} />}</Shown>
        <FullWay />
      </main>
    </>
  );
}

function Package({ brought, again }: { brought: CopyPackageView; again: () => void }) {
  const { copy, todo } = brought;
  const { words, look } = copyState(copy);
  const mayBring = copy.abilities.includes('copy.bring');
  const isToBePasted = todo !== 'take-down' && todo !== 'overtaken';
  return (
    <>
      <p class="kicker">{say('copy.to', { channel: copy.channelName })}</p>
      <h1 class="title">{brought.title}</h1>
      <p>
        <span class={`tag ${look}`}>{words}</span>
      </p>
      <p class="note">
        {say(`copy.todo.${todo}`)}
        {brought.formerAddress && (
          <>
            {' '}
            <a class="elsewhere" href={brought.formerAddress}>
              {brought.formerAddress}
            </a>
          </>
        )}
      </p>
      {brought.instructions !== '' && (
        <p>
          <b>{say('copy.how')}</b> {brought.instructions}
        </p>
      )}
      {brought.text !== '' && <TextToPaste text={brought.text} />}
      {isToBePasted && <Pictures pictures={brought.pictures} />}
      {isToBePasted && <Code brought={brought} />}
      {brought.mark && <Mark mark={brought.mark} title={brought.title} />}
      {(mayBring || copy.mayMendReceipt) && <ReceiptForm key={copy.changedAt} copy={copy} again={again} />}
      <GiveUpCopy copy={copy} again={again} />
      {copy.abilities.includes('copy.list') && (
        <a class="plain" href={hrefOf(`/stories/${copy.storyId}`)}>
          {say('copy.story')}
        </a>
      )}
    </>
  );
}

function TextToPaste({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  // Absent where the address is not encrypted: the words can still be marked and copied.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  return (
    <Part title={say('copy.text')}>
      <div class="card to-paste">{text}</div>
      {clipboard && (
        <button
          type="button"
          class="btn primary wide"
          onClick={() => void clipboard.writeText(text).then(() => setCopied(true))}
        >
          {say('copy.copy-text')}
        </button>
      )}
      <p class="meta" role="status">
        {isCopied ? say('copy.copied') : ''}
      </p>
    </Part>
  );
}

function Pictures({ pictures }: Pick<CopyPackageView, 'pictures'>) {
  return (
    <Part title={say('copy.pictures')}>
      {pictures.length === 0 && <p class="meta">{say('copy.no-pictures')}</p>}
      {pictures.map(({ href, alt, caption }) => (
        <figure key={href} class="to-keep">
          <img src={href} alt={alt} loading="lazy" />
          <figcaption class="meta">{caption}</figcaption>
          <a class="btn" href={href} download>
            {say('copy.keep')}
          </a>
        </figure>
      ))}
    </Part>
  );
}

function Code({ brought: { qr, address, title } }: { brought: CopyPackageView }) {
  const picture = qrAddress(qr);
  return (
    <Part title={say('copy.code')}>
      <img class="code" src={picture} alt={say('copy.code-alt', { title })} width="180" height="180" />
      <p class="meta">
        {say('copy.code-hint')}{' '}
        <a class="elsewhere" href={address}>
          {address}
        </a>
      </p>
      <a class="btn" href={picture} download={`${title}.svg`}>
        {say('copy.keep-code')}
      </a>
    </Part>
  );
}

/** 防伪码: the code by which whoever has the copy in hand checks it. */
function Mark({ mark, title }: { mark: NonNullable<CopyPackageView['mark']>; title: string }) {
  const picture = qrAddress(mark.qr);
  return (
    <Part title={say('copy.mark')}>
      <img class="code" src={picture} alt={say('copy.mark-alt', { title })} width="260" height="260" />
      <p class="meta">
        {say('copy.mark-hint')}{' '}
        <a class="elsewhere" href={mark.address}>
          {say('copy.check-mark')}
        </a>
      </p>
      <a class="btn" href={picture} download={`${title} ${say('copy.mark')}.svg`}>
        {say('copy.keep-mark')}
      </a>
    </Part>
  );
}
