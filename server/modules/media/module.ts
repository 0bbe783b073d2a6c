import type { Manifest } from '#platform/manifest';
import { picturePage } from './http/picture-page.ts';
import { pictureRoutes } from './http/picture-routes.ts';
import { picturePermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';
import { renditionFigures } from './picture/sweep-renditions.ts';
import { recurring } from './recurring.ts';
import { texts } from './texts/index.ts';

/** What the module media gives to the program. */
export const media: Manifest = {
  name: 'media',
  routes: pictureRoutes,
  pages: [picturePage],
  permissions: [picturePermissions],
  recurring,
  figures: renditionFigures,
  refusals: { PictureTooLarge: 413, PictureUnreadable: 422, QuotaReached: 413 },
  texts,
  personalData,
};
