import { filesBelow } from '../tree.ts';

/** The files of a run, relative to the root. */
export interface TestFiles {
  suites: string[];
  /** Browser journeys: they start the product and drive Chromium. */
  journeys: string[];
}

/** Every test file, or those whose path contains one of the words. */
export function findTestFiles(root: string, words: readonly string[]): TestFiles {
  const isWanted = (path: string) => words.length === 0 || words.some((word) => path.includes(word));
  const suites = ['document', 'server', 'site', 'console', 'bench', 'tools'].flatMap((folder) =>
    filesBelow(root, folder, ['.test.ts', '.test.tsx']),
  );
  return {
    suites: suites.filter(isWanted),
    journeys: filesBelow(root, 'e2e', ['.spec.ts', '.test.ts']).filter(isWanted),
  };
}
