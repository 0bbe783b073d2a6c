import { committed, committedAll } from '#platform/events';
import { sessionEnded } from './events.ts';
import { hubOf } from './live/live-hub.ts';

/** Streams learn of every change at once, and end with their session. */
export const subscriptions = [
  committed(sessionEnded, (app, county, event) => hubOf(app).ended(county.id, event.payload.sessionId)),
  committedAll((app, county, event) => hubOf(app).changed(county.id, event.name.split('.')[0] ?? event.name)),
];
