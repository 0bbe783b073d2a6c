import { definePermissions } from '#platform/permits';

/** Who sees what became of copies. Whoever may read a story sees its own. */
export const copyPermissions = definePermissions('copy', {
  'copy.list': { roles: ['editor', 'section-head', 'chief-editor', 'proofreader', 'auditor', 'administrator'] },
});
