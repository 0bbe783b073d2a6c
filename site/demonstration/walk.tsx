import type { Onward, WalkAct, WalkPageProps, WalkResult, WalkStep } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Runs } from '../shell/runs.tsx';
import type { View } from '../view.ts';

const isOver = ({ steps }: WalkPageProps): boolean => steps.every((step) => step.state === 'done');

/** A guided walk: one step, one person, one click. After each the page opens where the next click stands: `#now`. */
export const walk: View<WalkPageProps> = {
  head: (props) => ({ title: props.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.demonstration.walk;
    return (
      <div class="wrap page narrow">
        <h1>{props.title}</h1>
        <p class="deck">{props.introduction}</p>
        <h2 class="unseen">{words.steps}</h2>
        <ol class="line walk">
          {props.steps.map((step) => (
            <Step key={step.key} here={here} step={step} />
          ))}
        </ol>
        {props.result && <Result here={here} result={props.result} atEnd={isOver(props)} />}
        <p class="quiet">{words.note}</p>
        <GoOn here={here} onward={props.onward} />
      </div>
    );
  },
};

function Step({ here, step }: { here: Here; step: WalkStep }) {
  const words = here.t.demonstration.walk;
  return (
    <li class={`line-${step.state}`} {...(step.state === 'now' && { id: 'now', 'aria-current': 'step' as const })}>
      <div>
        <p class="kicker">
          {step.state === 'now' ? words.you(step.roleName, step.personName) : words.who(step.roleName, step.personName)}{' '}
          <span class="unseen">{words.states[step.state]}</span>
        </p>
        <b>{step.title}</b>
        <span>{step.text}</span>
        {step.act && <Act here={here} act={step.act} />}
      </div>
    </li>
  );
}

/** What else there is to see of the demonstration. */
export function GoOn({ here, onward }: { here: Here; onward: readonly Onward[] }) {
  return (
    <p class="onward">
      <span>{here.t.demonstration.walk.onward}</span>
      {onward.map(({ href, title }) => (
        <a key={href} href={here.to(href)}>
          {title}
        </a>
      ))}
    </p>
  );
}

/** The one click: a link, or a form with one button. */
export function Act({ here, act }: { here: Here; act: WalkAct }) {
  if (act.kind === 'link')
    return (
      <a class="button button-primary" href={here.to(act.href)}>
        {act.label}
      </a>
    );
  return (
    <form method="post" action={here.to(act.action)}>
      {Object.entries(act.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class="button button-primary" type="submit">
        {act.label}
      </button>
    </form>
  );
}

function Result({ here, result, atEnd }: { here: Here; result: WalkResult; atEnd: boolean }) {
  const words = here.t.demonstration.walk;
  const { signOffToPublicMilliseconds: milliseconds, change, link } = result;
  return (
    <section class="card walk-result" aria-labelledby="result" {...(atEnd && { id: 'now' })}>
      <h2 id="result">{atEnd ? words.result : words.halfway}</h2>
      {milliseconds !== null && (
        <p class="walk-figure">{words.fast(words.milliseconds(here.format.number(milliseconds)))}</p>
      )}
      <p>{result.text}</p>
      {change && (
        <>
          <p>{words.fell(change.fallenSignatures)}</p>
          <p class="change">
            <Runs here={here} runs={change.runs} language={here.frame.language} />
          </p>
        </>
      )}
      {link && (
        <p>
          <a class="button" href={here.to(link.href)}>
            {link.label}
          </a>
        </p>
      )}
    </section>
  );
}
