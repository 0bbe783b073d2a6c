import type { ServiceContent } from './service-content.ts';
import { careServices } from './services/care.ts';
import { childrenServices } from './services/children.ts';
import { errandServices } from './services/errands.ts';
import { healthServices } from './services/health.ts';
import { neighbourServices } from './services/neighbours.ts';
import { paperServices } from './services/papers.ts';
import { phoneServices } from './services/phones.ts';
import { repairServices } from './services/repair.ts';

export type { ServiceContent, ServiceGroup } from './service-content.ts';

/** The 40 services of the demonstration's catalogue, group by group. */
export const demonstrationServices: readonly ServiceContent[] = [
  ...repairServices,
  ...healthServices,
  ...careServices,
  ...childrenServices,
  ...errandServices,
  ...paperServices,
  ...phoneServices,
  ...neighbourServices,
];

/** The eight commonest wishes, in the order of the home page. */
export const homeServices: readonly ServiceContent[] = demonstrationServices
  .filter(({ homePosition }) => homePosition !== undefined)
  .sort((a, b) => (a.homePosition ?? 0) - (b.homePosition ?? 0));

const byKey = new Map(demonstrationServices.map((service) => [service.key, service]));

/** The service with this key. Throws for a key that is not in the catalogue. */
export function serviceByKey(key: string): ServiceContent {
  const service = byKey.get(key);
  if (service === undefined) throw new RangeError(`the catalogue has no service ${key}`);
  return service;
}

/** Whether a service is offered in this month (1 to 12). */
export function isOfferedIn(month: number, { season }: ServiceContent): boolean {
  if (season === undefined) return true;
  const { fromMonth, toMonth } = season;
  return fromMonth <= toMonth ? month >= fromMonth && month <= toMonth : month >= fromMonth || month <= toMonth;
}
