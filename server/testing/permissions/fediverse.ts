import { absent } from './bodies.ts';
import { everybody, to } from './row.ts';
import type { Row } from './row.ts';

// What accounts of the fediverse are is for everybody; ids of a county that has none are absent.
const activitypub = (path: string, body?: unknown): Row => ({
  ...everybody(to(`/activitypub${path}`, body)),
  mayBeAbsent: true,
});
export const fediverse: Record<string, Row> = {
  'GET /activitypub/actors/:id': activitypub(`/actors/${absent}`),
  'GET /activitypub/actors/:id/outbox': activitypub(`/actors/${absent}/outbox`),
  'GET /activitypub/actors/:id/followers': activitypub(`/actors/${absent}/followers`),
  'GET /activitypub/objects/:id': activitypub(`/objects/${absent}`),
  'GET /activitypub/activities/:id': activitypub(`/activities/${absent}`),
  'POST /activitypub/inbox': activitypub('/inbox', {}),
  'POST /activitypub/actors/:id/inbox': activitypub(`/actors/${absent}/inbox`, {}),
};
