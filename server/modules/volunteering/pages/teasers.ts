import { inWords } from '#places';
import type { Tx } from '#platform/transaction';
import type { ServiceTeaser } from '../page-contract.ts';
import { plainWords } from '../plain-words.ts';
import { isOfferedAt, servicesInOrder } from '../service/service-queries.ts';
import type { Service } from '../service/service-queries.ts';

type Language = 'zh-CN' | 'en';

/** A text of a service in the reader's language. */
export const inService = (words: Service['facts']['summary'], language: Language): string =>
  inWords(plainWords(words), language);

/** A service as lists show it. */
export const teaserOf = (service: Service, language: Language): ServiceTeaser => ({
  slug: service.slug,
  name: inService(service.facts.name, language),
  hint: inService(service.facts.hint, language),
  summary: inService(service.facts.summary, language),
  where: service.facts.where,
});

/** Services in the catalogue's order; `onHomePage`: only those among the wishes of the home page, in that order; `placeId`: only those offered there. */
export async function serviceTeasers(
  tx: Tx,
  language: Language,
  wanted: { onHomePage?: boolean; placeId?: string } = {},
): Promise<ServiceTeaser[]> {
  const { onHomePage, placeId } = wanted;
  const services = (await servicesInOrder(tx)).filter(
    (service) => placeId === undefined || isOfferedAt(tx, service, placeId),
  );
  const chosen = onHomePage
    ? services
        .filter((service) => service.homePosition !== null)
        .toSorted((a, b) => (a.homePosition ?? 0) - (b.homePosition ?? 0))
    : services;
  return chosen.map((service) => teaserOf(service, language));
}
