import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fieldProblems, fieldWords } from '#platform/http/problem';
import type { FormState } from '#platform/page-contract';
import type { Ctx } from '#platform/transaction';
import type { SubscriptionOption } from '../../../page-contract.ts';
import type { Choice } from '../subscriber/ask-subscription.ts';
import type { Newsletter } from '../subscriber/newsletters.ts';

type Fields = Readonly<Record<string, string>>;

/** How often. */
export const pace = z.enum(['instant', 'daily', 'weekly']);

/** A fresh form with these values. */
export const freshForm = (values: Fields = {}): FormState => ({
  key: randomUUID(),
  values,
  problems: [],
  refusal: null,
});

/** The form again, with what was wrong in it. */
export const formAgain = ({ app, language }: Ctx, key: string, values: Fields, error: z.ZodError): FormState => ({
  key,
  values,
  refusal: null,
  problems: fieldProblems(error, '').map((one) => ({
    field: one.path.slice(1),
    code: one.code,
    text: fieldWords(app.wording, language, one),
  })),
});

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
export const valuesOf = ({ pace: often, sectionIds, placeIds }: Omit<Choice, 'language'>): Record<string, string> => ({
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
