import type { Tx } from '#platform/transaction';
import { soundOfHan } from './han-sounds.ts';
import { asSound, fewestParts, nearlySame, soundKeys, soundsWithin } from './sounds.ts';

const most = 6;
const mostParts = 5;

/** The words that a question may mean by its sound, in pinyin or with a wrong character. In pinyin: those that sound so; where there are none, those that sound nearly so. In Han characters exactly so, and none where they are its own words.
 *  Where the whole is no word, a group for each of its parts that stand apart; where one of these is none, for each of the fewest words into which its letters can be cut. None when they cannot. */
export async function wordsSounding(tx: Tx, question: string): Promise<string[][]> {
  const han = soundOfHan(question);
  if (han === null) return wordsOf(tx, question, nearlySame);
  const groups = await wordsOf(tx, han, isSame);
  return groups.flat().every((word) => question.includes(word)) ? [] : groups;
}

type Likeness = (one: string, other: string) => boolean;
const isSame: Likeness = (one, other) => one === other;

async function wordsOf(tx: Tx, question: string, isLike: Likeness): Promise<string[][]> {
  const whole = await sounding(tx, question, isLike);
  if (whole.length > 0) return [whole];
  const apart = await partsSounding(tx, question.split(/\s+/).filter(Boolean), isLike);
  return apart.length > 0 ? apart : cut(tx, question);
}

async function partsSounding(tx: Tx, parts: readonly string[], isLike: Likeness): Promise<string[][]> {
  if (parts.length < 2 || parts.length > mostParts) return [];
  const groups: string[][] = [];
  for (const part of parts) {
    const words = await sounding(tx, part, isLike);
    if (words.length === 0) return [];
    groups.push(words);
  }
  return groups;
}

async function cut(tx: Tx, question: string): Promise<string[][]> {
  const asked = asSound(question);
  if (asked === null) return [];
  const rows = await tx.named<{ word: string; sound: string }>(
    'portal.words-within-sound',
    'select word, sound from portal.search_sounds where county_id = $1 and key = any($2) and sound = key order by word',
    [tx.countyId, soundsWithin(asked)],
  );
  const bySound = Map.groupBy(rows, ({ sound }) => sound);
  const parts = fewestParts(asked, new Set(bySound.keys()), mostParts);
  return parts.map((part) => (bySound.get(part) ?? []).slice(0, most).map(({ word }) => word));
}

async function sounding(tx: Tx, question: string, isLike: Likeness): Promise<string[]> {
  const asked = asSound(question);
  if (asked === null) return [];
  const rows = await tx.named<{ word: string; sound: string }>(
    'portal.words-sounding',
    'select distinct word, sound from portal.search_sounds where county_id = $1 and key = any($2) limit 200',
    [tx.countyId, soundKeys(asked)],
  );
  const exact = rows.filter((one) => one.sound === asked);
  const found = exact.length > 0 ? exact : rows.filter((one) => isLike(one.sound, asked));
  return found
    .map((one) => one.word)
    .toSorted()
    .slice(0, most);
}
