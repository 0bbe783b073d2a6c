import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { Said } from './library/said.ts';

interface Kept {
  readonly storedBy: string | null;
  readonly placeId?: string;
}

/** What rules look at in a picture or a material; one without a place asks for none. */
export const thingOf = ({ storedBy, placeId }: Pick<Said, 'storedBy' | 'placeId'>): Kept =>
  placeId === null ? { storedBy } : { storedBy, placeId };

const keeper = (actor: Actor, kept: Kept): boolean => actor.kind === 'person' && kept.storedBy === actor.id;

const desk = ['editor', 'section-head', 'chief-editor'];
const others = ['correspondent', 'proofreader', 'coordinator', 'station-keeper', 'administrator'];
const senders = [...desk, ...others, 'team-leader'];
/** Of pictures and of materials alike: many look through them; the desk of their place changes what is said of them, and whoever stored one. */
const looking = { roles: [...desk, ...others, 'auditor'] };
const changing = { roles: desk, relations: { keeper }, relatedRoles: [...others, 'team-leader'] };

/** Who may store pictures, look through them, and change what is said of them. One without a place is any desk's. */
export const picturePermissions = definePermissions<Kept>('picture', {
  'picture.store': { roles: senders },
  'picture.list': looking,
  'picture.change': changing,
  'picture.remove': changing,
});

/** Who may note that somebody in a picture or a recording agreed: whoever may change it. The form, which says more than the desk needs from day to day, and what becomes of a consent are the desk's of its place. */
export const consentPermissions = definePermissions<Kept>('consent', {
  'consent.record': changing,
  'consent.see': changing,
  'consent.see-form': { roles: desk },
  'consent.decide': { roles: desk },
});

/** Who may send files in pieces: whoever may store pictures. An upload is its sender's alone. */
export const uploadPermissions = definePermissions('upload', { 'upload.send': { roles: senders } });

/** Who may look through sound, video and documents, change what is said of them, and remove what nothing uses. */
export const materialPermissions = definePermissions<Kept>('material', {
  'material.list': looking,
  'material.change': changing,
  'material.remove': changing,
});
