import { z } from 'zod';
import { words } from '#places/contract';

/** Six digits, for one person at one computer. */
const pin = z.string().regex(/^\d{6}$/, 'expected:six-digits');

export const newPin = z.strictObject({ pin });

export const openByPinRequest = z.strictObject({ personId: z.uuid(), pin });
export type OpenByPinRequest = z.infer<typeof openByPinRequest>;

/** The station's computer at which the browser stands; null at any other. */
export const computerView = z.strictObject({
  computer: z.strictObject({ name: z.string(), station: words }).nullable(),
  /** Who has a PIN there; `counts` false: they have to sign in fully first. */
  people: z.array(z.strictObject({ personId: z.uuid(), name: z.string(), counts: z.boolean() })),
  /** The session was opened by PIN. */
  byPin: z.boolean(),
});
export type ComputerView = z.infer<typeof computerView>;

/** A station's computer, for whoever keeps the station. */
export const newComputer = z.strictObject({ name: z.string().trim().min(1).max(60) });
export type NewComputer = z.infer<typeof newComputer>;

export const computerList = z.strictObject({
  items: z.array(z.strictObject({ id: z.uuid(), name: z.string(), registeredAt: z.iso.datetime() })),
  total: z.int(),
});
export type ComputerList = z.infer<typeof computerList>;
