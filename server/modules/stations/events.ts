import { z } from 'zod';
import { defineEvent } from '#platform/events';

/** A station was opened, closed, or its public facts changed. */
export const stationChanged = defineEvent('station.changed', 1, 'stationId', {
  stationId: z.uuid(),
  placeId: z.uuid(),
});
