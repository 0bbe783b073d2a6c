import type { ChannelPreview } from '@xiangyin/server/contract';
import { useTag } from '../kit/language.ts';
import { Tag, type Tone } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { lostWords, previewTexts } from './preview-texts.ts';

/** How a text begins in one channel, and how much of each limit it takes. Open where something is wrong. */
export function PreviewCard({
  preview,
  storyId,
  cover,
}: {
  preview: ChannelPreview;
  storyId: string;
  cover: string | null;
}) {
  const words = useWords(previewTexts);
  const { beyondRecall, full } = useWords(channelTexts);
  const { channelName, kind, title, author, begins, limits, takenToday, dailyLimit } = preview;
  const isFull = dailyLimit !== null && takenToday !== null && takenToday >= dailyLimit;
  const isOver = limits.some(({ has, most }) => has > most);
  return (
    <details className="preview" open={isOver || undefined}>
      <summary>
        <span className="preview-name">{channelName}</span>
        {preview.beyondRecall && <Tag tone="due">{beyondRecall}</Tag>}
        {isFull && <Tag tone="hot">{full}</Tag>}
        {limits
          .filter(({ part }) => part === 'title')
          .map((limit) => (
            <Meter key={limit.part} limit={limit} />
          ))}
      </summary>
      <div className={kind === 'site' ? 'preview-card' : 'preview-card framed'}>
        {cover !== null && kind !== 'site' && <img src={`/media/${cover}.jpg`} alt="" loading="lazy" />}
        <strong>{title || words.untitled}</strong>
        <span className="meta">{author || words.noAuthor}</span>
        <span className="second">{begins || words.empty}</span>
      </div>
      {preview.whole && (
        <p>
          <a href={`/api/v1/stories/${storyId}/previews/${preview.channelId}`} target="_blank" rel="noopener">
            {words.whole}
          </a>
        </p>
      )}
      <Facts preview={preview} />
    </details>
  );
}

function Facts({ preview }: { preview: ChannelPreview }) {
  const words = useWords(previewTexts);
  const { ways, carriers } = useWords(channelTexts);
  const { limits, lost, way, carrier, takenToday, dailyLimit } = preview;
  // What is far from its limit is no news.
  const near = limits.filter(({ part, has, most }) => part === 'title' || has > most / 2);
  const says = [
    way === 'publish' ? '' : ways[way],
    way === 'off' || way === 'stays' || carrier === 'edition' ? '' : carriers[carrier],
    ...lost.map(({ code, count }) => lostWords(words, code, count)),
    dailyLimit === null || takenToday === null ? '' : words.left(Math.max(0, dailyLimit - takenToday), dailyLimit),
    neverWords(words, preview),
  ].filter(Boolean);
  return (
    <>
      {near.length > 0 && (
        <p className="row tight">
          {near.map((limit) => (
            <Meter key={limit.part} limit={limit} />
          ))}
        </p>
      )}
      {says.length > 0 && (
        <ul className="second">
          {says.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </>
  );
}

type Words = (typeof previewTexts)['en'];

function neverWords(words: Words, { correct, withdraw }: ChannelPreview): string {
  if (withdraw === 'none' || withdraw === 'notice') return words.never.withdraw;
  if (correct === 'none' || correct === 'notice') return words.never.correct;
  return correct === 'replace' ? words.replace : '';
}

/** Part, how much it has and how much it may have. */
function Meter({ limit: { part, has, most } }: { limit: ChannelPreview['limits'][number] }) {
  const words = useWords(previewTexts);
  const { parts } = useWords(channelTexts);
  const number = new Intl.NumberFormat(useTag());
  const tone: Tone = has > most ? 'hot' : has >= most * 0.9 ? 'due' : 'plain';
  return (
    <Tag tone={tone}>
      {parts[part]} <span className="num">{words.of(number.format(has), number.format(most))}</span>
    </Tag>
  );
}
