import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { consentOf } from '../consent/consent-state.ts';
import type { PictureView } from '../contract.ts';
import { thingOf } from '../permissions.ts';
import { cardPath, pagePicture } from './address.ts';
import type { Picture } from './picture-queries.ts';
import { rightsOf } from './rights.ts';

/** A picture as the library shows it to somebody. */
export function viewOf(tx: Tx, actor: Actor, picture: Picture): PictureView {
  const { src, srcset } = pagePicture(picture, picture.focus);
  return {
    hash: picture.hash,
    width: picture.width,
    height: picture.height,
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
    title: picture.title,
    keywords: [...picture.keywords],
    placeId: picture.placeId,
    madeAt: picture.madeAt.toISOString(),
    takenOn: picture.takenOn,
    source: picture.source,
    licence: picture.licence,
    rightsHolder: picture.rightsHolder,
    rightsUntil: picture.rightsUntil,
    rights: rightsOf(tx, picture),
    machine: picture.machine,
    showsPeople: picture.showsPeople,
    consent: consentOf(tx, picture),
    src,
    srcset,
    card: cardPath(picture, picture.focus),
    version: picture.version,
    focus: picture.focus,
    abilities: abilitiesOn(tx, actor, 'picture', thingOf(picture)),
  };
}
