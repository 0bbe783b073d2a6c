import type { Ctx } from './transaction.ts';

class Rehearsed extends Error {}

/** Runs `work` in a transaction of the ctx that is never committed, and answers what it answered: what would be, by the very code that does it. Nothing is told to anybody. */
export async function rehearsed<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  let result: { readonly value: T } | undefined;
  try {
    await ctx.transaction(async () => {
      result = { value: await work() };
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return (result as { readonly value: T }).value;
}
