import type { StartingPageProps } from '@xiangyin/server/contract';
import type { View } from '../view.ts';

/** While the first start still builds: how far it is, and a page that comes back by itself (or by a link). */
export const starting: View<StartingPageProps> = {
  islands: ['starting'],
  head: ({ failed }, { t }) => ({
    title: failed ? t.portal.starting.failedTitle : t.portal.starting.title,
    isPrivate: true,
    refreshSeconds: 5,
  }),
  Body: ({ props, here }) => {
    const words = here.t.portal.starting;
    return (
      <div class="wrap page narrow starting" data-starting>
        <h1>{props.failed ? words.failedTitle : words.title}</h1>
        <p class="deck">{props.failed ? words.failedText : words.text}</p>
        <progress max={100} value={props.percent} aria-label={words.progress}>
          {props.percent} %
        </progress>
        <ol class="line">
          {props.steps.map((step) => (
            <li key={step.kind} class={`line-${step.state}`}>
              <div>
                <b>{words.steps[step.kind]}</b>
                <span>
                  {words.states[step.state]}
                  {step.count && step.state !== 'done' && ` · ${words.count(step.count.done, step.count.of)}`}
                </span>
              </div>
            </li>
          ))}
        </ol>
        <p>
          <a class="button" href="?">
            {words.reload}
          </a>
        </p>
        <p>
          <a href={here.to('/')}>{words.publicSite}</a>
        </p>
      </div>
    );
  },
};
