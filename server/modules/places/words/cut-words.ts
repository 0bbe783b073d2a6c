import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import { asWord, foldText } from './name-finder.ts';
import type { NameFinder } from './name-finder.ts';

/** Words of the trade that jieba's own dictionary would cut apart. */
const tradeWords = [
  '融媒体',
  '通讯员',
  '新时代',
  '点单',
  '派单',
  '接单',
  '评单',
  '志愿者',
  '服务站',
  '社区站',
  '村广播',
  '大喇叭',
  '长辈版',
];

/** English plurals that the stemmer would not bring to the word itself. */
const singulars: ReadonlyMap<string, string> = new Map([
  ['buses', 'bus'],
  ['gases', 'gas'],
  ['viruses', 'virus'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['teeth', 'tooth'],
  ['feet', 'foot'],
  ['geese', 'goose'],
  ['mice', 'mouse'],
  ['knives', 'knife'],
  ['wives', 'wife'],
  ['calves', 'calf'],
  ['loaves', 'loaf'],
  ['shelves', 'shelf'],
]);

// Read once and let go: the package's own module holds 11 MB for good, more than half of it weights that nobody here asks for.
const dictionary = (): Buffer => readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')));
let known: Jieba | undefined;

/** One cutter for all counties, made when it is first needed (0.2 s): it knows the language and the trade; the names of a county are found before it is asked (`NameFinder`). */
function cutter(): Jieba {
  if (known) return known;
  known = Jieba.withDict(dictionary());
  known.loadDict(Buffer.from(tradeWords.map((word) => `${word} 20000 n`).join('\n')));
  return known;
}

/** The words of a text for an index: its names whole, those within them too, and everything else cut by jieba for search (long words and their parts), with and without regard to the names, so that a word over the border of a name is found as well. Folded to lower case, punctuation left out. */
export function wordsOfText(names: NameFinder, text: string): string[] {
  const folded = foldText(text);
  const words = cutAtNames(names, folded);
  const seen = new Set(words);
  const more = [...names.within(folded).map(asWord), ...cut(folded).filter((word) => [...word].length > 1)];
  return [...words, ...new Set(more.filter((word) => !seen.has(word)))];
}

/** The words of a question: each name is one word, what stands between is cut as the texts were. */
export const wordsOfQuestion = (names: NameFinder, question: string): string[] => cutAtNames(names, foldText(question));

const cutAtNames = (names: NameFinder, folded: string): string[] =>
  names.pieces(folded).flatMap(({ text, isName }) => (isName ? [asWord(text)] : cut(text)));

const cut = (folded: string): string[] =>
  cutter()
    .cutForSearch(folded, true)
    .map((word) => singulars.get(word.trim()) ?? word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
