import { z } from 'zod';

/** What somebody agrees to be told of, each by itself: how it goes (received, answered, changed, over), that somebody comes and when, that they are there, that it is done. */
export const noticePurpose = z.enum(['progress', 'booked', 'arrived', 'done']);
export type NoticePurpose = z.infer<typeof noticePurpose>;

/** Which of an order's contacts: 1 ordered; 2 and 3 are who else may be told. */
export const contactPosition = z.int().min(1).max(3);

/** How a contact is told: by SMS to their phone, or by e-mail. */
export const contactNotices = z
  .strictObject({
    channel: z.enum(['email', 'sms']),
    email: z.email().max(200).optional(),
    purposes: z.array(noticePurpose).min(1).max(4),
  })
  .refine(({ channel, email }) => channel === 'sms' || email !== undefined, { path: ['email'] });

/** `GET /orders/:id/notices`: No phone and no address. */
export const orderNotices = z.strictObject({
  items: z.array(
    z.strictObject({
      position: contactPosition,
      channel: z.enum(['email', 'sms']),
      purposes: z.array(noticePurpose),
      agreedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
    }),
  ),
  total: z.int(),
});
export type OrderNotices = z.infer<typeof orderNotices>;

export const noticeEnding = z.strictObject({ position: contactPosition });
