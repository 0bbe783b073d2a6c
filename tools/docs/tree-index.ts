import { posix } from 'node:path';
import { filesBelow } from '../tree.ts';

/** Files and folders that exist only while the product runs or after a build: documents may name them. */
const runtime = /^(?:var|node_modules|dist)(?:\/|$)|(?:^|\/)(?:dist|output)\/?|^xiangyin\.config\.json$/;

/** Knows every file and folder of the tree, and finds what a document names. */
export class TreeIndex {
  readonly #paths: Set<string>;

  constructor(root: string) {
    const files = filesBelow(root, '.', ['']);
    this.#paths = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  }

  /** Whether the path exists: from the root, from the document's own folder, or, for what does not begin at the root, as the end of some path.
   *  `<name>`, `{a,b}` and `*` stand for anything. */
  has(named: string, document: string): boolean {
    const path = named.replace(/\/$/, '');
    if (runtime.test(path)) return true;
    const near = posix.join(posix.dirname(document), path);
    if (/[<{*]/.test(path)) return this.#matches(path) || this.#matches(near);
    if (this.#paths.has(path) || this.#paths.has(near)) return true;
    const isRooted = /^(?:document|server|console|site|e2e|bench|tools|deploy|docs|\.ci)\//.test(named);
    return !isRooted && this.#endsWith(path);
  }

  #matches(path: string): boolean {
    const parts = path.split(/(<[^>]*>|\{[^}]*\}|\*+)/);
    const pattern = parts
      .map((part) => (/^[<{*]/.test(part) ? '.+' : part.replaceAll(/[.+?^$()|[\]\\]/g, String.raw`\$&`)))
      .join('');
    const expression = new RegExp(`(?:^|/)${pattern}$`);
    return [...this.#paths].some((known) => expression.test(known));
  }

  #endsWith(path: string): boolean {
    for (const known of this.#paths) if (known.endsWith(`/${path}`)) return true;
    return false;
  }
}

function foldersOf(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
