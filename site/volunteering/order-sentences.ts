import type { OrderStatusPageProps, OrderStep } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** The sentence of a step: `有人接了，今天19:30来`. */
export function stepSentence(here: Here, step: OrderStep): string {
  const words = here.t.volunteering.status;
  if (step.kind === 'accepted' && step.state !== 'ahead' && step.visit) {
    const when = here.format.nearTime(step.visit.from);
    return step.state === 'done' ? words.came(when) : words.accepted(when);
  }
  if (step.putOff !== null) return words.putOff;
  if (step.failed) return words.failed;
  if (step.kind === 'finished' && step.said === 'disputed') return words.disputed;
  if (step.kind === 'finished' && step.said === 'nothing-yet') return words.waiting;
  return words.steps[step.kind][step.state];
}

/** The smaller line under it: when, who, what to do. */
export function stepDetail(here: Here, props: OrderStatusPageProps, step: OrderStep): string {
  const words = here.t.volunteering.status;
  const at = step.at === null ? '' : here.format.nearTime(step.at);
  if (step.kind === 'accepted' && step.visit && step.state !== 'ahead') return words.people(step.visit.people);
  if (step.putOff !== null) return step.putOff;
  if (step.kind === 'finished') return finishedDetail(here, step, at);
  if (step.state === 'now' && props.answerBy && !props.overdue)
    return words.answerBy(here.format.nearTime(props.answerBy));
  return step.kind === 'arranged' && at ? `${at} · ${props.station.name}` : at;
}

function finishedDetail({ t }: Here, step: OrderStep, at: string): string {
  const words = t.volunteering.status;
  if (step.said === 'confirmed') return words.saidConfirmed;
  if (step.said === 'disputed') return words.saidDisputed;
  if (step.said === 'nothing-yet') return words.sayHow;
  return step.state === 'done' ? at : words.sayHow;
}
