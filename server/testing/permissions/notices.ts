import { absent } from './bodies.ts';
import { atPlace, nobody, signedIn, to } from './row.ts';
import type { Row } from './row.ts';

export const notices: Record<string, Row> = {
  'GET /notices': signedIn(to('/notices')),
  'POST /notices/:id/reads': atPlace(nobody, to(`/notices/${absent}/reads`)),
  'GET /notice-preferences': signedIn(to('/notice-preferences')),
  'PUT /notice-preferences': signedIn(to('/notice-preferences', { email: true, quietFrom: null, quietUntil: null })),
};
