import { absent, assertion, attestation } from './bodies.ts';
import { atPlace, everybody, nobody, signedIn, to } from './row.ts';
import type { Row } from './row.ts';

// Signing in, and what is one's own: every person for themselves; what is another's is not there (404).
export const own: Record<string, Row> = {
  'GET /me': signedIn(to('/me')),
  'GET /me/waiting': signedIn(to('/me/waiting')),
  'POST /sessions': everybody(to('/sessions', { login: 'nobody-at-all', password: 'wrong' })),
  'POST /passkey-sign-in-options': everybody(to('/passkey-sign-in-options')),
  'POST /passkey-sessions': everybody(to('/passkey-sessions', { assertion })),
  'POST /sessions/current/second-factors': signedIn(to('/sessions/current/second-factors', { code: '123456' }), {
    endsSession: true,
  }),
  'POST /sessions/current/step-up-options': signedIn(to('/sessions/current/step-up-options')),
  'POST /sessions/current/step-ups': signedIn(to('/sessions/current/step-ups', { code: '123456' }), {
    endsSession: true,
  }),
  'GET /sessions': signedIn(to('/sessions')),
  'DELETE /sessions/current': { ...everybody(to('/sessions/current')), endsSession: true },
  'DELETE /sessions/:id': atPlace(nobody, to(`/sessions/${absent}`)),
  'DELETE /sessions': signedIn(to('/sessions'), { endsSession: true }),
  'GET /computer': everybody(to('/computer')),
  // No browser of these is a station's computer.
  'PUT /computer/pin': signedIn(to('/computer/pin', { pin: '402917' }), { mayBeAbsent: true }),
  'DELETE /computer/pin': signedIn(to('/computer/pin'), { mayBeAbsent: true }),
  'POST /computer/sessions': {
    ...everybody(to('/computer/sessions', { personId: absent, pin: '402917' })),
    mayBeAbsent: true,
  },
  'POST /sessions/current/signs': signedIn(to('/sessions/current/signs')),
  'GET /me/credentials': signedIn(to('/me/credentials')),
  'PUT /me/password': signedIn(to('/me/password', { password: '12345678' })),
  'POST /me/passkey-options': signedIn(to('/me/passkey-options')),
  'POST /me/passkeys': signedIn(to('/me/passkeys', { name: '手机', attestation })),
  'DELETE /me/passkeys/:id': atPlace(nobody, to(`/me/passkeys/${absent}`)),
  'GET /oidc-provider': everybody(to('/oidc-provider')),
  // Without a provider in the settings there is none to be found.
  'POST /oidc-sign-ins': { ...everybody(to('/oidc-sign-ins', { startOn: 'console' })), mayBeAbsent: true },
  'POST /oidc-returns': { ...everybody(to('/oidc-returns', { state: 'a'.repeat(43) })), mayBeAbsent: true },
  'POST /me/oidc-links': signedIn(to('/me/oidc-links', {}), { mayBeAbsent: true }),
  'DELETE /me/oidc-link': signedIn(to('/me/oidc-link'), { mayBeAbsent: true }),
  'POST /me/totp': signedIn(to('/me/totp')),
  'POST /me/totp/confirmations': signedIn(to('/me/totp/confirmations', { code: '123456' })),
  'DELETE /me/totp': signedIn(to('/me/totp'), { mayBeAbsent: true }),
  'POST /me/recovery-codes': signedIn(to('/me/recovery-codes')),
  'GET /views': signedIn(to('/views?list=stories')),
  'POST /views': signedIn(to('/views', { list: 'stories', name: 'a-view', search: 'state=draft' })),
  // Of a view that is nobody's there is nothing to be seen.
  'PATCH /views/:id': signedIn(to(`/views/${absent}`, { version: 1 }), { mayBeAbsent: true }),
  'DELETE /views/:id': signedIn(to(`/views/${absent}`), { mayBeAbsent: true }),
  'PUT /first-views': signedIn(to('/first-views', { list: 'stories', viewId: null })),
  'GET /me/calendar-feed': signedIn(to('/me/calendar-feed')),
  'POST /me/calendar-feed': signedIn(to('/me/calendar-feed', {})),
  'DELETE /me/calendar-feed': signedIn(to('/me/calendar-feed')),
  'GET /calendars/:secret': { ...everybody(to(`/calendars/${'a'.repeat(43)}`)), mayBeAbsent: true },
  'GET /me/tokens': signedIn(to('/me/tokens')),
  'POST /me/tokens': signedIn(to('/me/tokens', { name: '程序', scopes: [], days: 1 })),
  'DELETE /me/tokens/:id': atPlace(nobody, to(`/me/tokens/${absent}`)),
  'GET /live': signedIn(to('/live')),
  'POST /signing-options': signedIn(to('/signing-options', { statementHash: 'a'.repeat(64) })),
  'POST /invitation-lookups': everybody(to('/invitation-lookups', { token: 'a'.repeat(32) })),
  'POST /invitation-acceptances': everybody(
    to('/invitation-acceptances', { token: 'a'.repeat(32), login: 'somebody', password: 'a long enough sentence' }),
  ),
  'POST /slip-uses': everybody(
    to('/slip-uses', { login: 'nobody-at-all', code: 'aaaaaaaaaa', password: 'a long enough sentence' }),
  ),
  'GET /data-map': everybody(to('/data-map')),
};
