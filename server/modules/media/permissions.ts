import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { Picture } from './picture/picture-queries.ts';

interface Kept {
  readonly storedBy: string | null;
  readonly placeId?: string;
}

/** What rules look at in a picture; one without a place asks for none. */
export const thingOf = ({ storedBy, placeId }: Picture): Kept =>
  placeId === null ? { storedBy } : { storedBy, placeId };

const keeper = (actor: Actor, picture: Kept): boolean => actor.kind === 'person' && picture.storedBy === actor.id;

/** Who may store pictures, look through them, and change what is said of them: whoever stored one, and the desk of its place. One without a place is any desk's. */
export const picturePermissions = definePermissions<Kept>('picture', {
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
  'picture.change': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { keeper },
    relatedRoles: ['correspondent', 'proofreader', 'coordinator', 'station-keeper', 'team-leader', 'administrator'],
  },
});
