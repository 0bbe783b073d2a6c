import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, getCompileCacheDir, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Oxc from 'oxc-transform';

const require = createRequire(import.meta.url);
let registered = false;

/** Lets this process import `.tsx` (the public site's views): JSX becomes calls of preact's automatic runtime, types fall away. Call it before the first such import; a second call does nothing. */
export function registerTsxHook(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
      const path = fileURLToPath(url);
      return { format: 'module', source: kept(path, readFileSync(path, 'utf8')), shortCircuit: true };
    },
  });
}

/** What was compiled once lies beside Node's own compile cache: later starts need not load the compiler (10 MB). */
function kept(path: string, source: string): string {
  const folder = getCompileCacheDir();
  if (!folder) return compiled(path, source);
  const place = join(
    folder,
    `${createHash('sha256').update(`1 ${path}\0${source}`).digest('hex').slice(0, 40)}.tsx.js`,
  );
  try {
    return readFileSync(place, 'utf8');
  } catch {
    const code = compiled(path, source);
    keep(folder, place, code);
    return code;
  }
}

function keep(folder: string, place: string, code: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, code);
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // A folder that cannot be written to costs the next start some time, nothing else.
  }
}

/** Keeps line numbers by an inline source map, so that a stack points into the file as it was written. */
function compiled(path: string, source: string): string {
  const { transformSync } = require('oxc-transform') as typeof Oxc;
  const { code, map, errors } = transformSync(path, source, {
    jsx: { runtime: 'automatic', importSource: 'preact', pure: false },
    sourcemap: true,
  });
  const [first] = errors;
  if (first) throw new SyntaxError(`${path}: ${first.message}`);
  return map
    ? `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
    : code;
}
