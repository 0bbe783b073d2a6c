export { originalPath, pagePicture, renditionPath } from './picture/address.ts';
export { keepCopies } from './picture/keep-copies.ts';
export { picturesByHash } from './picture/picture-queries.ts';
export type { Picture } from './picture/picture-queries.ts';
export { readOriginal } from './picture/read-original.ts';
export { storePicture } from './picture/store-picture.ts';
export type { NewPicture } from './picture/store-picture.ts';
export { qrCode } from './qr-code.ts';
