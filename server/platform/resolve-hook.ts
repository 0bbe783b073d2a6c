import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { ResolveFnOutput } from 'node:module';
import { fileURLToPath } from 'node:url';

// Loaded before the program (`--import`): Node asks for each of some nine thousand imports where it lies and, folder by folder upwards, of which kind it is. Of our own sources both are known from what is written:
// 2,260 files load in 1.7 instead of 3.1 seconds of processor time. What is no `.ts` file of ours is found by Node, once for all files of a workspace.

const project = new URL('../../', import.meta.url).href;
const server = new URL('../', import.meta.url).href;
const doors = doorsOf(JSON.parse(readFileSync(new URL('package.json', server), 'utf8')) as { imports: object });
const sources = new Map<string, boolean>();
const found = new Map<string, ResolveFnOutput>();

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '', conditions, importAttributes } = context;
    if (!isOurs(parentURL) || conditions.includes('require')) return next(specifier, context);
    const source = sourceOf(specifier, parentURL);
    if (source && isThere(source)) return { url: source, format: 'module-typescript', shortCircuit: true };
    if (/^[.#/]|:/.test(specifier) || Object.keys(importAttributes).length > 0) return next(specifier, context);
    const key = `${workspaceOf(parentURL)} ${specifier}`;
    const known = found.get(key) ?? { ...next(specifier, context), shortCircuit: true };
    found.set(key, known);
    return known;
  },
});

// What is not there is Node's to refuse: it says who asked for it.
function isThere(url: string): boolean {
  const known = sources.get(url) ?? existsSync(fileURLToPath(url));
  sources.set(url, known);
  return known;
}

function isOurs(url: string): boolean {
  return url.startsWith(project) && !url.includes('/node_modules/', project.length - 1);
}

const workspaceOf = (url: string): string => url.slice(project.length, url.indexOf('/', project.length));

/** The address of a `.ts` file of ours that is meant by a relative path, or by a door that the server's package.json names. */
function sourceOf(specifier: string, parent: string): string | undefined {
  if (specifier.startsWith('./') || specifier.startsWith('../'))
    return specifier.endsWith('.ts') ? new URL(specifier, parent).href : undefined;
  return specifier.startsWith('#') && parent.startsWith(server) ? doors(specifier) : undefined;
}

// Node's rule for patterns: what is written out goes first, then the longest beginning.
function doorsOf({ imports }: { imports: object }): (specifier: string) => string | undefined {
  const all = Object.entries(imports).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const exact = new Map(all.filter(([name]) => !name.includes('*')));
  const patterns = all
    .flatMap(([name, target]) => {
      const [before, after] = name.split('*');
      return before === undefined || after === undefined ? [] : [{ before, after, target }];
    })
    .toSorted((one, other) => other.before.length - one.before.length);
  return (specifier) => {
    const target = exact.get(specifier) ?? matching(patterns, specifier);
    return target?.endsWith('.ts') ? new URL(target, server).href : undefined;
  };
}

interface Pattern {
  readonly before: string;
  readonly after: string;
  readonly target: string;
}

function matching(patterns: readonly Pattern[], specifier: string): string | undefined {
  const pattern = patterns.find(({ before, after }) => specifier.startsWith(before) && specifier.endsWith(after));
  return pattern?.target.replaceAll(
    '*',
    specifier.slice(pattern.before.length, specifier.length - pattern.after.length),
  );
}
