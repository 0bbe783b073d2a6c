import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { PersonView } from '../contract.ts';
import { personThing } from '../permissions.ts';
import { personById } from '../person-queries.ts';
import { personView } from './person-view.ts';

/** One person. Refuses: NotFound (404) for whoever may not see them. */
export async function seePerson(ctx: Ctx, actor: Actor, id: string): Promise<PersonView> {
  return ctx.transaction(async (tx) => {
    const person = found(await personById(tx, id));
    mustSee(tx, actor, 'person.see', personThing(person));
    return personView(tx, actor, person);
  });
}
