/** For fast-check: `numRuns` as a property needs it in everyday runs, twenty times as many in `npm run test:deep`; the run's printed seed repeats it. */
export function dose(numRuns: number): { numRuns: number; seed?: number } {
  const seed = Number(process.env['XIANGYIN_SEED']);
  const runs = process.env['XIANGYIN_DEEP'] === '1' ? numRuns * 20 : numRuns;
  return Number.isSafeInteger(seed) && seed > 0 ? { numRuns: runs, seed } : { numRuns: runs };
}
