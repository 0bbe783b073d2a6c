import { NavLink } from 'react-router';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { useWaiting } from '../kit/waiting.ts';
import { waysFor } from './navigation.ts';
import { shellTexts } from './shell-texts.ts';

/** The navigation, in the order of the modules, with what waits beside "my work". */
export function WaysList({ onGo }: { onGo?: () => void }) {
  const words = useWords(shellTexts);
  const me = useMe();
  const waiting = useWaiting().data?.items.length ?? 0;
  return (
    <div className="ways">
      {waysFor(me.abilities).map(({ group, entries }) => (
        <div key={group}>
          <h2>{words.groups[group]}</h2>
          {entries.map((way) => (
            <NavLink key={way.to} to={way.to} end={way.to === '/'} {...(onGo ? { onClick: onGo } : {})}>
              {words.nav[way.name]}
              {way.name === 'work' && waiting > 0 && <span className="count">{waiting}</span>}
            </NavLink>
          ))}
        </div>
      ))}
    </div>
  );
}
