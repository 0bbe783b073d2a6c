import type { OrderState } from '../contract.ts';
import type { OrderPart } from '../page-contract.ts';

const sentences: Readonly<Record<OrderState, OrderPart>> = {
  submitted: 'arranging',
  accepted: 'waits',
  paused: 'paused',
  dispatched: 'waits',
  taken: 'found',
  'under-way': 'found',
  'visit-failed': 'waits',
  done: 'over',
  disputed: 'over',
  confirmed: 'over',
  rated: 'over',
  closed: 'over',
  refused: 'not-done',
  referred: 'not-done',
  merged: 'joined',
  helped: 'helped',
  cancelled: 'not-done',
};

/** Where an order stands that is shown beside another. */
export const sentenceOf = (state: OrderState): OrderPart => sentences[state];
