/** The roles of a county. A grant gives one at a place, and so for all below it. */
export const roles = [
  'chief-editor',
  'section-head',
  'editor',
  'correspondent',
  'proofreader',
  'coordinator',
  'station-keeper',
  'team-leader',
  'volunteer',
  'administrator',
  'auditor',
  'safeguarding',
] as const;
export type Role = (typeof roles)[number];

/** Roles that review, administer or look into the record: whoever holds one reaches nothing without a second factor or passkey (trust.md A14). */
export const strongRoles: ReadonlySet<string> = new Set<Role>([
  'chief-editor',
  'section-head',
  'editor',
  'proofreader',
  'administrator',
  'auditor',
  'safeguarding',
]);

/** Whether any of the grants is of a strong role. */
export const needsSecondFactor = (grants: readonly { readonly role: string }[]): boolean =>
  grants.some((grant) => strongRoles.has(grant.role));
