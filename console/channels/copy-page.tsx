import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useParams } from 'react-router';
import type { CopyPackageView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { useCopyWords } from './copy-words.ts';
import { GiveUpCopy } from './give-up-copy.tsx';
import { MarkPicture } from './mark-picture.tsx';
import { QrPicture } from './qr-picture.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { RetryCopy } from './retry-copy.tsx';

/** A copy that a person brings to its place: what is to be done, everything needed for it, and the receipt. */
export function CopyPage() {
  const { id = '' } = useParams();
  const words = useWords(channelTexts);
  const query = useQuery({
    queryKey: ['copy', id],
    queryFn: ({ signal }) => read<CopyPackageView>(`/copies/${id}/package`, {}, { signal }),
  });
  const brought = query.data;
  return (
    <Page
      title={brought?.title ?? words.copyTitle}
      crumb={{ to: '/', text: words.back }}
      {...(brought ? { meta: words.copyLead(brought.copy.channelName) } : {})}
    >
      <Loaded query={query}>{(shown) => <Package shown={shown} />}</Loaded>
    </Page>
  );
}

function Package({ shown }: { shown: CopyPackageView }) {
  const words = useWords(channelTexts);
  const { state, tone, problem, advice } = useCopyWords()(shown.copy);
  const mayBring = shown.copy.abilities.includes('copy.bring');
  const isToBePasted = shown.todo !== 'take-down' && shown.todo !== 'overtaken';
  return (
    <div className="split">
      <div className="stack">
        <section className="notice">
          <p>
            <Tag tone={tone}>{state}</Tag>{' '}
            {shown.todo === 'done' && problem !== null ? problem : words.todos[shown.todo]}
          </p>
          {shown.todo === 'done' && advice !== null && <p>{advice}</p>}
          {shown.formerAddress && (
            <p>
              {words.former}{' '}
              <a href={shown.formerAddress} rel="noopener noreferrer" target="_blank">
                {shown.formerAddress}
              </a>
            </p>
          )}
          {shown.instructions !== '' && (
            <p>
              <strong>{words.how}</strong> {shown.instructions}
            </p>
          )}
        </section>
        {shown.text !== '' && <TextPart text={shown.text} />}
        {isToBePasted && <Pictures shown={shown} />}
      </div>
      <div className="stack wide">
        {(mayBring || shown.copy.mayMendReceipt) && <ReceiptForm key={shown.copy.changedAt} copy={shown.copy} />}
        <div className="row">
          {!mayBring && <RetryCopy copy={shown.copy} />}
          <GiveUpCopy copy={shown.copy} />
        </div>
        {isToBePasted && <QrPicture qr={shown.qr} address={shown.address} title={shown.title} />}
        {shown.mark && <MarkPicture mark={shown.mark} title={shown.title} />}
        {shown.copy.abilities.includes('copy.list') && (
          <LinkButton to={`/stories/${shown.copy.storyId}`}>{words.story}</LinkButton>
        )}
      </div>
    </div>
  );
}

function TextPart({ text }: { text: string }) {
  const words = useWords(channelTexts);
  const { message } = App.useApp();
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => message.success(words.textCopied));
  return (
    <Part
      title={words.text}
      aside={
        <Button type="primary" onClick={copy}>
          {words.copyText}
        </Button>
      }
    >
      <div className="card" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' }}>
        {text}
      </div>
    </Part>
  );
}

function Pictures({ shown: { pictures } }: { shown: CopyPackageView }) {
  const words = useWords(channelTexts);
  return (
    <Part title={words.pictures}>
      {pictures.length === 0 ? (
        <p className="meta">{words.noPictures}</p>
      ) : (
        <div className="stack">
          {pictures.map(({ href, alt, caption }) => (
            <figure key={href} style={{ margin: 0 }}>
              <img src={href} alt={alt} style={{ maxWidth: '100%', borderRadius: 10 }} />
              <figcaption className="row apart">
                <span className="second">{caption}</span>
                <a href={href} download>
                  {words.download}
                </a>
              </figcaption>
            </figure>
          ))}
        </div>
      )}
    </Part>
  );
}
