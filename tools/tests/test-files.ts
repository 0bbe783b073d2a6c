import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../tree.ts';

/** The files of a run, relative to the root. */
export interface TestFiles {
  suites: string[];
  /** Browser journeys: they start the product and drive Chromium. */
  journeys: string[];
}

/** Every test file, or those whose path contains one of the words. The longest text comes first: it mostly takes the longest, and none should be left to run alone at the end. */
export function findTestFiles(root: string, words: readonly string[]): TestFiles {
  const isWanted = (path: string) => words.length === 0 || words.some((word) => path.includes(word));
  const suites = ['document', 'server', 'site', 'console', 'bench', 'tools'].flatMap((folder) =>
    filesBelow(root, folder, ['.test.ts', '.test.tsx']),
  );
  const sorted = (paths: string[]): string[] => {
    const sizes = new Map(paths.map((path) => [path, statSync(join(root, path)).size]));
    return paths.filter(isWanted).toSorted((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0));
  };
  return { suites: sorted(suites), journeys: sorted(filesBelow(root, 'e2e', ['.spec.ts', '.test.ts'])) };
}
