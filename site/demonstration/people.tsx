import type { PeoplePageProps } from '@xiangyin/server/contract';
import type { View } from '../view.ts';
import { Act, GoOn } from './walk.tsx';

/** Everybody of the demonstration, one click each. */
export const people: View<PeoplePageProps> = {
  head: (props) => ({ title: props.title, isPrivate: true }),
  Body: ({ props, here }) => (
    <div class="wrap page narrow">
      <h1>{props.title}</h1>
      <p class="deck">{props.introduction}</p>
      {props.loading && <p>{props.loading}</p>}
      <ul class="people">
        {props.people.map((person) => (
          <li key={person.key}>
            <p>
              <b>{person.personName}</b>
              <span class="quiet">{person.roleName}</span>
            </p>
            {person.act && <Act here={here} act={person.act} />}
          </li>
        ))}
      </ul>
      <GoOn here={here} onward={props.onward} />
    </div>
  ),
};
