import { Link } from 'react-router';
import type { HandoverView } from '@xiangyin/server/contract';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { rosterTexts } from './roster-texts.ts';

/** What was under way when the watch changed hands: each text with where it was then. One that the reader may not open is counted, not named. */
export function OpenTexts({ open }: { open: HandoverView['open'] }) {
  const words = useWords(rosterTexts);
  const states: Readonly<Record<string, string>> = useWords(newsroomTexts).states;
  const unnamed = open.filter(({ title }) => title === null).length;
  return (
    <div>
      <p className="meta">{open.length === 0 ? words.nothingOpen : words.open(open.length)}</p>
      <ul className="roster-open">
        {open.map(
          ({ id, title, state }) =>
            title !== null && (
              <li key={id}>
                <Link to={`/stories/${id}`}>{title}</Link> <Tag tone="info">{states[state] ?? state}</Tag>
              </li>
            ),
        )}
        {unnamed > 0 && <li className="meta">{words.unnamed(unnamed)}</li>}
      </ul>
    </div>
  );
}
