import type { Manifest } from '#platform/manifest';
import { consentRoutes } from './http/consent-routes.ts';
import { materialPage } from './http/material-page.ts';
import { materialRoutes } from './http/material-routes.ts';
import { picturePage } from './http/picture-page.ts';
import { pictureRoutes } from './http/picture-routes.ts';
import { uploadRoutes } from './http/upload-routes.ts';
import { itemsAgain } from './library/remove-item.ts';
import { materialStates } from './material/states.ts';
import { materialIndex } from './material/word-index.ts';
import { consentPermissions, materialPermissions, picturePermissions, uploadPermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';
import { renditionFigures } from './picture/sweep-renditions.ts';
import { pictureIndex } from './picture/word-index.ts';
import { recurring } from './recurring.ts';
import { sealed } from './sealed.ts';
import { mediaBytes } from './storage-left.ts';
import { texts } from './texts/index.ts';

/** What the module media gives to the program. */
export const media: Manifest = {
  name: 'media',
  routes: [...pictureRoutes, ...consentRoutes, ...uploadRoutes, ...materialRoutes],
  pages: [picturePage, materialPage],
  permissions: [picturePermissions, consentPermissions, uploadPermissions, materialPermissions],
  states: [materialStates],
  keys: ['pictures'],
  recurring,
  wordIndexes: [pictureIndex, materialIndex],
  figures: renditionFigures,
  storedBytes: mediaBytes,
  refusals: {
    PictureTooLarge: 413,
    PictureUnreadable: 422,
    PictureInUse: 409,
    MaterialInUse: 409,
    QuotaReached: 413,
    ConsentRevoked: 409,
    ConsentHeld: 409,
    UploadProtocolUnknown: 412,
    UploadMoved: 409,
    UploadQuotaReached: 413,
    TooManyOpenUploads: 409,
    ChecksumMismatch: 460,
    DocumentWithMacros: 422,
    RecordingUnreadable: 422,
    RecordingTooLong: 422,
    ConverterMissing: 503,
    ConversionHung: 422,
    ConversionBroke: 422,
    SubtitlesUnreadable: 422,
    TooManyKeywords: 422,
  },
  texts,
  personalData,
  erasures: itemsAgain,
  sealed,
};
