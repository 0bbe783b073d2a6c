import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NOT_SOURCES = new Set(['node_modules', 'dist', 'dist.next', 'dist.last', 'samples', 'output']);

/** Whether what bears this name below a source's folder belongs to it. */
export const isSource = (name: string): boolean => !NOT_SOURCES.has(name) && !/\.test\.tsx?$|\.md$/.test(name);

/** Where a container is built, a process may have a thousand files open. */
const filesAtOnce = 100;

/** One hash over the paths and contents of files and folders (with all below them, without tests and built files). What is absent counts as empty. */
export async function hashOfSources(project: string, sources: readonly string[]): Promise<string> {
  const paths = (await Promise.all(sources.map((source) => filesOf(project, source)))).flat().sort();
  const hash = createHash('sha256');
  for (let at = 0; at < paths.length; at += filesAtOnce) {
    const some = paths.slice(at, at + filesAtOnce);
    const contents = await Promise.all(some.map((path) => readFile(join(project, path))));
    for (const [index, content] of contents.entries())
      hash.update(`${some[index]}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesOf(project: string, source: string): Promise<string[]> {
  const found = await stat(join(project, source)).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [source];
  const entries = await readdir(join(project, source), { withFileTypes: true });
  const wanted = entries.filter(({ name }) => isSource(name));
  const files = await Promise.all(
    wanted.map((entry) =>
      entry.isDirectory() ? filesOf(project, `${source}/${entry.name}`) : [`${source}/${entry.name}`],
    ),
  );
  return files.flat();
}
