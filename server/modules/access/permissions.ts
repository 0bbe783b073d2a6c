import { definePermissions } from '#platform/permits';
import type { Thing } from '#platform/permits';

/** An account as rules see it: whose it is and where they belong. */
export interface AccountThing extends Thing {
  readonly personId: string;
}

/** The account of a person who belongs to a place. */
export const accountThing = (personId: string, placeId: string | null): AccountThing => ({ personId, placeId });

/** Accounts: who opens, closes and resets them. */
export const accountPermissions = definePermissions<AccountThing>('account', {
  'account.see': {
    roles: ['administrator', 'coordinator', 'station-keeper'],
    relations: { self: (actor, account) => actor.kind === 'person' && actor.id === account.personId },
  },
  'account.invite': { roles: ['administrator', 'coordinator', 'station-keeper'], reserved: true },
  'account.close': { roles: ['administrator'], strong: true, reserved: true },
  'account.reset': { roles: ['administrator', 'station-keeper'], reserved: true },
  'account.confirm-reset': { roles: ['administrator', 'chief-editor', 'station-keeper'], reserved: true },
});

/** Grants: administrators give any; coordinators and station keepers theirs to volunteers; the chief editor says who is on duty. */
export const grantPermissions = definePermissions('grant', {
  'grant.see': { roles: ['administrator', 'auditor', 'chief-editor', 'section-head', 'coordinator', 'station-keeper'] },
  'grant.add': { roles: ['administrator', 'chief-editor', 'coordinator', 'station-keeper'], reserved: true },
  'grant.end': { roles: ['administrator', 'chief-editor', 'coordinator', 'station-keeper'], reserved: true },
});

/** Units: sections, teams and stations to which a grant may be narrowed. */
export const unitPermissions = definePermissions('unit', {
  'unit.see': { signedIn: true },
  'unit.add': { roles: ['administrator', 'coordinator'] },
  'unit.change': { roles: ['administrator', 'coordinator'] },
});

/** Roles that work before lists of the console; a view shared with a place is theirs. */
export const colleagues = [
  'chief-editor',
  'section-head',
  'editor',
  'correspondent',
  'proofreader',
  'coordinator',
  'station-keeper',
  'administrator',
  'auditor',
] as const;

/** Kept views of lists: everybody keeps their own; a shared one is its owner's, and of whoever keeps order among the colleagues it is shared with. */
export const viewPermissions = definePermissions<Thing & { readonly personId?: string }>('view', {
  'view.keep': { signedIn: true },
  'view.share': { roles: colleagues },
  'view.change': {
    roles: ['chief-editor', 'coordinator', 'administrator'],
    relations: { owner: (actor, view) => actor.kind === 'person' && actor.id === view.personId },
    relatedRoles: [...colleagues, 'team-leader', 'volunteer'],
  },
});

/** Keys of programs elsewhere: what is public is read with them, and nothing else. */
export const apiKeyPermissions = definePermissions('api-key', {
  'api-key.read': { roles: ['administrator', 'chief-editor', 'auditor'] },
  'api-key.make': { roles: ['administrator', 'chief-editor'], reserved: true },
});

/** What is one's own: the notices, what waits, the sessions, the hours. Everybody has it; a token only where it says so. Giving a person their data, and deleting it at their wish; everybody may do that for themselves. */
export const ownDataPermissions = definePermissions<AccountThing>('own-data', {
  'own-data.see': { signedIn: true },
  'own-data.change': { signedIn: true },
  'own-data.export': {
    roles: ['administrator'],
    strong: true,
    reserved: true,
    relations: { self: (actor, account) => actor.kind === 'person' && actor.id === account.personId },
  },
  'own-data.erase': {
    roles: ['administrator'],
    strong: true,
    reserved: true,
    relations: { self: (actor, account) => actor.kind === 'person' && actor.id === account.personId },
  },
});
