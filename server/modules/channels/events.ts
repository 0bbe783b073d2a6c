import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** What was read back at a channel is not what was sent. */
export const copyDrifted = defineEvent('copy.drifted', 1, 'copyId', {
  copyId: z.uuid(),
  storyId: z.uuid(),
  channel: z.string(),
});
