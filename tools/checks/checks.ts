import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** One static check: a program of ours or of a package, run by the Node that runs us. */
export interface Check {
  name: string;
  /** The script to run, relative to the root, and what it is told. */
  script: string;
  args: readonly string[];
}

/** What each folder's code is checked against. */
const projects = ['.', 'document', 'server', 'console', 'console/phone', 'site'];

/** Every static check, the longest first, so that two run side by side without a long one at the end.
 *  The linter reads the types of each file once, with the compiler's own checker, and says what the compiler would; the full doses ask the compiler itself too, project by project. */
export function allChecks({ deep = false } = {}): Check[] {
  return [
    { name: 'lint and types', script: binOf('oxlint'), args: ['--type-aware', '--type-check', '--deny-warnings'] },
    ...(deep ? projects.filter(hasCode).map(compilerOf) : []),
    { name: 'unused code', script: binOf('knip'), args: ['--no-progress', '--no-config-hints'] },
    { name: 'tables', script: 'tools/generate-tables.ts', args: ['--check'] },
    { name: 'import rules', script: 'tools/check-imports.ts', args: [] },
    { name: 'settings', script: 'tools/generate-settings.ts', args: ['--check'] },
    { name: 'papers', script: 'tools/check-docs.ts', args: [] },
    { name: 'format', script: binOf('oxfmt'), args: ['--list-different'] },
  ];
}

const compilerOf = (project: string): Check => ({
  name: `compiler: ${project === '.' ? 'tools, e2e, bench' : project}`,
  script: binOf('typescript', 'tsc'),
  args: ['--pretty', 'false', '-p', project],
});

/** What mends by itself what it can, in `paths` (everything when there are none). */
export function fixers(paths: readonly string[]): Check[] {
  return [
    { name: 'mend lint', script: binOf('oxlint'), args: ['--type-aware', '--fix', ...paths] },
    { name: 'mend format', script: binOf('oxfmt'), args: ['--write', ...paths] },
  ];
}

function hasCode(project: string): boolean {
  return existsSync(join(root, project, 'tsconfig.json'));
}

/** The script behind a package's command, so that the Node in PATH does not matter. */
function binOf(pack: string, command = pack): string {
  const { bin } = JSON.parse(readFileSync(join(root, 'node_modules', pack, 'package.json'), 'utf8'));
  return join('node_modules', pack, typeof bin === 'string' ? bin : bin[command]);
}
