import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** An idea was proposed, or its words, places, times or state changed. `moved`: it is elsewhere or at another time, or says something else of what is wanted. */
export const ideaChanged = defineEvent('idea.changed', 1, 'ideaId', {
  ideaId: z.uuid(),
  version: z.int(),
  moved: z.boolean().optional(),
});

/** An assignment was made, changed or moved on. `formerId`: who was asked before, where that changed. */
export const assignmentMoved = defineEvent('assignment.moved', 1, 'assignmentId', {
  assignmentId: z.uuid(),
  ideaId: z.uuid(),
  from: z.string().nullable(),
  to: z.string(),
  personId: z.uuid().nullable(),
  formerId: z.uuid().nullable(),
  assignedBy: z.uuid().nullable(),
  version: z.int(),
});
