import type { TestWorld } from '../world.ts';
import type { Act, Ground } from './act.ts';
import * as order from './order-acts.ts';
import * as story from './story-acts.ts';

const preparations = {
  publish: story.preparePublication,
  withdraw: story.prepareWithdrawal,
  order: order.prepareOrder,
  dispatch: order.prepareDispatch,
  accept: order.prepareAcceptance,
  arrive: order.prepareArrival,
  confirm: order.prepareConfirmation,
} satisfies Record<string, (county: TestWorld, ground: Ground) => Promise<Act>>;

/** The acts that a crash may interrupt. */
export type ActName = keyof typeof preparations;

/** Prepares one act in the parent process, up to the request that will be interrupted. */
export const prepare = (county: TestWorld, ground: Ground, act: ActName): Promise<Act> =>
  preparations[act](county, ground);

/** A named place and the act that leads there. */
export interface Scenario {
  readonly failpoint: string;
  readonly act: ActName;
}

/** The thirty-four places: before and after each commit (with which the stored answer travels), between effect and receipt, relay, reactions, seals, mail, copies and letters on their way, feeds and acts of the fediverse in their fan-out. */
export const scenarios: readonly Scenario[] = [
  { failpoint: 'before-commit-story.published', act: 'publish' },
  { failpoint: 'after-commit-story.published', act: 'publish' },
  { failpoint: 'before-answer-story.published', act: 'publish' },
  { failpoint: 'copy-before-published', act: 'publish' },
  { failpoint: 'copy-claimed', act: 'publish' },
  { failpoint: 'copy-sent-before-receipt', act: 'publish' },
  { failpoint: 'copy-after-receipt', act: 'publish' },
  { failpoint: 'activitypub-posted-before-settled', act: 'publish' },
  { failpoint: 'hub-sent-before-settled', act: 'publish' },
  { failpoint: 'letters-claimed', act: 'publish' },
  { failpoint: 'letters-posted', act: 'publish' },
  { failpoint: 'before-idempotency-store', act: 'publish' },
  { failpoint: 'relay-before-delete', act: 'publish' },
  { failpoint: 'relay-after-commit', act: 'order' },
  { failpoint: 'before-reaction-newsroom.tell-published', act: 'publish' },
  { failpoint: 'after-reaction-newsroom.tell-published', act: 'publish' },
  { failpoint: 'before-reaction-portal.search-story.published', act: 'publish' },
  { failpoint: 'after-reaction-portal.search-story.published', act: 'publish' },
  { failpoint: 'seal-before-unsealed', act: 'order' },
  { failpoint: 'notice-claimed', act: 'dispatch' },
  { failpoint: 'notice-sent-before-receipt', act: 'dispatch' },
  { failpoint: 'notice-after-receipt', act: 'dispatch' },
  { failpoint: 'before-commit-order.submitted', act: 'order' },
  { failpoint: 'after-commit-order.submitted', act: 'order' },
  { failpoint: 'before-commit-order.dispatched', act: 'dispatch' },
  { failpoint: 'after-commit-order.dispatched', act: 'dispatch' },
  { failpoint: 'before-commit-order.taken', act: 'accept' },
  { failpoint: 'after-commit-order.taken', act: 'accept' },
  { failpoint: 'before-commit-story.withdrawn', act: 'withdraw' },
  { failpoint: 'after-commit-story.withdrawn', act: 'withdraw' },
  { failpoint: 'before-commit-visit.begun', act: 'arrive' },
  { failpoint: 'after-commit-visit.begun', act: 'arrive' },
  { failpoint: 'before-commit-order.confirmed', act: 'confirm' },
  { failpoint: 'after-commit-order.confirmed', act: 'confirm' },
];
