import type { Tx } from '#platform/transaction';
import { soundKeys } from './sounds.ts';

// Each word brings up to some twenty rows of four values.
const wordsAtOnce = 100;

/** Learns how words sound that are not known yet; of those given only Han words of two to eight characters. They stay when their story goes: they lead to words, and words to nothing that is not public. */
export async function learnSounds(tx: Tx, words: Iterable<string>): Promise<void> {
  const han = [...new Set(words)].filter((word) => /^\p{Script=Han}{2,8}$/u.test(word)).toSorted();
  for (let from = 0; from < han.length; from += wordsAtOnce) await learn(tx, han.slice(from, from + wordsAtOnce));
}

async function learn(tx: Tx, words: readonly string[]): Promise<void> {
  const known = await tx.named<{ word: string }>(
    'portal.known-sounds',
    'select distinct word from portal.search_sounds where county_id = $1 and word = any($2)',
    [tx.countyId, words],
  );
  const fresh = words.filter((word) => !known.some((one) => one.word === word));
  if (fresh.length === 0) return;
  // Its dictionary takes 17 MB: only where something new is learnt, never where somebody asks.
  const { pinyin } = await import('pinyin-pro');
  const rows = fresh.flatMap((word) => {
    const sound = pinyin(word, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase();
    return /^[a-z]+$/.test(sound) ? soundKeys(sound).map((key) => ({ key, word, sound })) : [];
  });
  if (rows.length === 0) return;
  await tx.client.query(
    `insert into portal.search_sounds (county_id, key, word, sound)
     values ${rows.map((_, at) => `($1, $${at * 3 + 2}, $${at * 3 + 3}, $${at * 3 + 4})`).join(', ')} on conflict do nothing`,
    [tx.countyId, ...rows.flatMap(({ key, word, sound }) => [key, word, sound])],
  );
}
