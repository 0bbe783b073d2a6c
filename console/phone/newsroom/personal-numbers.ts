import type { Finding } from '@xiangyin/document/checks';
import type { CheckRulesView } from '@xiangyin/server/contract';
import type { Draft } from './draft.ts';
import { textOf } from './draft-text.ts';

/** Numbers of persons in a draft (identity cards, telephones, bank cards), each once; works without a line. Empty where the county switched that check off, and in a browser too old for its patterns. */
export async function personalNumbers(draft: Draft, off: CheckRulesView['off']): Promise<Finding[]> {
  const parsed = textOf(draft);
  const checks = await import('@xiangyin/document/checks').catch(() => null);
  if (!parsed.ok || checks === null || off.includes('personal-data')) return [];
  const others = checks.checkIds.filter((id) => id !== 'personal-data');
  const found = checks.checkText(parsed.text, { off: others, terms: [], placeNames: [] });
  // What its writer has said is meant to be there is not asked a second time.
  const said = new Set((draft.left ?? []).map(({ key }) => key));
  return [...new Map(found.filter(({ key }) => !said.has(key)).map((one) => [one.words, one])).values()];
}
