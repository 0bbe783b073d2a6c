import { createHash } from 'node:crypto';

const seed = process.env['XIANGYIN_SEED'] || '1';

/** Whether this run does what has this name, of things of which it does a seeded one in so many; `npm run test:deep` does all. */
export const isInShare = (name: string, oneIn: number): boolean =>
  process.env['XIANGYIN_DEEP'] === '1' ||
  createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE() % oneIn === 0;
