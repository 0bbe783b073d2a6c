import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync, Visitor, type ParseResult } from 'oxc-parser';
import { ResolverFactory } from 'oxc-resolver';

/** One import, re-export or dynamic import of a file. */
export interface Import {
  /** The importing file, relative to the root. */
  from: string;
  line: number;
  specifier: string;
  /** The imported file relative to the root; null for a package, a built-in or something that cannot be found. */
  to: string | null;
  /** The name of the npm package or built-in; null for our own files. */
  pack: string | null;
  typeOnly: boolean;
  /** Why the specifier could not be resolved; null when it could. */
  error: string | null;
}

const resolver = new ResolverFactory({
  conditionNames: ['node', 'import', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
  builtinModules: true,
});

/** Reads and resolves every import of one file. Throws when the file cannot be parsed. */
export function readImports(root: string, file: string): Import[] {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  const parsed = parseSync(path, source);
  const broken = parsed.errors[0];
  if (broken !== undefined) throw new Error(`${file} cannot be parsed: ${broken.message}`);
  return requestsOf(parsed, source).map(({ start, specifier, typeOnly }) => ({
    from: file,
    line: source.slice(0, start).split('\n').length,
    specifier,
    typeOnly,
    ...resolve(root, path, specifier),
  }));
}

interface Request {
  start: number;
  specifier: string;
  typeOnly: boolean;
}

function requestsOf(parsed: ParseResult, source: string): Request[] {
  const { module } = parsed;
  const imports = module.staticImports.map(({ start, end, moduleRequest, entries }) => ({
    start,
    specifier: moduleRequest.value,
    typeOnly:
      isTypeStatement(source.slice(start, end)) || (entries.length > 0 && entries.every((entry) => entry.isType)),
  }));
  const exports = module.staticExports.flatMap(({ start, entries }) => {
    const first = entries.find((entry) => entry.moduleRequest !== null);
    if (!first?.moduleRequest) return [];
    return [{ start, specifier: first.moduleRequest.value, typeOnly: entries.every((entry) => entry.isType) }];
  });
  const dynamic = module.dynamicImports.flatMap(({ start, moduleRequest }) => {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[1];
    return literal === undefined ? [] : [{ start, specifier: literal, typeOnly: false }];
  });
  return [...imports, ...exports, ...dynamic, ...typeQueries(parsed, source)];
}

const isTypeStatement = (statement: string) => /^import\s+type\b/.test(statement);

/** `import('…').Name` in a type, which the parser's list of imports leaves out. The tree is asked for only where the words occur. */
function typeQueries(parsed: ParseResult, source: string): Request[] {
  if (!/\bimport\(/.test(source)) return [];
  const found: Request[] = [];
  const visitor = new Visitor({
    TSImportType: ({ start, source: { value } }) => void found.push({ start, specifier: value, typeOnly: true }),
  });
  visitor.visit(parsed.program);
  return found;
}

function resolve(root: string, path: string, specifier: string): Pick<Import, 'to' | 'pack' | 'error'> {
  const bare = specifier.replace(/\?[a-z]+$/, '');
  if (bare.startsWith('node:')) return { to: null, pack: bare, error: null };
  const found = resolver.resolveFileSync(path, bare);
  if (found.builtin) return { to: null, pack: found.builtin.resolved, error: null };
  if (found.path === undefined) return { to: null, pack: null, error: found.error ?? 'not found' };
  const target = relative(root, found.path).split(sep).join('/');
  const isOurs = !target.startsWith('..') && !target.includes('node_modules/');
  return isOurs ? { to: target, pack: null, error: null } : { to: null, pack: packageName(bare), error: null };
}

const packageName = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
