import { definePermissions } from '#platform/permits';

/** Hooks of the duties at a place; one's own are everybody's. */
export const hookPermissions = definePermissions('notice-hook', {
  'notice-hook.list': { roles: ['administrator', 'chief-editor', 'coordinator'] },
  'notice-hook.arrange': { roles: ['administrator', 'chief-editor', 'coordinator'] },
});
