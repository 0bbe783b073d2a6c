import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { readGlossary } from './docs/glossary.ts';
import { readMentions, type Mention } from './docs/read-markdown.ts';
import { stateDiagrams } from './docs/state-diagrams.ts';
import { TreeIndex } from './docs/tree-index.ts';
import { moduleOrder } from './imports/module-order.ts';
import { codeFiles, filesBelow } from './tree.ts';

/** Something a document says that is not so. */
export interface DocsFault {
  file: string;
  line: number;
  message: string;
}

/** What was looked at and what is wrong. */
export interface DocsReport {
  documents: number;
  mentions: number;
  faults: DocsFault[];
}

/** Holds the documents to the tree at `root`: paths, links and commands they name exist, words of the glossary stand in the code,
 *  and every module has its README. */
export async function checkDocs(root: string): Promise<DocsReport> {
  const index = new TreeIndex(root);
  const code = new Code(root);
  const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts ?? {});
  const documents = filesBelow(root, '.', ['.md']);
  const found = documents.flatMap((file) =>
    readMentions(readFileSync(join(root, file), 'utf8')).map((mention) => ({ file, mention })),
  );
  const faults = found.flatMap(({ file, mention }) => {
    const message = judge(mention, { root, file, index, scripts, code });
    return message === null ? [] : [{ file, line: mention.line, message }];
  });
  return {
    documents: documents.length,
    mentions: found.length,
    faults: [...faults, ...glossaryFaults(root, code), ...missingReadmes(root), ...(await missingDiagrams(root))],
  };
}

interface Around {
  root: string;
  file: string;
  index: TreeIndex;
  scripts: readonly string[];
  code: Code;
}

function judge({ kind, text }: Mention, { root, file, index, scripts, code }: Around): string | null {
  switch (kind) {
    case 'path':
      return index.has(text, file) ? null : `names \`${text}\`, which does not exist`;
    case 'link': {
      const target = text.startsWith('/') ? text.slice(1) : posix.join(posix.dirname(file), text);
      return existsSync(join(root, target)) ? null : `links to ${text}, which does not exist`;
    }
    case 'script':
      return scripts.includes(text) ? null : `names \`npm run ${text}\`, which package.json does not have`;
    case 'verb':
      return code.hasCommand(text) ? null : `names the command \`cli ${text}\`, which no module offers`;
  }
}

/** All code of ours, for asking whether a word stands in it. */
class Code {
  readonly #text: string;

  constructor(root: string) {
    const files = codeFiles(root).filter((file) => !file.startsWith('tools/'));
    const migrations = filesBelow(root, 'server/migrations', ['.sql']);
    this.#text = [...files, ...migrations].map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  }

  hasWord(word: string): boolean {
    return new RegExp(`(?<![\\w$])${word.replaceAll(/[.+*?^$()|[\]{}\\]/g, String.raw`\$&`)}(?![\\w$])`).test(
      this.#text,
    );
  }

  /** Whether the words, or the first one or two of them, are the name of a command. */
  hasCommand(words: string): boolean {
    const [first = '', second = ''] = words.split(' ');
    return [`${first} ${second}`, first].some((name) => new RegExp(`name: ['"\`]${name}['"\`]`).test(this.#text));
  }
}

function glossaryFaults(root: string, code: Code): DocsFault[] {
  const file = 'docs/glossary.md';
  if (!existsSync(join(root, file))) return [{ file, line: 1, message: 'is missing' }];
  const entries = readGlossary(readFileSync(join(root, file), 'utf8'));
  if (entries.length === 0)
    return [{ file, line: 1, message: 'has no table: term | English | identifier | meaning | source' }];
  return entries.flatMap(({ term, identifiers, line }) =>
    identifiers
      .filter((name) => !code.hasWord(name))
      .map((name) => ({ file, line, message: `${term}: no code says \`${name}\`` })),
  );
}

function missingReadmes(root: string): DocsFault[] {
  return moduleOrder(root)
    .map((name) => `server/modules/${name}/README.md`)
    .filter((file) => existsSync(dirname(join(root, file))) && !existsSync(join(root, file)))
    .map((file) => ({ file, line: 1, message: 'is missing: one page on nouns, states, events and rules' }));
}

async function missingDiagrams(root: string): Promise<DocsFault[]> {
  const diagrams = await stateDiagrams(root);
  return diagrams
    .filter(({ isShown, readme }) => !isShown && existsSync(join(root, readme)))
    .map(({ readme, noun, text }) => ({
      file: readme,
      line: 1,
      message: `does not show the states of ${noun} as they are:\n${text}`,
    }));
}

async function main(): Promise<number> {
  const report = await checkDocs(resolve(import.meta.dirname, '..'));
  for (const { file, line, message } of report.faults) process.stdout.write(`${file}:${line}  ${message}\n`);
  process.stdout.write(
    `check-docs: ${report.documents} documents, ${report.mentions} mentions, ${report.faults.length} faults\n`,
  );
  return report.faults.length > 0 || report.documents === 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main();
