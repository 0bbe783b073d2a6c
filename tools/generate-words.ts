import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesBelow } from './tree.ts';

/** The words of one screen: the name that is theirs alone, and where they stand. */
export interface NamedWords {
  readonly name: string;
  readonly file: string;
  readonly constant: string;
}

const root = resolve(import.meta.dirname, '..');
const call = /^(?:export )?const (\w+) = bilingual\(\s*'([a-z.-]+)',/gm;

/** Where the list of them stands. */
export const wordsFile = 'console/words.ts';

/** All words of the console, by their names. */
export function namedWords(): NamedWords[] {
  return filesBelow(root, 'console', ['.ts', '.tsx'])
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(call)].map(([, constant = '', name = '']) => ({
        name,
        file,
        constant,
      })),
    )
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The list as a file: what a further language may say, each in its own shape. */
export function renderWords(all: readonly NamedWords[]): string {
  const imports = all.map(
    ({ name, file, constant }) =>
      `import type { ${constant} as ${aliasOf(name)} } from '${file.replace(/^console\//, './')}';`,
  );
  const lines = all.map(({ name }) => `  readonly '${name}': (typeof ${aliasOf(name)})['zh-CN'];`);
  return `// Written by tools/generate-words.ts.
import type { SomeWords } from './kit/texts.ts';
${imports.join('\n')}

/** The words of the console in their source, by the names of the screens. */
interface ConsoleWords {
${lines.join('\n').replaceAll(/'(\w+)':/g, '$1:')}
}

/** What a further language says in the console: as much of it as there is, with no other keys. */
export type ConsoleCatalogue = { readonly [Name in keyof ConsoleWords]?: SomeWords<ConsoleWords[Name]> };
`;
}

const aliasOf = (name: string): string =>
  `${name.replaceAll(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())}Words`;

if (import.meta.main) {
  const all = namedWords();
  writeFileSync(join(root, wordsFile), renderWords(all));
  process.stdout.write(`generate-words: ${all.length} names\n`);
}
