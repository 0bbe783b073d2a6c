import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { Thing } from '#platform/permits';
import type { Copy } from './copy/copy-queries.ts';
import { isInHands } from './copy/may-act.ts';

interface CopyThing extends Thing, Partial<Pick<Copy, 'state' | 'carrier'>> {
  readonly keeperId?: string | null;
}

const keeper = (actor: Actor, copy: CopyThing): boolean => actor.kind === 'person' && copy.keeperId === actor.id;

const holder = (actor: Actor, copy: CopyThing): boolean => keeper(actor, copy) && isInHands(copy);

/** Who sees what became of copies, who has one sent or looked at again, and who brings one to its place by hand, or says that it cannot be done. Whoever may read a story sees its own. */
export const copyPermissions = definePermissions<CopyThing>('copy', {
  'copy.list': { roles: ['editor', 'section-head', 'chief-editor', 'proofreader', 'auditor', 'administrator'] },
  'copy.retry': { roles: ['editor', 'section-head', 'chief-editor', 'administrator'] },
  // Without `relatedRoles`: the stop of what is about to leave is offered to whoever has this somewhere, and keepers have no part in that.
  'copy.give-up': { roles: ['editor', 'section-head', 'chief-editor', 'administrator'], relations: { holder } },
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
  // Addresses of readers: whoever runs the newsletter, one by one, and on record.
  'channel.tend-addresses': { roles: ['chief-editor', 'administrator'], strong: true },
});
