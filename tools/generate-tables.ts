import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { testServer } from '../server/testing/server.ts';
import { withMigratedDatabase } from './schema/migrated-database.ts';
import { readCatalog } from './tables/read-catalog.ts';
import { renderTables } from './tables/render-tables.ts';

const root = resolve(import.meta.dirname, '..');

/** A generated file: its path relative to the root, and its whole text. */
export interface TablesFile {
  path: string;
  text: string;
}

/** Describes the schemas that belong to a module's folder. */
async function describe(client: pg.Client): Promise<TablesFile[]> {
  const schemas = await moduleSchemas(client);
  const tables = await readCatalog(client, schemas);
  return schemas.map((schema) => ({
    path: `server/modules/${folderOf(schema)}/tables.ts`,
    text: renderTables(
      schema,
      tables.filter((table) => table.schema === schema),
    ),
  }));
}

/** The schemas that migrations made, except the platform's own, whose SQL stands beside its code. */
async function moduleSchemas(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'platform', 'jobs') order by 1`,
  );
  const names = rows.map((row) => row.name);
  const homeless = names.filter((name) => !existsSync(join(root, 'server/modules', folderOf(name))));
  if (homeless.length > 0)
    process.stderr.write(`no folder in server/modules yet for the schemas: ${homeless.join(', ')}\n`);
  return names.filter((name) => !homeless.includes(name));
}

const folderOf = (schema: string) => schema.replaceAll('_', '-');

const textOf = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null);

/** Writes the files that differ, or with `--check` only names them. */
async function main(args: readonly string[]): Promise<number> {
  const files = await withMigratedDatabase(describe);
  const stale = files.filter(({ path, text }) => textOf(path) !== text);
  if (args.includes('--check')) {
    for (const { path } of stale)
      process.stdout.write(`${path} differs from the database: run node tools/generate-tables.ts\n`);
    process.stdout.write(`generate-tables: ${files.length} files, ${stale.length} stale\n`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, text } of stale) {
    writeFileSync(join(root, path), text);
    process.stdout.write(`wrote ${path}\n`);
  }
  process.stdout.write(`generate-tables: ${files.length} files, ${stale.length} written\n`);
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
  await (await testServer()).stop();
}
