import type { ListedStory } from '@xiangyin/server/contract';

/** The lists of what is in the house: under review, signed and waiting for its time, kept for later, or sent back and not used. */
export const houseGroups = ['review', 'signed', 'kept', 'turned'] as const;
export type HouseGroup = (typeof houseGroups)[number];

// Null: with whoever writes it, put aside, or done.
const groupOf: Readonly<Record<ListedStory['state'], HouseGroup | null>> = {
  draft: null,
  returned: 'turned',
  first_review: 'review',
  second_review: 'review',
  final_review: 'review',
  first_proof: 'review',
  second_proof: 'review',
  third_proof: 'review',
  read_aloud: 'review',
  sign_off: 'review',
  urgent_review: 'review',
  signed_off: 'signed',
  held: 'kept',
  rejected: 'turned',
  done: null,
  discarded: null,
};

/** The list that an address names; that of what is under review where it names none. */
export const houseGroupAt = (name: string): HouseGroup => houseGroups.find((one) => one === name) ?? 'review';

/** The path of a list, narrowed by words: what is due first under review, what was touched last otherwise. */
export function housePath(group: HouseGroup, words: string): string {
  const query = new URLSearchParams({ sort: group === 'review' ? 'dueAt' : '-updatedAt', limit: '20' });
  for (const [state, of] of Object.entries(groupOf)) if (of === group) query.append('state', state);
  const sought = words.trim().slice(0, 100);
  if (sought !== '') query.set('q', sought);
  return `/stories?${query}`;
}
