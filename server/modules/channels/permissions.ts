import { definePermissions } from '#platform/permits';

/** Who sees what became of copies, and who has one sent or looked at again. Whoever may read a story sees its own. */
export const copyPermissions = definePermissions('copy', {
  'copy.list': { roles: ['editor', 'section-head', 'chief-editor', 'proofreader', 'auditor', 'administrator'] },
  'copy.retry': { roles: ['editor', 'section-head', 'chief-editor', 'administrator'] },
});
