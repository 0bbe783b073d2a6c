import assert from 'node:assert/strict';
import { spooledLetters } from '../../server/modules/channels/testing/spooled-letters.ts';
import { until } from '../../server/testing/until.ts';
import type { Product } from './product.ts';

type Letter = Awaited<ReturnType<typeof spooledLetters>>[number];

/** The letters that a product has written to an address, the first first. */
export const lettersTo = async (product: Product, address: string): Promise<Letter[]> =>
  (await spooledLetters(product.folder)).filter(({ to }) => to?.some((one) => one.address === address));

/** Waits for a letter to an address that has these words in its subject. */
export async function letterTo(product: Product, address: string, subject: string): Promise<Letter> {
  const about = async (): Promise<Letter | undefined> =>
    (await lettersTo(product, address)).find((letter) => letter.subject?.includes(subject));
  await until(async () => (await about()) !== undefined, `no letter to ${address} about ${subject}`);
  return (await about()) ?? assert.fail(subject);
}
