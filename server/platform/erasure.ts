import { z } from 'zod';
import { defineEvent } from './events.ts';

/** What was deleted: a record by its id, a picture by the hash of its file, one of several under a record by the record's id and its number (`<id>:2`). */
export const erasedId = z.union([
  z.uuid(),
  z.string().regex(/^[0-9a-f]{64}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d$/),
]);

/** What somebody wished deleted, or to hear no more of, was deleted or ended (PIPL art. 15 and 47, GDPR art. 7 and 17), and stays so: a list outside the database holds it, so that no backup brings it back. Every such deletion emits it. */
export const dataErased = defineEvent('data.erased', 1, 'subjectId', {
  noun: z.string(),
  subjectId: erasedId,
});
