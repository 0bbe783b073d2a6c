import { definePermissions } from '#platform/permits';

/** The watch: the whole desk sees it; who is on duty is said by the chief editor or an administrator, as for every grant of duty. */
export const dutyPermissions = definePermissions('duty', {
  'duty.see': {
    roles: ['editor', 'section-head', 'chief-editor', 'proofreader', 'correspondent', 'administrator', 'auditor'],
  },
  'duty.arrange': { roles: ['chief-editor', 'administrator'] },
});
