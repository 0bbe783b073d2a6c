import { inWords, placeById, placesOf, today } from '#places';
import { stationContacts } from '#stations';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { nextMidnight } from '../county-day.ts';
import type { ServicePageProps, ServicesPageProps } from '../page-contract.ts';
import { limitsFor } from '../service/limits.ts';
import { isOpen, nextOpening, serviceBySlug, servicesInOrder } from '../service/service-queries.ts';
import type { Service } from '../service/service-queries.ts';
import { termNames } from '../service/terms.ts';
import { inService, teaserOf } from './teasers.ts';

type Language = 'zh-CN' | 'en';

/** `/services`: the catalogue. */
export const servicesPage: Page = {
  path: '/services',
  view: 'volunteering/services',
  cached: true,
  load: ({ ctx }) => ctx.transaction(async (tx) => ({ props: await catalogue(tx, ctx.language), keys: ['services'] })),
};

async function catalogue(tx: Tx, language: Language): Promise<ServicesPageProps> {
  const names = await termNames(tx, 'group');
  const groups = Map.groupBy(await servicesInOrder(tx), (service) => service.group);
  return {
    groups: [...groups].map(([key, services]) => ({
      key,
      name: inWords(names.get(key) ?? { 'zh-CN': key }, language),
      services: services.map((service) => teaserOf(service, language)),
    })),
  };
}

/** `/services/:slug`: one service. Whether it can be ordered depends on the season, so the page grows stale at midnight where there is one. */
export const servicePage: Page = {
  path: '/services/:slug',
  view: 'volunteering/service',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const service = found(await serviceBySlug(tx, params['slug'] ?? ''));
      const staleAt = service.facts.season ? nextMidnight(tx.at, ctx.county.timeZone) : null;
      return {
        props: await serviceProps(tx, service, ctx.language),
        keys: ['services', `service:${service.slug}`],
        staleAt,
      };
    }),
};

async function serviceProps(tx: Tx, service: Service, language: Language): Promise<ServicePageProps> {
  const { facts } = service;
  const [groups, licences, limits] = [
    await termNames(tx, 'group'),
    await termNames(tx, 'licence'),
    await limitsFor(tx, service.id, service.level),
  ];
  const related = (await servicesInOrder(tx)).filter(
    (other) => other.group === service.group && other.id !== service.id,
  );
  return {
    slug: service.slug,
    name: inService(facts.name, language),
    summary: inService(facts.summary, language),
    prepare: inService(facts.prepare, language),
    whoMay: inService(facts.whoMay, language),
    where: facts.where,
    groupName: inWords(groups.get(service.group) ?? { 'zh-CN': service.group }, language),
    durationMinutes: facts.durationMinutes,
    peopleNeeded: facts.peopleNeeded,
    licences: [...new Set([...facts.licences, ...facts.licencesOfAll])].map((key) =>
      inWords(licences.get(key) ?? { 'zh-CN': key }, language),
    ),
    answerWithinMinutes: limits.answerWithinMinutes,
    answerWithinWorkingDays: limits.answerWithinWorkingDays,
    answeredFrom: limits.answeredFrom,
    answeredUntil: limits.answeredUntil,
    arrangeWithinHours: Math.max(1, Math.ceil(limits.arrangeWithinMinutes / 60)),
    arrangeWithinWorkingDays: limits.arrangeWithinWorkingDays,
    season: facts.season,
    opensOn: nextOpening(tx, service),
    reach: reachOf(tx, service, language),
    open: isOpen(tx, service),
    stations: (await stationContacts(tx, service.placeId, language))
      .filter((station) => isAtLevel(tx, station.place.code, service.level))
      .slice(0, 14),
    related: related.slice(0, 4).map((other) => teaserOf(other, language)),
  };
}

// Everywhere needs no words.
function reachOf(tx: Tx, { placeId, alsoPlaceIds }: Service, language: Language): string[] {
  const places = [placeId, ...alsoPlaceIds].flatMap((id) => placeById(tx, id) ?? []);
  return places.some((place) => place.depth === 0) ? [] : places.map((place) => inWords(place.name, language));
}

// A reader calls the station of their town: village posts would make a list nobody reads.
function isAtLevel(tx: Tx, code: string, level: Service['level']): boolean {
  const depth = placesOf(tx).byCode(code, today(tx))?.depth ?? 0;
  return level === 'county' ? depth === 0 : depth <= 1;
}
