/** Where a file stands in the program: what the import rules ask about it. */
export interface Place {
  area: 'platform' | 'module' | 'testing' | 'server' | 'document' | 'console' | 'site' | 'languages' | 'outside';
  /** The module's name, for `server/modules/<name>`, and for `console/<name>` and `site/<name>` when the list knows it; otherwise null. */
  module: string | null;
  /** The path inside the module or area, such as `story/submit-story.ts`. */
  inner: string;
}

/** Tells where a path (relative to the root, forward slashes) stands. `order` is the list of modules. */
export function placeOf(path: string, order: readonly string[]): Place {
  const [top = '', second = '', third = '', ...rest] = path.split('/');
  const below = [second, third, ...rest].filter((part) => part !== '').join('/');
  if (top === 'server') {
    if (second === 'platform') return { area: 'platform', module: null, inner: [third, ...rest].join('/') };
    if (second === 'modules' && rest.length > 0) return { area: 'module', module: third, inner: rest.join('/') };
    if (second === 'testing') return { area: 'testing', module: null, inner: [third, ...rest].join('/') };
    return { area: 'server', module: null, inner: below };
  }
  if (top === 'console' || top === 'site') {
    return { area: top, module: order.includes(second) && third !== '' ? second : null, inner: below };
  }
  return { area: top === 'document' || top === 'languages' ? top : 'outside', module: null, inner: below };
}

/** A test, or a file that only tests and seeds load. */
export const isTestFile = (path: string) => /\.(test|spec)\.tsx?$/.test(path) || isTestingFile(path);

/** The builders a module lends to other modules' tests. */
export const isTestingFile = (path: string) => /(^|\/)testing(\.ts$|\/)/.test(path);

/** Seeds build the demonstration with the same builders as the tests. */
export const isSeedFile = (path: string) => /(^|\/)seeds?(\.ts$|\/|-)|-seeds?\.ts$/.test(path);

/** A contract: `contract.ts`, or a part of one in `contract/` or `<noun>-contract.ts`. */
export const isContractFile = (path: string) => /(^|\/)contract(\.ts$|\/)|-contract\.ts$/.test(path);
