import type { StartingPageProps } from '@xiangyin/server/contract';
import type { View } from '../view.ts';

/** While the first start still builds: how far it is, and a page that comes back by itself (or by a link). */
export const starting: View<StartingPageProps> = {
  islands: ['starting'],
  head: (_, { t }) => ({ title: t.portal.starting.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.portal.starting;
    return (
      <div class="wrap page narrow starting" data-starting>
        <h1>{words.title}</h1>
        <p class="deck">{words.text}</p>
        <progress max={100} value={props.percent} aria-label={words.progress}>
          {props.percent} %
        </progress>
        <ol class="line">
          {props.steps.map((step) => (
            <li key={step.name} class={`line-${step.state}`}>
              <div>
                <b>{step.name}</b>
                <span>{words.states[step.state]}</span>
              </div>
            </li>
          ))}
        </ol>
        <p>
          <a class="button" href={here.to(here.frame.path)}>
            {words.reload}
          </a>
        </p>
      </div>
    );
  },
};
