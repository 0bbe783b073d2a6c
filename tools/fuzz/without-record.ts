/** Operations that change rows and write none of the audit, and why: reviewed by hand. Any other that does so is a finding. */
export const withoutRecord: Readonly<Record<string, string>> = {
  'POST /api/v1/notices/{id}/reads': 'when somebody read their own notices is nobody’s business',
  'PUT /api/v1/first-views': 'with which view one’s own list opens changes nothing for anybody',
  'POST /api/v1/me/totp': 'the secret counts only once a code of it was given, and that is written down',
  'DELETE /api/v1/sessions/current': 'the event of the ended session says whose, when and why',
  'DELETE /api/v1/uploads/{id}': 'what had arrived of one’s own file, before it was anything',
  'POST /api/v1/hub': 'a reader’s program asks for a feed; no person acts, and what is asked is not yet granted',
  'POST /api/v1/unsubscriptions/{token}': 'of readers who leave nothing is kept, nor that they were there',
};
