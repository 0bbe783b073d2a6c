import { sectionsInOrder } from '#newsroom';
import { inWords, placeName, placesOf } from '#places';
import type { Tx } from '#platform/transaction';
import type { NewsletterSettings } from '../settings.ts';

/** A newsletter that can be asked for, with what can be chosen of it. */
export interface Newsletter {
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  /** Its own place and those right below it. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

/** The newsletters of the county that are on, by name. */
export async function newslettersOf(tx: Tx): Promise<Newsletter[]> {
  const rows = await tx.named<{
    id: string;
    name: string;
    placeId: string;
    sectionIds: string[] | null;
    settings: NewsletterSettings;
  }>(
    'channels.newsletters-on',
    `select id, name, place_id as "placeId", section_ids as "sectionIds", settings from channels.channels where county_id = $1 and kind = 'newsletter' and is_on order by name`,
    [tx.countyId],
  );
  const sections = rows.length > 0 ? await sectionsInOrder(tx) : [];
  const { language } = tx.ctx;
  return rows.map(({ id, name, placeId, sectionIds, settings }) => ({
    id,
    name,
    lead: settings.lead,
    sections: sections
      .filter((one) => sectionIds === null || sectionIds.includes(one.id))
      .map((one) => ({ id: one.id, name: inWords(one.name, language) })),
    places: placesOf(tx)
      .subtree(placeId)
      .filter((one) => one.id === placeId || one.parentId === placeId)
      .map((one) => ({ id: one.id, name: placeName(one, language) })),
  }));
}
