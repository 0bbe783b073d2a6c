import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** What the library says of a picture was changed; with `moved` its cuts lie around another point, with `marked` pages say otherwise whether a machine made it, whose it is or under which terms it is shown. */
export const pictureChanged = defineEvent('picture.changed', 1, 'hash', {
  hash: z.string(),
  moved: z.boolean(),
  marked: z.boolean().optional(),
});

/** What the library shows of sound, video or a document was changed: its words, its subtitles, or that it can be played now. */
export const materialChanged = defineEvent('material.changed', 1, 'materialId', {
  materialId: z.uuid(),
  hash: z.string(),
});

/** All of an upload is here and was put away, or nothing could be made of it: `settledUpload` says which. */
export const uploadSettled = defineEvent('upload.settled', 1, 'uploadId', { uploadId: z.uuid() });
