import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { PictureView } from '../contract.ts';
import { saidView } from '../library/said-view.ts';
import { cardPath, pagePicture } from './address.ts';
import type { Picture } from './picture-queries.ts';

/** A picture as the library shows it to somebody. */
export function viewOf(tx: Tx, actor: Actor, picture: Picture): PictureView {
  const { src, srcset } = pagePicture(picture, picture.focus);
  return {
    ...saidView(tx, actor, 'picture', picture),
    hash: picture.hash,
    width: picture.width,
    height: picture.height,
    alt: picture.alt,
    src,
    srcset,
    card: cardPath(picture, picture.focus),
    focus: picture.focus,
  };
}
