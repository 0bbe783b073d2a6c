import type { SearchDocument, Searchable } from '#platform/manifest';
import { plainWords } from './plain-words.ts';
import { servicesInOrder } from './service/service-queries.ts';
import { termNames } from './service/terms.ts';

/** Services that are offered, for the public search: one document for each language they have words in. */
export const searchableServices: Searchable = {
  kind: 'service',
  async documents(tx, ids) {
    const groups = await termNames(tx, 'group');
    const services = (await servicesInOrder(tx)).filter((service) => ids === 'all' || ids.includes(service.id));
    return services.flatMap((service) =>
      tx.ctx.county.languages.flatMap((language): SearchDocument[] => {
        const { name, hint, summary, prepare, whoMay } = service.facts;
        const title = name[language];
        if (!title) return [];
        return [
          {
            kind: 'service',
            id: service.id,
            language,
            title,
            text: [hint, summary, whoMay, prepare]
              .map((words) => plainWords(words)[language] ?? '')
              .filter(Boolean)
              .join('\n'),
            href: `/services/${service.slug}`,
            label: groups.get(service.group) ?? { 'zh-CN': service.group },
            at: tx.at,
            placeIds: [service.placeId],
          },
        ];
      }),
    );
  },
};
