import { z } from 'zod';
import { placeLine, words } from '#places/contract';

/** A grant as its holder sees it. */
export const heldGrant = z.strictObject({
  role: z.string(),
  /** The role in the reader's language. */
  roleName: z.string(),
  place: placeLine,
  unitId: z.uuid().nullable(),
  unitName: words.nullable(),
  /** On duty now (值班). */
  duty: z.boolean(),
});

/** Who is signed in, what they may do somewhere, and the places between which they may switch. */
export const meView = z.strictObject({
  personId: z.uuid(),
  name: z.string(),
  title: words.nullable(),
  language: z.enum(['zh-CN', 'en']),
  login: z.string(),
  assurance: z.union([z.literal(1), z.literal(2)]),
  /** What must be done before anything else works: give the second factor, or enrol one. */
  needs: z.enum(['nothing', 'second-factor', 'enrolment']),
  /** When a step-up for signing stops to count, in real time; null: none counts now. */
  steppedUpUntil: z.iso.datetime().nullable(),
  hasPasskey: z.boolean(),
  hasTotp: z.boolean(),
  hasPassword: z.boolean(),
  /** The person's passkey is held by the server: demonstration only. */
  demonstration: z.boolean(),
  grants: z.array(heldGrant),
  /** Every ability held at one place at least; views carry the exact ones. */
  abilities: z.array(z.string()),
  /** Topmost places of the grants, in order: what the place switcher offers. */
  places: z.array(placeLine),
  /** The disk is nearly full: nothing can be written until there is room. */
  readsOnly: z.boolean(),
  county: z.strictObject({
    slug: z.string(),
    name: words,
    timeZone: z.string(),
    countryPack: z.enum(['cn', 'generic']),
    languages: z.array(z.enum(['zh-CN', 'en'])),
    demonstration: z.boolean(),
    /** The county's time at this answer. */
    now: z.iso.datetime(),
  }),
});
export type MeView = z.infer<typeof meView>;
