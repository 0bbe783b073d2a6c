import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** The demonstration was emptied and loaded again: whatever a process holds of it in memory is out of date. */
export const demonstrationReset = defineEvent('demonstration.reset', 1, 'countySlug', { countySlug: z.string() });
