import { z } from 'zod';
import { placeLine, words } from '#places/contract';

/** What a caller says that somebody at their door has said. In the body: addresses are kept in logs. */
export const doorstepQuestion = z.strictObject({ words: z.string().trim().min(1).max(60) });
/** The visits to homes around now for which these are the words: no address, phone or name of who is served; helpers by first name. Empty: nobody of ours has these words. */
export const doorstepAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      orderId: z.uuid(),
      service: words,
      place: placeLine,
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      visitState: z.enum(['planned', 'under-way']),
      helpers: z.array(z.string()),
    }),
  ),
  total: z.int(),
});
export type DoorstepAnswer = z.infer<typeof doorstepAnswer>;
