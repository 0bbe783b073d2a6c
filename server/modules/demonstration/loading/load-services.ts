import { placeByCode as placeWith } from '#places';
import { addService, setLimits, setTerm } from '#volunteering';
import { systemActor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { placeByName } from '../content/places.ts';
import { demonstrationServices } from '../content/services.ts';
import type { ServiceContent } from '../content/services.ts';
import * as english from '../content/texts/en.ts';
import * as chinese from '../content/texts/zh-cn.ts';
import type { Teller } from './teller.ts';

const by = systemActor('demonstration');
/** A front door that still does not shut is asked about before night. */
const askedTheSameDay: ReadonlySet<string> = new Set(['doors-and-windows']);

/** The catalogue of 40 services with its words and the times for answering. */
export async function loadServices(teller: Teller): Promise<void> {
  teller.hoursAgo(24 * 98);
  await teller.once('step:terms', async (tx) => {
    await addTerms(tx, 'group', chinese.serviceGroups, english.serviceGroups);
    await addTerms(tx, 'skill', chinese.skills, english.skills);
    await addTerms(tx, 'licence', chinese.licences, english.licences);
    await addTerms(tx, 'training', chinese.trainings, english.trainings);
    return teller.id('step:places');
  });
  for (const [at, service] of demonstrationServices.entries())
    await teller.once(`service:${service.key}`, (tx) => load(tx, service, at));
}

async function addTerms<Key extends string>(
  tx: Tx,
  kind: 'group' | 'skill' | 'licence' | 'training',
  zh: Readonly<Record<Key, string>>,
  en: Readonly<Record<Key, string>>,
): Promise<void> {
  for (const [position, key] of (Object.keys(zh) as Key[]).entries())
    await setTerm(tx, { kind, key, name: { 'zh-CN': zh[key], en: en[key] }, position });
}

function reachOf(tx: Tx, { places = [] }: ServiceContent): { placeId?: string; alsoPlaceIds?: string[] } {
  const [placeId, ...alsoPlaceIds] = places.map((name) => found(placeWith(tx, placeByName(name).code)).id);
  return placeId === undefined ? {} : { placeId, alsoPlaceIds };
}

async function load(tx: Tx, service: ServiceContent, position: number): Promise<string> {
  const inBoth = (key: 'name' | 'hint' | 'summary' | 'prepare' | 'whoMay') => ({
    'zh-CN': service.zh[key],
    en: service.en[key],
  });
  const { id } = await addService(tx, by, {
    slug: service.key,
    group: service.group,
    level: service.level,
    position,
    homePosition: service.homePosition ?? null,
    ...reachOf(tx, service),
    facts: {
      name: inBoth('name'),
      hint: inBoth('hint'),
      summary: inBoth('summary'),
      prepare: inBoth('prepare'),
      whoMay: inBoth('whoMay'),
      where: service.where,
      durationMinutes: service.durationMinutes,
      peopleNeeded: service.peopleNeeded,
      skills: [...service.skills],
      licences: [...service.licences],
      licencesOfAll: service.licences.filter((licence) => licence === 'child-protection'),
      riskClass: service.riskClass,
      pair: service.homeVisitPair,
      evidenceRule: service.where === 'home' ? 'confirmed' : 'confirmed-or-attested',
      season: service.season ?? null,
      ...(service.publicKind ? { publicKind: true } : {}),
      ...(service.checks ? { checks: [...service.checks] } : {}),
      ...(service.groupUpTo === undefined ? {} : { groupUpTo: service.groupUpTo }),
    },
  });
  await setLimits(tx, {
    serviceId: id,
    level: null,
    answerWithinMinutes: service.answerWithinMinutes,
    answerWithinWorkingDays: null,
    // Water does not wait for the morning.
    ...(service.answerWithinMinutes <= 20
      ? { answeredFrom: 0, answeredUntil: 1_440 }
      : { answeredFrom: 480, answeredUntil: 1_260 }),
    arrangeWithinMinutes: service.arrangeWithinHours * 60,
    arrangeWithinWorkingDays: null,
    offerExpiresMinutes: 240,
    offersAnsweredFrom: 420,
    offersAnsweredUntil: 1_320,
    urgentOfferExpiresMinutes: 20,
    confirmWithinMinutes: askedTheSameDay.has(service.key) ? 8 * 60 : 7 * 1_440,
    rateWithinMinutes: 7 * 1_440,
  });
  return id;
}
