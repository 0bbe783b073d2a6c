import type { Tx } from '#platform/transaction';
import { asSound, nearlySame, soundKeys } from './sounds.ts';

const most = 6;

/** The words that a question in pinyin may mean: those that sound so; where there are none, those that sound nearly so. */
export async function wordsSounding(tx: Tx, question: string): Promise<string[]> {
  const asked = asSound(question);
  if (asked === null) return [];
  const rows = await tx.named<{ word: string; sound: string }>(
    'portal.words-sounding',
    'select distinct word, sound from portal.search_sounds where county_id = $1 and key = any($2) limit 200',
    [tx.countyId, soundKeys(asked)],
  );
  const exact = rows.filter((one) => one.sound === asked);
  const found = exact.length > 0 ? exact : rows.filter((one) => nearlySame(one.sound, asked));
  return found
    .map((one) => one.word)
    .toSorted()
    .slice(0, most);
}
