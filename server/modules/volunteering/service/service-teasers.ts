import { inWords, placesOf } from '#places';
import type { Tx } from '#platform/transaction';
import type { ServiceTeaser } from '../page-contract.ts';
import { servicesInOrder } from './service-queries.ts';
import type { Service } from './service-queries.ts';

/** Services as public lists show them: those of the home page in its order, or those offered at a place. */
export async function serviceTeasers(tx: Tx, language: 'zh-CN' | 'en', wanted: { onHomePage?: boolean; placeId?: string }): Promise<ServiceTeaser[]> {
  const services = await servicesInOrder(tx);
  const tree = placesOf(tx);
  const here = wanted.placeId ? services.filter((service) => tree.covers(service.placeId, wanted.placeId ?? '')) : services;
  const shown = wanted.onHomePage ? here.filter((service) => service.homePosition !== null).toSorted((a, b) => (a.homePosition ?? 0) - (b.homePosition ?? 0)) : here;
  return shown.map((service) => serviceTeaser(service, language));
}

/** One service in a list. */
export const serviceTeaser = ({ slug, facts }: Service, language: 'zh-CN' | 'en'): ServiceTeaser => ({
  slug, name: inWords(facts.name, language), hint: inWords(facts.hint, language), summary: inWords(facts.summary, language), where: facts.where,
});
