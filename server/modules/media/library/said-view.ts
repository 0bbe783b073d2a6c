import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { consentOf } from '../consent/consent-state.ts';
import type { PictureView } from '../contract.ts';
import { thingOf } from '../permissions.ts';
import type { ItemRef } from './item.ts';
import { rightsOf } from './rights.ts';
import type { Said } from './said.ts';

type SaidView = Omit<PictureView, 'hash' | 'width' | 'height' | 'alt' | 'src' | 'srcset' | 'card' | 'focus'>;

/** What the library says of a picture or a material, as it shows it to somebody. */
export const saidView = (tx: Tx, actor: Actor, of: ItemRef['of'], said: Said): SaidView => ({
  version: said.version,
  caption: said.caption,
  credit: said.credit,
  title: said.title,
  keywords: [...said.keywords],
  placeId: said.placeId,
  madeAt: said.madeAt.toISOString(),
  takenOn: said.takenOn,
  source: said.source,
  licence: said.licence,
  rightsHolder: said.rightsHolder,
  rightsUntil: said.rightsUntil,
  rights: rightsOf(tx, said),
  machine: said.machine,
  showsPeople: said.showsPeople,
  consent: consentOf(tx, said),
  abilities: abilitiesOn(tx, actor, of, thingOf(said)),
});
