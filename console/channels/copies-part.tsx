import { useQuery } from '@tanstack/react-query';
import type { CopyView, copyListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { channelsTexts } from './channels-texts.ts';
import { AcceptWords } from './accept-words.tsx';
import { CopyFacts } from './copy-facts.tsx';
import { useCopyWords } from './copy-words.ts';
import { GiveUpCopy } from './give-up-copy.tsx';
import { LinkButton } from '../kit/link-button.tsx';
import { StopCopies } from './stop-copies.tsx';
import { RetryCopy } from './retry-copy.tsx';

/** Where every copy of a story stands: state, address, what was sent and what was seen back. `edition` is read anew whenever it changes. */
export function CopiesPart({ storyId, edition }: { storyId: string; edition: string }) {
  const words = useWords(channelsTexts);
  const copies = useQuery({
    queryKey: ['story', storyId, 'more', 'copies', edition],
    // Reading back happens a few seconds after the publication, and no event tells of it.
    refetchInterval: 10_000,
    queryFn: ({ signal }) => read<Answer<typeof copyListView>>(`/stories/${storyId}/copies`, {}, { signal }),
  });
  return (
    <Part title={words.part}>
      <Loaded query={copies} rows={2}>
        {({ items }) =>
          items.length === 0 ? <p className="meta">{words.none}</p> : <Copies storyId={storyId} items={items} />
        }
      </Loaded>
    </Part>
  );
}

function Copies({ storyId, items }: { storyId: string; items: readonly CopyView[] }) {
  const words = useWords(channelsTexts);
  const times = useTimes();
  const wordsOf = useCopyWords();
  const isEarlier = (copy: CopyView): boolean => copy.state === 'superseded' && !copy.behindNote;
  const standing = items.filter((copy) => !isEarlier(copy));
  const earlier = items.filter(isEarlier);
  return (
    <div className="stack">
      <StopCopies storyId={storyId} copies={items} />
      {standing.map((copy) => (
        <Copy key={copy.id} copy={copy} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>{words.before}</summary>
          <div className="stack" style={{ gap: 8, margin: '8px 0 0', paddingInlineStart: 20 }}>
            {earlier.map((copy) => (
              <details key={copy.id}>
                <summary className="meta">
                  {copy.channelName} · {words.edition(copy.editionNumber)} · {wordsOf(copy).state} ·{' '}
                  {times.at(copy.changedAt)}
                </summary>
                <CopyFacts copy={copy} />
              </details>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function Copy({ copy }: { copy: CopyView }) {
  const words = useWords(channelsTexts);
  const { state, tone } = useCopyWords()(copy);
  return (
    <article aria-label={`${copy.channelName} ${words.edition(copy.editionNumber)}`}>
      <div className="row apart">
        <span className="row">
          <strong>{copy.channelName}</strong>
          <Tag tone={tone}>{state}</Tag>
        </span>
        <span className="row">
          <AcceptWords copy={copy} />
          {copy.mayMendReceipt && (
            <LinkButton size="small" to={`/copies/${copy.id}`}>
              {words.mend}
            </LinkButton>
          )}
          <RetryCopy copy={copy} />
          <GiveUpCopy copy={copy} size="small" />
        </span>
      </div>
      <CopyFacts copy={copy} />
    </article>
  );
}
