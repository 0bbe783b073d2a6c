import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** What stands on every page of the county is another: name, publisher, telephone or languages. */
export const countyChanged = defineEvent('county.changed', 1, 'countyId', {
  countyId: z.string(),
  what: z.array(z.string()),
});
