import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { pictureHashes, type StoryText } from '@xiangyin/document';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ChannelPreview, PreviewsView } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { Part } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { PreviewCard } from './preview-card.tsx';
import { previewTexts } from './preview-texts.ts';
import './previews.css';

// The server is asked when somebody looks up from writing, not between two keys.
const pauseMs = 1_200;

/** While somebody writes: how the text would stand in each channel, against that channel's own limits. What breaks one is said at the top, whatever is folded away. */
export function PreviewsPart({ storyId, text }: { storyId: string; text: StoryText }) {
  const words = useWords(previewTexts);
  const { settled, number } = useSettled(text);
  const [all, setAll] = useState(false);
  const previews = useQuery({
    queryKey: ['previews', storyId, number, all],
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    queryFn: ({ signal }) =>
      act<PreviewsView>('POST', `/stories/${storyId}/previews`, { text: settled, all }, { signal }),
  });
  const { items = [], more = 0, likeSite = [] } = previews.data ?? {};
  const cover = pictureHashes(settled)[0] ?? null;
  return (
    <Part title={words.title}>
      <p className="meta" role="status">
        {previews.isError ? words.failed : <Breaches items={items} isPart={more > 0} />}
      </p>
      <div className="previews">
        {items.map((preview) => (
          <PreviewCard key={preview.channelId ?? 'site'} preview={preview} storyId={storyId} cover={cover} />
        ))}
      </div>
      {more > 0 && (
        <p className="row meta">
          {words.others(more)}
          <Button size="small" loading={all && previews.isFetching} onClick={() => setAll(true)}>
            {words.showAll}
          </Button>
        </p>
      )}
      {likeSite.length > 0 && <p className="meta">{words.likeSite(likeSite)}</p>}
    </Part>
  );
}

function Breaches({ items, isPart }: { items: readonly ChannelPreview[]; isPart: boolean }) {
  const words = useWords(previewTexts);
  const { parts } = useWords(channelTexts);
  const broken = items.flatMap(({ channelName, limits }) =>
    limits.flatMap(({ part, has, most }) => (has > most ? [{ channelName, part, over: has - most }] : [])),
  );
  if (broken.length === 0) return isPart ? words.shownFit : words.allFits;
  return (
    <span className="row tight">
      {broken.map(({ channelName, part, over }) => (
        <Tag key={`${channelName} ${part}`} tone="hot">
          {words.over(channelName, parts[part], over)}
        </Tag>
      ))}
    </span>
  );
}

/** The text as it was when nobody had typed for a while, with a number that grows with each. */
function useSettled(text: StoryText): { settled: StoryText; number: number } {
  const [state, setState] = useState({ settled: text, number: 0 });
  const first = useRef(text);
  useEffect(() => {
    if (first.current === text) return;
    const timer = setTimeout(() => setState(({ number }) => ({ settled: text, number: number + 1 })), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return state;
}
