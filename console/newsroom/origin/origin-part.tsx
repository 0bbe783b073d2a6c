import type { OriginView } from '@xiangyin/server/contract';
import { Part } from '../../kit/page.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { originTexts } from './origin-texts.ts';
import { useOrigins } from './use-origins.ts';

/** Who published a contributed story first, and how that was checked; nothing for what was written here. */
export function OriginPart({ storyId }: { storyId: string }) {
  const words = useWords(originTexts);
  const origins = useOrigins(storyId);
  if (origins.length === 0) return null;
  return (
    <Part title={words.part}>
      <div className="stack">
        {origins.map((one) => (
          <Origin key={one.id} origin={one} />
        ))}
      </div>
    </Part>
  );
}

function Origin({ origin }: { origin: OriginView }) {
  const words = useWords(originTexts);
  const times = useTimes();
  return (
    <article aria-label={origin.publisher}>
      <span className="row">
        <strong>{origin.publisher}</strong>
        <Tag tone="ok">{words.verified}</Tag>
      </span>
      <dl className="facts" style={{ marginTop: 8 }}>
        <dt>{words.publisher}</dt>
        <dd>
          {origin.issuer}
          <div className="meta">
            {words.edition(origin.edition, times.at(origin.publishedAt))} · <a href={origin.page}>{words.original}</a>
          </div>
        </dd>
        {origin.steps !== '' && (
          <>
            <dt>{words.steps}</dt>
            <dd>{words.readings(origin.steps.length)}</dd>
          </>
        )}
        <dt>{words.checked}</dt>
        <dd>
          {words.checkedAt(times.at(origin.verifiedAt), origin.issuer)}
          <div>
            <a href={origin.checkHref}>{words.again}</a>
          </div>
        </dd>
      </dl>
    </article>
  );
}
