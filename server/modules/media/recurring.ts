import { dueBy } from '#platform/due';
import type { Recurring } from '#platform/recurring';
import { forgetConsents } from './consent/forget-consents.ts';
import { indexMaterials } from './material/index-materials.ts';
import { indexPictures } from './picture/index-pictures.ts';
import { lookAtPictures } from './picture/look-at-pictures.ts';
import { imprintRecordings } from './conversion/imprint-recordings.ts';
import { sweepConversions } from './conversion/sweep-conversions.ts';
import { sweepRenditions } from './picture/sweep-renditions.ts';
import { sweepUploads } from './upload/sweep-uploads.ts';

/** The library's work by the clock. */
export const recurring: readonly Recurring[] = [
  {
    name: 'media.keep-renditions',
    everySeconds: 10,
    due: dueBy('media.due_renditions'),
    run: (ctx, signal) => sweepRenditions(ctx, 8_000, signal),
  },
  {
    name: 'media.index-pictures',
    everySeconds: 60,
    due: dueBy('media.due_words'),
    run: (ctx) =>
      ctx.transaction(async (tx) => {
        await indexPictures(tx, 200);
        await indexMaterials(tx, 200);
      }),
  },
  { name: 'media.look-at-pictures', everySeconds: 60, due: dueBy('media.due_looks'), run: lookAtPictures },
  { name: 'media.forget-consents', everySeconds: 3_600, cannotBeUndone: true, run: forgetConsents },
  {
    name: 'media.settle-uploads',
    everySeconds: 5,
    soonAfterStart: true,
    due: dueBy('media.due_uploads'),
    run: sweepUploads,
  },
  {
    name: 'media.convert',
    everySeconds: 5,
    due: dueBy('media.due_conversions'),
    run: (ctx, signal) => sweepConversions(ctx, signal),
  },
  { name: 'media.imprint-recordings', everySeconds: 60, due: dueBy('media.due_imprints'), run: imprintRecordings },
];
