import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** A story begins or ceases to stand in another form, for programs: its public page names it. */
export const otherFormChanged = defineEvent('other-form.changed', 1, 'storyId', { storyId: z.uuid() });

/** What was read back at a channel is not what was sent. */
export const copyDrifted = defineEvent('copy.drifted', 1, 'copyId', {
  copyId: z.uuid(),
  storyId: z.uuid(),
  channel: z.string(),
});
