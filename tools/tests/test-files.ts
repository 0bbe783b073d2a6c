import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../tree.ts';

/** The files of a run, relative to the root. */
export interface TestFiles {
  suites: string[];
  /** Browser journeys: they start the product and drive Chromium. */
  journeys: string[];
}

/** Every test file, or those whose path contains one of the words. None that takes long should be left to run alone at the end: those that give only a share of their dose come first, then the longest texts. */
export function findTestFiles(root: string, words: readonly string[]): TestFiles {
  const isWanted = (path: string) => words.length === 0 || words.some((word) => path.includes(word));
  const suites = ['document', 'server', 'site', 'console', 'bench', 'tools'].flatMap((folder) =>
    filesBelow(root, folder, ['.test.ts', '.test.tsx']),
  );
  const sorted = (paths: string[]): string[] => {
    const weights = new Map(
      paths.map((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        return [path, text.length + (text.includes("env['XIANGYIN_DEEP']") ? 1_000_000 : 0)];
      }),
    );
    return paths.filter(isWanted).toSorted((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
  };
  return { suites: sorted(suites), journeys: sorted(filesBelow(root, 'e2e', ['.spec.ts', '.test.ts'])) };
}
