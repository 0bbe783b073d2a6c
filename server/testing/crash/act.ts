import { openTestSession } from '#access/testing';
import type { CastName } from '#access/testing';
import type { Answer, TestWorld } from '../world.ts';

/** An act that a crash interrupts: one request, and what must stand afterwards, once. */
export interface Act {
  readonly path: string;
  readonly body: unknown;
  readonly cookie: string;
  readonly key: string;
  /** SQL that counts the act's effect; must be 1 at the end, and at most 1 at any time. */
  readonly effects: readonly { readonly what: string; readonly sql: string; readonly values: readonly unknown[] }[];
}

/** Ids of the county that acts need. */
export interface Ground {
  readonly section: string;
  readonly service: string;
  readonly place: string;
  readonly volunteer: string;
}

/** The session of somebody of the cast. */
export const cookieOf = (county: TestWorld, name: CastName): Promise<string> =>
  county.inCounty((ctx) => openTestSession(ctx, name));

/** Asks as somebody of the cast; throws when it is refused. */
export async function asked(county: TestWorld, name: CastName, path: string, body: unknown): Promise<Answer> {
  const answer = await county.as(name).post(path, body);
  if (answer.status >= 300) throw new Error(`${name} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}
