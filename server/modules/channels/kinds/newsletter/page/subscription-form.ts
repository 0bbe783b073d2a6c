import { z } from 'zod';
import type { SubscriptionOption } from '../../../page-contract.ts';
import type { Choice } from '../subscriber/ask-subscription.ts';
import type { Newsletter } from '../subscriber/newsletters.ts';

type Fields = Readonly<Record<string, string>>;

/** How often. */
export const pace = z.enum(['instant', 'daily', 'weekly']);

/** What was ticked, of what there is; null: nothing, which means all. */
export function ticked(
  fields: Fields,
  kind: 'section' | 'place',
  options: readonly SubscriptionOption[],
): string[] | null {
  const chosen = options.filter(({ id }) => fields[`${kind}-${id}`] === 'yes').map(({ id }) => id);
  return chosen.length === 0 || chosen.length === options.length ? null : chosen;
}

/** The values of a form that shows a choice. */
export const valuesOf = ({
  pace: often,
  sectionIds,
  placeIds,
}: Omit<Choice, 'language' | 'tag'>): Record<string, string> => ({
  pace: often,
  ...Object.fromEntries((sectionIds ?? []).map((id) => [`section-${id}`, 'yes'])),
  ...Object.fromEntries((placeIds ?? []).map((id) => [`place-${id}`, 'yes'])),
});

/** What can be chosen in several newsletters, each once. */
export const optionsOf = (
  newsletters: readonly Newsletter[],
): { sections: SubscriptionOption[]; places: SubscriptionOption[] } => ({
  sections: once(newsletters.flatMap((one) => one.sections)),
  places: once(newsletters.flatMap((one) => one.places)),
});

const once = (options: readonly SubscriptionOption[]): SubscriptionOption[] => [
  ...new Map(options.map((one) => [one.id, one])).values(),
];
