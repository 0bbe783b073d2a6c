import { definePermissions } from '#platform/permits';

/** Who may store pictures and look through them. */
export const picturePermissions = definePermissions('picture', {
  'picture.store': {
    roles: [
      'correspondent',
      'editor',
      'section-head',
      'chief-editor',
      'proofreader',
      'coordinator',
      'station-keeper',
      'team-leader',
      'administrator',
    ],
  },
  'picture.list': {
    roles: [
      'correspondent',
      'editor',
      'section-head',
      'chief-editor',
      'proofreader',
      'coordinator',
      'station-keeper',
      'administrator',
      'auditor',
    ],
  },
});
