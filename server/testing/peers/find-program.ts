import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program of the machine, also of those that stand apart for administrators; undefined: it is not there. */
export const findProgram = (name: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
