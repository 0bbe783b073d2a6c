import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { moduleOrder } from './imports/module-order.ts';
import { migrationText, moduleFiles } from './modules/module-files.ts';
import { withDoors, withModule } from './modules/register-module.ts';

const usage = `node tools/new-module.ts <name> --after <module>
Makes server/modules/<name> with its first files and its migration, and gives it its place in server/modules.ts and server/package.json.
A module may import only those before it.
`;

/** Makes a module in the tree at `root`, standing after another in the order; answers the paths it wrote, relative to the root.
 *  Throws, before anything is written, when the name is taken or wrong or the other module is unknown. */
export function newModule(root: string, name: string, after: string): string[] {
  const order = moduleOrder(root);
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`'${name}' is no name for a module: small letters and dashes`);
  if (order.includes(name) || existsSync(join(root, 'server/modules', name)))
    throw new Error(`there is a module '${name}' already`);
  if (!order.includes(after)) throw new Error(`there is no module '${after}'; the order is ${order.join(', ')}`);
  const migration = `${nextNumber(root)}-${name}.sql`;
  const files = Object.entries(moduleFiles(name, migration)).map(
    ([path, text]) => [`server/modules/${name}/${path}`, text] as const,
  );
  const changed = [
    ['server/modules.ts', withModule(readFileSync(join(root, 'server/modules.ts'), 'utf8'), name, after)],
    ['server/package.json', withDoors(readFileSync(join(root, 'server/package.json'), 'utf8'), name, after)],
    [`server/migrations/${migration}`, migrationText(name)],
  ] as const;
  for (const [path, text] of [...files, ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files, ...changed].map(([path]) => path);
}

/** Migrations run in the order of their names; a new one comes after all that are there. */
function nextNumber(root: string): string {
  const numbers = readdirSync(join(root, 'server/migrations'))
    .map((file) => Number(file.slice(0, 4)))
    .filter(Number.isFinite);
  return String(Math.floor(Math.max(0, ...numbers) / 10 + 1) * 10).padStart(4, '0');
}

function main([name, flag, after]: readonly string[]): number {
  if (name === undefined || flag !== '--after' || after === undefined) {
    process.stdout.write(usage);
    return name === '--help' ? 0 : 2;
  }
  const written = newModule(resolve(import.meta.dirname, '..'), name, after);
  process.stdout.write(
    `${written.join('\n')}\nNow: write the README, the tables and node tools/generate-tables.ts, then npm run check -- --fix server\n`,
  );
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
