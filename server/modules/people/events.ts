import { z } from 'zod';
import { defineEvent } from '#platform/events';

const id = z.uuid();

/** Somebody was written down. */
export const personAdded = defineEvent('person.added', 1, 'personId', { personId: id, placeId: id.nullable() });
/** What is known of somebody changed; `what` names the fields, never their contents. */
export const personChanged = defineEvent('person.changed', 1, 'personId', {
  personId: id,
  what: z.array(z.string()),
  active: z.boolean(),
});
