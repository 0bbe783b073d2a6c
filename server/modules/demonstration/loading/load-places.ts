import { addPlaces } from '#places';
import type { NewPlace } from '#places';
import { demonstrationPlaces } from '../content/places.ts';
import type { Teller } from './teller.ts';

/** The county, its 12 towns and their 240 villages, under codes that no real county has. */
export async function loadPlaces(teller: Teller): Promise<void> {
  teller.hoursAgo(24 * 100);
  await teller.once('step:places', async (tx) => {
    const tree = await addPlaces(tx, demonstrationPlaces.map(asNewPlace));
    return tree.root?.id ?? '';
  });
}

const asNewPlace = ({
  level,
  parentCode,
  code,
  zh,
  en,
  xKm,
  yKm,
  residents,
}: (typeof demonstrationPlaces)[number]): NewPlace => ({
  level,
  parentCode: parentCode ?? null,
  code,
  name: { 'zh-CN': zh, en },
  validFrom: '2000-01-01',
  xKm,
  yKm,
  population: Math.round((residents.from + residents.to) / 2),
});
