import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { Thing } from '#platform/permits';

interface CopyThing extends Thing {
  readonly keeperId?: string | null;
}

const keeper = (actor: Actor, copy: CopyThing): boolean => actor.kind === 'person' && copy.keeperId === actor.id;

/** Who sees what became of copies, who has one sent or looked at again, and who brings one to its place by hand. Whoever may read a story sees its own. */
export const copyPermissions = definePermissions<CopyThing>('copy', {
  'copy.list': { roles: ['editor', 'section-head', 'chief-editor', 'proofreader', 'auditor', 'administrator'] },
  'copy.retry': { roles: ['editor', 'section-head', 'chief-editor', 'administrator'] },
  'copy.give-up': { roles: ['editor', 'section-head', 'chief-editor', 'administrator'] },
  'copy.accept-words': { roles: ['section-head', 'chief-editor'] },
  'copy.bring': {
    roles: ['editor', 'section-head', 'chief-editor', 'administrator'],
    relations: { keeper },
    relatedRoles: ['correspondent', 'proofreader', 'coordinator', 'station-keeper', 'team-leader', 'volunteer'],
  },
});

/** Who sets up the ways to the public, and who sees them. */
export const channelPermissions = definePermissions('channel', {
  'channel.list': { roles: ['editor', 'section-head', 'chief-editor', 'auditor', 'administrator'] },
  'channel.sweep': { roles: ['editor', 'section-head', 'chief-editor', 'administrator'] },
  'channel.arrange': { roles: ['chief-editor', 'administrator'], strong: true },
});
