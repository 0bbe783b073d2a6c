import assert from 'node:assert/strict';
import type { CastName } from '../../../server/modules/access/testing.ts';
import type { Things } from '../../../server/testing/busy-county.ts';
import type { Answer, TestWorld } from '../../../server/testing/index.ts';
import type { KnownRight } from '../requests.ts';

/** What a beginning has at hand: the busy county and what lies about in it. */
export interface Ground {
  readonly county: TestWorld;
  readonly things: Things;
}

/** A request that must be done when it is sent at once, and who sends it: one of the cast, a visitor, or whoever holds this cookie. */
export interface Begun extends KnownRight {
  readonly as: CastName | 'guest' | { readonly cookie: string };
}

/** Brings about, by the real doors, what an operation needs before it can be done, and says the request. */
export type Beginning = (ground: Ground) => Promise<Begun>;

/** An answer that had to be a success. */
export async function done(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  assert.ok(answer.status < 300, `${answer.status} ${answer.text}`);
  return answer;
}

/** A text in an answer's body. */
export const said = (answer: Answer, name: string): string => String(answer.body[name]);

/** The first of the items in an answer's list. */
export function first(answer: Answer, list = 'items'): Record<string, unknown> {
  const [one] = answer.body[list] as Record<string, unknown>[];
  assert.ok(one, `${list} is empty: ${answer.text.slice(0, 200)}`);
  return one;
}

let counted = 0;
/** A number that no beginning had before. */
export const nextNumber = (): number => (counted += 1);
