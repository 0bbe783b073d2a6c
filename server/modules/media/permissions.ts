import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { Material } from './material/material-queries.ts';
import type { Picture } from './picture/picture-queries.ts';

interface Kept {
  readonly storedBy: string | null;
  readonly placeId?: string;
}

/** What rules look at in a picture; one without a place asks for none. */
export const thingOf = ({ storedBy, placeId }: Picture): Kept =>
  placeId === null ? { storedBy } : { storedBy, placeId };

const keeper = (actor: Actor, kept: Kept): boolean => actor.kind === 'person' && kept.storedBy === actor.id;

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

const senders = [
  'correspondent',
  'editor',
  'section-head',
  'chief-editor',
  'proofreader',
  'coordinator',
  'station-keeper',
  'team-leader',
  'administrator',
];

/** Who may send files in pieces: whoever may store pictures. An upload is its sender's alone. */
export const uploadPermissions = definePermissions('upload', { 'upload.send': { roles: senders } });

/** What rules look at in a material; one without a place asks for none. */
export const materialThing = ({ storedBy, placeId }: Material): Kept =>
  placeId === null ? { storedBy } : { storedBy, placeId };

/** Who may look through sound, video and documents, and change what is said of them: as of pictures. */
export const materialPermissions = definePermissions<Kept>('material', {
  'material.list': {
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
  'material.change': {
    roles: ['editor', 'section-head', 'chief-editor'],
    relations: { keeper },
    relatedRoles: ['correspondent', 'proofreader', 'coordinator', 'station-keeper', 'team-leader', 'administrator'],
  },
});
