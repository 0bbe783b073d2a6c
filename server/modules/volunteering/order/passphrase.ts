import type { Tx } from '#platform/transaction';
import { keyedHash } from './keyed-hash.ts';
import { doorstepWords } from './doorstep-words.ts';

type Told = { readonly id: string; readonly language: 'zh-CN' | 'en' };

/** 暗语: two words that whoever comes says at the door. Made from the order's id under the county's key; nowhere kept. */
export const passphraseOf = (tx: Tx, order: Told): Promise<string> => pairOf(tx, 'helper', order);

/** 回话: two words that the person served says back, as a check-in without a phone. Whoever comes hears them at the door and nowhere else; nowhere kept. */
export const replyOf = (tx: Tx, order: Told): Promise<string> => pairOf(tx, 'served', order);

async function pairOf(tx: Tx, who: 'helper' | 'served', order: Told): Promise<string> {
  const hash = await keyedHash(tx, who === 'helper' ? 'passphrase' : 'reply', order.id);
  return doorstepWords(who, order.language)
    .map((words, at) => words[Number.parseInt(hash.slice(at * 4, at * 4 + 4), 16) % words.length] ?? '')
    .join(' ');
}

/** What was typed, as words are compared: blanks, marks and capitals do not matter. */
export const spoken = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
