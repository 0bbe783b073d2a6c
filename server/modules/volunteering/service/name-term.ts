import { mustBeInOwnLanguage, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { Term } from '../contract.ts';
import { serviceChanged } from '../events.ts';
import { plainWords } from '../plain-words.ts';
import { servicesInOrder } from './service-queries.ts';
import { setTerm } from './terms.ts';

/** Adds a group, skill, licence or training to the county's lists, or names it anew; its key stays for ever. */
export async function nameTerm(ctx: Ctx, actor: Actor, term: Term): Promise<Term> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'service.write', { placeId: rootPlace(tx).id });
    mustBeInOwnLanguage(tx, term.name);
    await setTerm(tx, { ...term, name: plainWords(term.name) });
    // The catalogue is ordered and headed by its groups, and services name their licences.
    for (const { id, slug, group, facts } of await servicesInOrder(tx, true))
      if (
        [group, ...facts.skills, ...facts.licences, ...facts.licencesOfAll, ...(facts.trainings ?? [])].includes(
          term.key,
        )
      )
        await emit(tx, serviceChanged, actor, { serviceId: id, slug });
    await audit(tx, actor, {
      act: 'service-term.set',
      noun: 'service-term',
      subjectId: `${term.kind}:${term.key}`,
    });
    return term;
  });
}
