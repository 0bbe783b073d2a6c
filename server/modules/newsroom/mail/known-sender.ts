import { grantsOf, isAccountClosed } from '#access';
import { personsByEmail } from '#people';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { sectionById } from '../section/section-queries.ts';

/** Somebody of the county who may hand in what they send. */
export interface KnownSender {
  readonly actor: Actor;
  /** Where they write. */
  readonly placeId: string;
}

/** Who writes from this address: exactly one active person of the county who may write in the section and whose account was not closed. They act with what they hold now, by one factor: a letter is no sign-in. */
export async function knownSender(tx: Tx, address: string, sectionId: string): Promise<KnownSender | undefined> {
  const [person, another] = await personsByEmail(tx, address);
  if (!person || another || (await isAccountClosed(tx, person.id))) return undefined;
  const actor: Actor = { kind: 'person', id: person.id, grants: await grantsOf(tx, person.id), assurance: 1 };
  const { unitId } = await sectionById(tx, sectionId);
  const placeId = actor.grants
    .map((grant) => grant.placeId)
    .find((one) => may(tx, actor, 'story.write', { placeIds: [one], unitId }));
  return placeId === undefined ? undefined : { actor, placeId };
}
