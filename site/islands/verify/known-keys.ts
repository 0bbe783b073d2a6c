import { canonicalJson } from '@xiangyin/document';
import type { KeyList, ListedKey } from '@xiangyin/server/contract';
import { lettersOf } from './bytes.ts';
import { isSigned, keyIdIn } from './signed.ts';

/** The keys this device goes by, and whether the list of the page leads on from them. */
export interface KnownKeys {
  readonly keys: readonly ListedKey[];
  /** When the list was made that they come from. */
  readonly at: string;
  /** `first`: this device had none before. `foreign`: the page's list does not follow from the known keys, which stay. `broken`: it is not signed by one of its own. */
  readonly news: 'first' | 'same' | 'foreign' | 'broken';
}

/** What is kept between visits. */
export interface Pinned {
  readonly keys: readonly ListedKey[];
  readonly at: string;
}

/** Compares the list of the page with the keys pinned before. A key is followed only to one that it signed for, and none that has ended is brought back. What a list holds says which is the newer one, never its date: a list made while the county's clock was ahead is not kept until that day. */
export function knownKeys(list: KeyList, pinned: Pinned | undefined): KnownKeys {
  if (!isOwnList(list)) return { ...(pinned ?? { keys: [], at: list.at }), news: 'broken' };
  if (!pinned) return { keys: list.keys, at: list.at, news: 'first' };
  if (!followsFrom(list, pinned)) return { ...pinned, news: 'foreign' };
  if (pinned.keys.some((known) => isTakenBack(known, list))) return { ...pinned, news: 'same' };
  return { keys: list.keys, at: list.at, news: 'same' };
}

/** Whether a list does not know of a key, or of its end, what is known of it already. */
function isTakenBack(known: ListedKey, { keys }: KeyList): boolean {
  const listed = keys.find(({ kid }) => kid === known.kid);
  if (!listed) return true;
  if (known.until === null) return false;
  if (known.ended === 'compromised' && listed.ended !== 'compromised') return true;
  return listed.until === null || listed.until > known.until;
}

function isOwnList({ signature, ...list }: KeyList): boolean {
  const [head = '', none, signed = ''] = signature.split('.');
  const key = list.keys.find((one) => one.kid === keyIdIn(head));
  if (none !== '' || !key || key.until !== null) return false;
  const payload = new TextEncoder().encode(canonicalJson(list));
  return isSigned(key.x, `${head}.${lettersOf(payload)}`, signed);
}

function followsFrom(list: KeyList, pinned: Pinned): boolean {
  const trusted = new Map(pinned.keys.map((one) => [one.kid, one.x]));
  for (const { kid, x } of pinned.keys) {
    const listed = list.keys.find((one) => one.kid === kid);
    // A list older than the pins does not know the newest of them.
    if (listed ? listed.x !== x : list.at >= pinned.at) return false;
  }
  for (const one of list.rotations) {
    const [from, to] = [trusted.get(one.from), list.keys.find(({ kid }) => kid === one.to)];
    const text = `xiangyin-key-rotation-v1\n${one.statement}\n`;
    if (from === undefined || !to || one.signature === null || !namesKey(one.statement, to)) continue;
    if (isSigned(from, text, one.signature) && isSigned(to.x, text, one.confirmation)) trusted.set(to.kid, to.x);
  }
  return list.keys.every(({ kid, x }) => trusted.get(kid) === x);
}

/** Whether a rotation's statement is about this key; its `key` is SPKI, whose last 32 bytes are the key itself. */
function namesKey(statement: string, { kid, x }: ListedKey): boolean {
  try {
    const said = JSON.parse(statement) as { to?: unknown; key?: unknown };
    if (said.to !== kid || typeof said.key !== 'string') return false;
    const spki = Uint8Array.from(atob(said.key), (character) => character.charCodeAt(0));
    return lettersOf(spki.slice(-32)) === x;
  } catch {
    return false;
  }
}
