import { z } from 'zod';
import { placeLine, words } from '#places/contract';

/** A page of a list: `next` goes into `after` for the next one; null at the end. */
const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable(), total: z.int() });

export const role = z.string().regex(/^[a-z][a-z-]{1,40}$/);
const person = z.strictObject({ id: z.uuid(), name: z.string() });

/** A grant in lists. Times are the county's. */
export const grantView = z.strictObject({
  id: z.uuid(),
  person,
  role,
  roleName: z.string(),
  place: placeLine,
  unit: z.strictObject({ id: z.uuid(), name: words }).nullable(),
  duty: z.boolean(),
  fromAt: z.iso.datetime(),
  untilAt: z.iso.datetime().nullable(),
  /** Whether it holds at the county's present time. */
  holds: z.boolean(),
  abilities: z.array(z.string()),
});
export type GrantView = z.infer<typeof grantView>;

export const grantQuery = z.strictObject({
  personId: z.uuid().optional(),
  role: role.optional(),
  /** Grants at this place and below. */
  placeId: z.uuid().optional(),
  duty: z.enum(['true', 'false']).optional(),
  /** In the person's name. */
  q: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  /** `now`: those that hold; `all`: ended and future ones too. */
  when: z.enum(['now', 'all']).default('now'),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type GrantQuery = z.infer<typeof grantQuery>;
export const grantPage = page(grantView);
export type GrantPage = z.infer<typeof grantPage>;

/** A moment between 1970 and 2200. */
const moment = z.iso
  .datetime()
  .refine((text) => text >= '1970' && text < '2200', { params: { code: 'invalid_format', expected: 'datetime' } });

export const newGrantRequest = z.strictObject({
  personId: z.uuid(),
  role,
  placeId: z.uuid(),
  unitId: z.uuid().nullish(),
  duty: z.boolean().default(false),
  fromAt: moment.optional(),
  /** Needed for duty. */
  untilAt: moment.nullish(),
});
export type NewGrantRequest = z.infer<typeof newGrantRequest>;

export const roleList = z.strictObject({
  roles: z.array(z.strictObject({ role, name: z.string(), /** Needs a second factor. */ strong: z.boolean() })),
});

export const unitKind = z.enum(['section', 'team', 'station']);
export const unitView = z.strictObject({
  id: z.uuid(),
  kind: unitKind,
  place: placeLine,
  name: words,
  closedAt: z.iso.datetime().nullable(),
  abilities: z.array(z.string()),
});
export type UnitView = z.infer<typeof unitView>;
export const unitQuery = z.strictObject({
  kind: unitKind.optional(),
  placeId: z.uuid().optional(),
  closed: z.enum(['true', 'false']).default('false'),
});
export type UnitQuery = z.infer<typeof unitQuery>;
export const unitList = z.strictObject({ items: z.array(unitView) });
export const newUnitRequest = z.strictObject({ kind: unitKind, placeId: z.uuid(), name: words });
export type NewUnitRequest = z.infer<typeof newUnitRequest>;
export const unitChange = z.strictObject({ name: words.optional(), closed: z.boolean().optional() });
export type UnitChange = z.infer<typeof unitChange>;

/** How somebody signs in, as an administrator sees it: no secrets, no devices. */
export const accountView = z.strictObject({
  personId: z.uuid(),
  /** Null: no account yet. */
  login: z.string().nullable(),
  state: z.enum(['none', 'invited', 'open', 'closed']),
  hasPassword: z.boolean(),
  hasPasskey: z.boolean(),
  hasTotp: z.boolean(),
  needsSecondFactor: z.boolean(),
  signedInAt: z.iso.datetime().nullable(),
  sessions: z.int(),
  invitation: z.strictObject({ id: z.uuid(), expiresAt: z.iso.datetime() }).nullable(),
  slip: z.strictObject({ id: z.uuid(), expiresAt: z.iso.datetime(), waitsForSecondPerson: z.boolean() }).nullable(),
  abilities: z.array(z.string()),
});
export type AccountView = z.infer<typeof accountView>;
export const accountChange = z.strictObject({ closed: z.boolean() });

/** How an invitation reaches the person: by e-mail when they have an address, else by a link to hand over; `link` asks for the link all the same. */
export const invitationRequest = z.strictObject({ by: z.enum(['email', 'link']).optional() }).default({});

/** An invitation just made. */
export const newInvitation = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  /** Shown once, to be handed over; null: it went by e-mail, to the address alone. */
  link: z.string().nullable(),
  expiresAt: z.iso.datetime(),
});

/** A slip just made: the code is shown once, to be printed. It works after `waitsForSecondPerson` has been settled. */
export const newSlip = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  login: z.string(),
  code: z.string(),
  address: z.string(),
  expiresAt: z.iso.datetime(),
  waitsForSecondPerson: z.boolean(),
});
export const slipView = z.strictObject({
  id: z.uuid(),
  person,
  madeBy: person,
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  waitsForSecondPerson: z.boolean(),
  abilities: z.array(z.string()),
});
export const slipList = z.strictObject({ items: z.array(slipView) });

/** The data map: every personal column with what it is for, on what ground, how long. */
export const dataMap = z.strictObject({
  columns: z.array(
    z.strictObject({
      module: z.string(),
      table: z.string(),
      column: z.string(),
      purpose: z.string(),
      basis: z.string(),
      retention: z.string(),
    }),
  ),
});
/** Everything the system holds about a person: module → table → rows. */
export const ownData = z.strictObject({
  personId: z.uuid(),
  at: z.iso.datetime(),
  modules: z.record(z.string(), z.record(z.string(), z.array(z.unknown()))),
});
export const erasureRequest = z.strictObject({
  /** The person's display name, typed once more. */ name: z.string().max(200),
});
