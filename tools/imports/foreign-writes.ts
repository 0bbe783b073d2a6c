import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, placeOf } from './places.ts';
import type { Violation } from './rules.ts';

const builderWrite = /\b(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([a-z_]+)\./g;
const sqlWrite =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+"?([a-z_]+)"?\."?[a-z_]+/gi;

/** The half of R6 that can be read from the text: no file writes a table of a schema that is not its own module's (or, in platform/, `platform`).
 *  A schema is named like its module. Tests may plant rows. */
export function findForeignWrites(root: string, file: string, order: readonly string[]): Violation[] {
  const place = placeOf(file, order);
  if (!['module', 'platform', 'server'].includes(place.area) || isTestFile(file)) return [];
  const own = place.module?.replaceAll('-', '_') ?? 'platform';
  const source = readFileSync(join(root, file), 'utf8');
  const schemas = new Set([...order.map((name) => name.replaceAll('-', '_')), 'platform', 'jobs']);
  return [...source.matchAll(builderWrite), ...source.matchAll(sqlWrite)].flatMap((found) => {
    const schema = found[1]?.toLowerCase() ?? '';
    if (schema === own || !schemas.has(schema) || (own === 'platform' && schema === 'jobs')) return [];
    return [
      {
        rule: 'R6' as const,
        file,
        line: source.slice(0, found.index).split('\n').length,
        message: messageFor(schema, own),
      },
    ];
  });
}

function messageFor(schema: string, own: string): string {
  return schema === 'platform' || schema === 'jobs'
    ? `writes a table of '${schema}': only platform/ does that. Call its function, or emit an event.`
    : `writes a table of '${schema}' from '${own}': call a verb of '#${schema}', or emit an event that '${schema}' answers.`;
}
