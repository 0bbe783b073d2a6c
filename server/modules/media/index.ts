export { pictureChanged } from './events.ts';
export { originalPath, pagePicture } from './picture/address.ts';
export { keepRenditions } from './picture/keep-renditions.ts';
export { focusByHash, picturesByHash } from './picture/picture-queries.ts';
export type { Picture } from './picture/picture-queries.ts';
export { readOriginal } from './picture/read-original.ts';
export { storePicture } from './picture/store-picture.ts';
export type { NewPicture } from './picture/store-picture.ts';
export { qrCode } from './qr-code.ts';
