import { placeOrRefuse, today } from '#places';
import type { Tx } from '#platform/transaction';
import type { LibraryQuery } from '../contract.ts';
import { lastToldDay } from './rights.ts';
import { searchQuery } from './search-words.ts';

/** Puts a value into the query and answers its place, `$3`. */
export type Add = (value: unknown) => string;

/** The conditions of what is looked for in `media.pictures` or `media.materials`, in a query whose first value is the county. `plainWords`: where a single sign, which is no word of the index, is looked for as it stands. Refuses: NotFound (404) for a place that is not there. */
export function librarySql(tx: Tx, query: LibraryQuery, plainWords: string, add: Add): string[] {
  return [
    ...wordsSql(tx, query, plainWords, add),
    ...placeSql(tx, query, add),
    ...daysSql(tx, query, add),
    ...stateSql(tx, query, add),
  ];
}

function wordsSql(tx: Tx, { q, by }: LibraryQuery, plainWords: string, add: Add): string[] {
  const asked = q === undefined ? undefined : searchQuery(tx, q);
  return [
    ...(asked === undefined ? [] : [`words @@ to_tsquery('simple', ${add(asked)})`]),
    ...(q !== undefined && asked === undefined ? [`strpos(lower(${plainWords}), lower(${add(q)})) > 0`] : []),
    ...(by === undefined ? [] : [`strpos(lower(credit), lower(${add(by)})) > 0`]),
  ];
}

function placeSql(tx: Tx, query: LibraryQuery, add: Add): string[] {
  if (query.place === undefined) return [];
  const { lo, hi } = placeOrRefuse(tx, query.place);
  return [
    `place_id = any(array(select p.id from places.places p where p.county_id = $1 and p.lo between ${add(lo)} and ${add(hi)}))`,
  ];
}

function daysSql(tx: Tx, query: LibraryQuery, add: Add): string[] {
  const zone = tx.ctx.county.timeZone;
  return [
    ...(query.takenFrom ? [`taken_on >= ${add(query.takenFrom)}::date`] : []),
    ...(query.takenUntil ? [`taken_on <= ${add(query.takenUntil)}::date`] : []),
    ...(query.sentFrom ? [`made_at >= ${add(query.sentFrom)}::date::timestamp at time zone ${add(zone)}`] : []),
    ...(query.sentUntil ? [`made_at < (${add(query.sentUntil)}::date + 1)::timestamp at time zone ${add(zone)}`] : []),
  ];
}

function stateSql(tx: Tx, { rights, machine, used, people }: LibraryQuery, add: Add): string[] {
  const now = (): string => `${add(today(tx))}::date`;
  const soon = (): string => `${add(lastToldDay(tx))}::date`;
  const said = `(rights_holder <> '' or licence <> '' or source <> '')`;
  const states = {
    unsaid: () => `rights_until is null and not ${said}`,
    held: () => `((rights_until is null and ${said}) or rights_until > ${soon()})`,
    ending: () => `rights_until between ${now()} and ${soon()}`,
    ended: () => `rights_until < ${now()}`,
  };
  const isUsed = `exists (select 1 from media.uses u where u.county_id = $1 and u.item_hash = hash and u.part <> 'past')`;
  const consents = (which: () => string): string =>
    `exists (select 1 from media.consents c where c.county_id = $1 and c.item_hash = hash and ${which()})`;
  const showsPeople = `(shows_people or ${consents(() => 'true')})`;
  // As `consentOf` says it.
  const holds = (): string => `c.revoked_at is null and (c.valid_until is null or c.valid_until >= ${now()})`;
  const lost = (): string => `c.settled_at is null and not (${holds()})`;
  return [
    ...(rights === undefined ? [] : [states[rights]()]),
    ...(machine === undefined ? [] : [machine === 'any' ? 'machine is not null' : `machine = ${add(machine)}`]),
    ...(people === undefined ? [] : [showsPeople]),
    ...(people === 'wanting' ? [`(${consents(lost)} or not ${consents(holds)})`] : []),
    ...(used === 'now' ? [isUsed] : []),
    ...(used === 'never'
      ? ['not exists (select 1 from media.uses u where u.county_id = $1 and u.item_hash = hash)']
      : []),
  ];
}
