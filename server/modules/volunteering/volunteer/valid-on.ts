import type { ServiceFacts } from '../contract.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** The licences that somebody holds on a day (YYYY-MM-DD, its last included). */
export const licencesOn = ({ licences }: Pick<Volunteer, 'licences'>, day: string): ReadonlySet<string> =>
  new Set(licences.filter(({ expiresOn }) => expiresOn >= day).map(({ licence }) => licence));

/** Which trainings of a service somebody has not had, or had so long ago that they do not count on the day. */
export const trainingsLacking = (
  { trainings }: Pick<Volunteer, 'trainings'>,
  facts: Pick<ServiceFacts, 'trainings'>,
  day: string,
): string[] =>
  (facts.trainings ?? []).filter(
    (wanted) => !trainings.some(({ training, validUntil }) => training === wanted && (validUntil ?? day) >= day),
  );
