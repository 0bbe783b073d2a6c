import type { TextPart } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import { reviewSteps } from '../story/states.ts';
import type { ChainStepName } from '../story/states.ts';

/** What is read with the text besides its words. */
export type FactPart = 'byline' | 'places' | 'notice';
/** What of a story in review can change for itself. */
export type Part = TextPart | FactPart;
export const parts = [
  'title',
  'lead',
  'body',
  'picture',
  'caption',
  'byline',
  'places',
  'notice',
] as const satisfies Part[];

/** The steps whose signatures fall when a part changes. */
export type VoidingRules = Readonly<Record<Part, readonly ChainStepName[]>>;

const beforeFinal: readonly ChainStepName[] = ['first_review', 'second_review'];

/** By what every county goes that has not said otherwise: any change voids everything, but one of what stands with a picture reopens proofs, reading aloud and the final signatures only. */
export const packRules: VoidingRules = {
  title: reviewSteps,
  lead: reviewSteps,
  body: reviewSteps,
  picture: reviewSteps,
  caption: reviewSteps.filter((step) => !beforeFinal.includes(step)),
  byline: reviewSteps,
  places: reviewSteps,
  notice: reviewSteps,
};

/** The county's rules. Whatever they say, the last step of a chain always falls: who signs it signs the exact text. */
export async function voidingRules(tx: Tx): Promise<VoidingRules> {
  const rows = await tx.named<{ part: Part; falls: ChainStepName[] }>(
    'newsroom.voiding-rules',
    'select part, falls from newsroom.voiding_rules where county_id = $1',
    [tx.countyId],
  );
  return { ...packRules, ...Object.fromEntries(rows.map((row) => [row.part, row.falls])) };
}
