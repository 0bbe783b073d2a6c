import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';

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

// Read each time and let go: the package's own module holds 11 MB for good, more than half of it weights that nobody here asks for.
const dictionary = (): Buffer => readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')));
const cutters = new Map<number, { words: ReadonlySet<string>; jieba: Jieba }>();

/** A cutter that knows the county's own names (places, services). Made once per set of names: loading the dictionary takes about 0.2 s. */
function cutterFor(county: number, names: ReadonlySet<string>): Jieba {
  const known = cutters.get(county);
  if (known && [...names].every((name) => known.words.has(name))) return known.jieba;
  const jieba = known?.jieba ?? Jieba.withDict(dictionary());
  const own = [...tradeWords, ...names].filter((name) => name.length > 1 && !/\s/.test(name));
  jieba.loadDict(Buffer.from(own.map((name) => `${name} 20000 n`).join('\n')));
  cutters.set(county, { words: names, jieba });
  return jieba;
}

/** The words of a text, for indexing or for a question: cut by jieba for search (long words and their parts), folded to lower case, punctuation left out. */
export function cutWords(county: number, names: ReadonlySet<string>, text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return cutterFor(county, names)
    .cutForSearch(folded, true)
    .map((word) => singulars.get(word.trim()) ?? word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
