import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';

/** The main menu, under the thumb. Only what this person has to do with. */
export function Tabs({ path }: { path: string }) {
  const abilities = useCell(session.me)?.abilities ?? [];
  const tabs = [
    { to: '/', words: say('tab.work'), shown: true },
    { to: '/stories', words: say('tab.stories'), shown: abilities.includes('story.write') },
    { to: '/hours', words: say('tab.hours'), shown: isVolunteer() },
    { to: '/me', words: say('tab.me'), shown: true },
  ].filter((tab) => tab.shown);
  return (
    <nav class="tabs" aria-label={say('tab.aria')}>
      {tabs.map((tab) => (
        <a key={tab.to} href={hrefOf(tab.to)} aria-current={path === tab.to ? 'page' : undefined}>
          {tab.words}
        </a>
      ))}
    </nav>
  );
}

/** Whether the person goes to people's doors. */
export const isVolunteer = (): boolean =>
  (session.me.get()?.grants ?? []).some((grant) => grant.role === 'volunteer' || grant.role === 'team-leader');
