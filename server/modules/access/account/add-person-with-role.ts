import { addPerson } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Tx } from '#platform/transaction';
import { grantAdded } from '../events.ts';
import { addGrant } from '../grant/add-grant.ts';

/** Writes down a person with a role at a place; answers their id. Asks nobody: for commands. */
export async function addPersonWithRole(
  tx: Tx,
  by: Actor,
  { name, language, role, placeId }: { name: string; language: 'zh-CN' | 'en'; role: string; placeId: string },
): Promise<string> {
  const person = await addPerson(tx, { name, language, placeId });
  const grantId = await addGrant(tx, by, { personId: person.id, role, placeId });
  await audit(tx, by, {
    act: 'grant.add',
    noun: 'person',
    subjectId: person.id,
    placeId,
    detail: { grantId, role },
  });
  await emit(tx, grantAdded, by, { personId: person.id, grantId, role, placeId, unitId: null, duty: false });
  return person.id;
}
