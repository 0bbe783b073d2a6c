import type { OrderStatusPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { telephone } from '../shell/phone.tsx';
import type { View } from '../view.ts';
import { Appeal } from './order-appeal.tsx';
import { Ending } from './ending.tsx';
import { Days } from './order-days.tsx';
import { stepDetail, stepSentence } from './order-sentences.ts';

/** How an order is going: four sentences down a line, and one telephone button. */
export const orderStatus: View<OrderStatusPageProps> = {
  head: (props, { t }) => ({
    title: `${t.volunteering.status.eyebrow}${props.serviceName ? ` · ${props.serviceName}` : ''}`,
    isPrivate: true,
  }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.status;
    return (
      <div class="wrap page narrow order">
        <p class="kicker">{words.eyebrow}</p>
        <h1>{props.serviceName}</h1>
        <p class="code">{props.code}</p>
        {props.just && <output class="just">{words.just[props.just]}</output>}
        {props.overdue && (
          <p class="overdue" role="note">
            {words.overdue}
          </p>
        )}
        {props.ending ? <Ending here={here} props={props} ending={props.ending} /> : <Line here={here} props={props} />}
        {props.appeal && <Appeal here={here} appeal={props.appeal} />}
        {props.visitCode && <VisitCode here={here} code={props.visitCode} />}
        {props.time && <Time here={here} time={props.time} />}
        <Days here={here} repeats={props.repeats} />
        <Parts here={here} props={props} />
        {props.hasPassphrase && !props.ending && <p class="passphrase passphrase-small">{words.passphrase}</p>}
        <Ways here={here} props={props} />
        <p class="quiet">{words.privacy}</p>
      </div>
    );
  },
};

/** Shown to whoever comes, and again when they leave. It changes every two minutes; a page that has lain open asks for the new one. */
function VisitCode({ here, code }: { here: Here; code: NonNullable<OrderStatusPageProps['visitCode']> }) {
  const words = here.t.volunteering.status.visitCode;
  return (
    <section class="passphrase" aria-labelledby="visit-code">
      <h2 class="small-title" id="visit-code">
        {words.title}
      </h2>
      <p class="passphrase-word">{code.code}</p>
      <p>{words.how}</p>
      <p>
        <a class="button" href={here.to(here.frame.path)}>
          {words.again(here.format.time(code.until))}
        </a>
      </p>
    </section>
  );
}

/** The four sentences down a line. */
export function Line({ here, props }: { here: Here; props: OrderStatusPageProps }) {
  return (
    <ol class="line card">
      {props.steps.map((step) => (
        <li
          key={step.kind}
          class={`line-${step.state}`}
          {...(step.state === 'now' && { 'aria-current': 'step' as const })}
        >
          <div>
            <b>{stepSentence(here, step)}</b>
            <span>{stepDetail(here, props, step)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where both sides said different times: both, and what holds. */
function Time({ here, time }: { here: Here; time: NonNullable<OrderStatusPageProps['time']> }) {
  const words = here.t.volunteering.status.time;
  return (
    <section aria-labelledby="time">
      <h2 class="small-title" id="time">
        {words.title}
      </h2>
      <p>
        {words.both(time.said, time.recorded)}
        {here.gap}
        {time.settled === null ? words.waits : words.settled(time.settled)}
      </p>
    </section>
  );
}

/** What else became of the same wish, where the station made several orders of it. */
export function Parts({ here, props }: { here: Here; props: OrderStatusPageProps }) {
  const words = here.t.volunteering.status;
  if (props.parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 class="small-title" id="parts">
        {words.parts}
      </h2>
      <ul>
        {props.parts.map((part, at) => (
          <li key={at}>
            {part.serviceName}
            {part.people > 1 && ` · ${words.partPeople(part.people)}`}
            {here.colon}
            {words.partStates[part.sentence]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ here, props }: { here: Here; props: OrderStatusPageProps }) {
  const words = here.t.volunteering.status;
  const path = here.frame.path.split('?')[0] ?? '/';
  return (
    <div class="order-ways">
      {props.may.rate && (
        <a class="button button-primary button-wide" href={here.to(`${path}/rating`)}>
          {words.rate}
        </a>
      )}
      <a class={`button button-wide ${props.may.rate ? '' : 'button-primary'}`} href={telephone(props.station.phone)}>
        {words.call}
      </a>
      <p class="meta">
        {props.station.name}{' '}
        <a class="phone" href={telephone(props.station.phone)}>
          {props.station.phone}
        </a>
      </p>
      {props.may.settle && (
        <a class="button button-wide" href={here.to(`${path}/settled`)}>
          {words.settled}
        </a>
      )}
      {props.may.appeal && (
        <a class="button button-wide" href={here.to(`${path}/appeal`)}>
          {words.appeal}
        </a>
      )}
      {props.may.reopen && (
        <a class="button button-wide" href={here.to(`${path}/reopen`)}>
          {words.reopen}
        </a>
      )}
      {props.may.change && (
        <a class="button button-wide" href={here.to(`${path}/change`)}>
          {words.change}
        </a>
      )}
      {props.may.leaveOut && (
        <a class="button button-wide" href={here.to(`${path}/days`)}>
          {words.leaveOut}
        </a>
      )}
      {props.may.cancel && (
        <a class="button button-wide" href={here.to(`${path}/cancel`)}>
          {words.cancel}
        </a>
      )}
      {props.told && (
        <p class="meta">
          {words.told[props.told]} <a href={here.to(`${path}/quiet`)}>{words.quiet}</a>
        </p>
      )}
      {props.ending && (
        <a class="button button-wide" href={here.to('/services')}>
          {words.again}
        </a>
      )}
    </div>
  );
}
