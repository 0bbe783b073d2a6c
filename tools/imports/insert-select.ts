import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, placeOf } from './places.ts';
import type { Violation } from './rules.ts';

const sqlInsert = /\binsert\s+into\s+"?[\w.]+"?\s*(?:\([^)]*\)\s*)?(?:select|with)\b/gi;
const builderInsert = /\.columns\(\s*\[[^\]]*\]\s*\)\s*\.expression\(/g;

/** DESIGN §7: no INSERT … SELECT by the app role. On a distributed table it may become COPY, which row-level security refuses; measured on Citus. */
export function findInsertSelects(root: string, file: string, order: readonly string[]): Violation[] {
  const { area } = placeOf(file, order);
  if (!['module', 'platform', 'server'].includes(area) || isTestFile(file)) return [];
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(sqlInsert), ...source.matchAll(builderInsert)].map((found) => ({
    rule: 'R6',
    file,
    line: source.slice(0, found.index).split('\n').length,
    message: 'INSERT … SELECT breaks when tables are distributed: read the rows, then insert them with VALUES.',
  }));
}
