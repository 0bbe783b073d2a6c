import { z } from 'zod';
import { defineEvent } from './events.ts';

/** What was deleted: a record by its id, a picture by the hash of its file. */
export const erasedId = z.union([z.uuid(), z.string().regex(/^[0-9a-f]{64}$/)]);

/** What somebody wished deleted was deleted (PIPL art. 47, GDPR art. 17), and stays so: a list outside the database holds it, so that no backup brings it back. Every such deletion emits it. */
export const dataErased = defineEvent('data.erased', 1, 'subjectId', {
  noun: z.string(),
  subjectId: erasedId,
});
