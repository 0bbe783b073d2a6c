import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { UsesView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { mediaTexts } from './media-texts.ts';

/** Which texts show a picture or a material; `path` is its own in the API. */
export function UsesPart({ path }: { path: string }) {
  const { pictures } = useWords(mediaTexts);
  const times = useTimes();
  const uses = useQuery({
    queryKey: ['uses', path],
    queryFn: ({ signal }) => read<UsesView>(`${path}/uses`, {}, { signal }),
  });
  return (
    <Part title={pictures.usedIn}>
      <Loaded query={uses}>
        {({ items, hidden }) => (
          <>
            {items.length === 0 && hidden === 0 && <p className="meta">{pictures.usedNowhere}</p>}
            <ul className="picture-uses">
              {items.map((use) => (
                <li key={use.id}>
                  <Link to={use.href.replace(/^\/console/, '')}>{use.title}</Link>
                  <Tag tone={use.part === 'edition' ? 'ok' : use.part === 'draft' ? 'info' : 'plain'}>
                    {pictures.parts[use.part]}
                  </Tag>
                  <span className="meta">{times.on(use.usedAt)}</span>
                </li>
              ))}
            </ul>
            {hidden > 0 && <p className="meta">{pictures.hiddenUses(hidden)}</p>}
          </>
        )}
      </Loaded>
    </Part>
  );
}
