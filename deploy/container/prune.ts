import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';

/** An entry of package-lock.json: what it needs, by name. */
interface Locked {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

// The console is built by now, and is files.
const needed = new Set(['', 'document', 'server', 'site']);
for (const path of needed) for (const name of namesNeededBy(path)) need(path, name);
for (const path of Object.keys(packages).filter((one) => one.includes('node_modules/') && !needed.has(one)))
  rmSync(join(root, path), { recursive: true, force: true });
// What is needed to compile against Node.
for (const path of needed)
  if (path.startsWith('node_modules/node-')) rmSync(join(root, path, 'include'), { recursive: true, force: true });

// Of what everybody in the project needs, only that for a running program: the rest checks and tests it.
function namesNeededBy(path: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}

/** Marks what `import name` finds from there, as Node looks for it: beside, then in each folder above. */
function need(from: string, name: string): void {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    const path = posix.join(folder === '.' ? '' : folder, 'node_modules', name);
    const found = packages[path];
    if (found && existsSync(join(root, path))) {
      needed.add(path);
      if (found.link && found.resolved !== undefined) needed.add(found.resolved);
      return;
    }
    if (folder === '' || folder === '.') return;
  }
}
