import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

let registered = false;

/** Lets this process import `.tsx` (the public site's views): JSX becomes calls of preact's automatic runtime, types fall away. Call it before the first such import; a second call does nothing. */
export function registerTsxHook(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
      return { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true };
    },
  });
}

/** Keeps line numbers by an inline source map, so that a stack points into the file as it was written. */
function compiled(path: string): string {
  const { code, map, errors } = transformSync(path, readFileSync(path, 'utf8'), {
    jsx: { runtime: 'automatic', importSource: 'preact', pure: false },
    sourcemap: true,
  });
  const [first] = errors;
  if (first) throw new SyntaxError(`${path}: ${first.message}`);
  return map
    ? `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
    : code;
}
