import { definePermissions } from '#platform/permits';

/** Who may look after the installation's own records. */
export const auditPermissions = definePermissions('audit', {
  'audit.read': { roles: ['auditor', 'administrator'], strong: true },
});
export const jobPermissions = definePermissions('job', {
  'job.read': { roles: ['administrator', 'auditor'], strong: true },
  'job.retry': { roles: ['administrator'], strong: true },
});
export const measurementPermissions = definePermissions('measurement', {
  'measurement.read': { roles: ['administrator'], strong: true },
});
export const settingPermissions = definePermissions('setting', {
  'setting.read': { roles: ['administrator', 'auditor'], strong: true },
  'setting.change': { roles: ['administrator'], strong: true },
});
