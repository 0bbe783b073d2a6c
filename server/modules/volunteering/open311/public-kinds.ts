import { codeOf, inWords, isLiving, placesOf, today } from '#places';
import type { Place } from '#places';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ReportDefinition, ReportService } from '../contract.ts';
import { isOpen, serviceBySlug, servicesInOrder } from '../service/service-queries.ts';
import type { Service } from '../service/service-queries.ts';
import { termNames } from '../service/terms.ts';
import { wordsOf } from './report-words.ts';

/** Whether programs elsewhere may report it and read what became of it: the catalogue says so, for what is everybody's. */
export const isPublicKind = (service: Pick<Service, 'facts'>): boolean => service.facts.publicKind === true;

/** The public kinds that can be reported now (GeoReport v2, GET Service List). */
export async function reportServices(ctx: Ctx): Promise<ReportService[]> {
  return ctx.transaction(async (tx) => {
    const groups = await termNames(tx, 'group');
    const { language } = ctx;
    return (await servicesInOrder(tx))
      .filter((service) => isPublicKind(service) && isOpen(tx, service))
      .map(({ slug, group, facts }) => ({
        service_code: slug,
        service_name: inWords(facts.name, language),
        description: facts.summary[language] ?? facts.summary['zh-CN'] ?? '',
        metadata: true,
        type: 'realtime',
        keywords: '',
        group: inWords(groups.get(group) ?? { 'zh-CN': group }, language),
      }));
  });
}

/** What a report of this kind needs (GeoReport v2, GET Service Definition): the place by its code, and that the consent text was agreed to. Refuses: NotFound (404) for a kind that is not public. */
export async function reportDefinition(ctx: Ctx, code: string): Promise<ReportDefinition> {
  return ctx.transaction(async (tx) => {
    const service = await publicService(tx, code);
    const words = wordsOf(ctx.language);
    const common = { variable: true, datatype: 'singlevaluelist', required: true, datatype_description: null } as const;
    const day = today(tx);
    return {
      service_code: service.slug,
      attributes: [
        {
          ...common,
          code: 'place',
          order: 1,
          description: words.place,
          values: placesReached(tx, service)
            .filter((place) => isLiving(place, day))
            .map((place) => ({ key: codeOf(place), name: inWords(place.name, ctx.language) })),
        },
        { ...common, code: 'consent', order: 2, description: words.consent, values: [{ key: 'yes', name: words.yes }] },
      ],
    };
  });
}

// Each place once, though two of those it is offered at may lie within each other.
function placesReached(tx: Tx, { placeId, alsoPlaceIds }: Service): Place[] {
  const places = [placeId, ...alsoPlaceIds].flatMap((id) => placesOf(tx).subtree(id));
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

/** The service of a public kind, or 404: one that is not public answers as one that is not there. */
export async function publicService(tx: Tx, code: string): Promise<Service> {
  const service = found(await serviceBySlug(tx, code));
  return found(isPublicKind(service) ? service : undefined);
}
