import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { calendarFeed, endCalendarFeed, makeCalendarFeed, readCalendar } from '../calendar/calendar-feed.ts';
import { calendarFeedView, newCalendarFeed } from '../contract.ts';

/** A person's own calendar, for the telephone. */
export const calendarRoutes = [
  route({
    method: 'GET',
    path: '/me/calendar-feed',
    ability: 'own-data.see',
    summary: 'Whether the person has a calendar address.',
    answer: calendarFeedView,
    handle: ({ ctx, actor }) => calendarFeed(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/me/calendar-feed',
    ability: 'own-data.change',
    summary: 'Makes a secret calendar address, shown once; an earlier one works no more.',
    body: z.strictObject({}),
    answer: newCalendarFeed,
    // Asked again it makes another: a stored answer would keep the secret.
    idempotency: 'none',
    handle: ({ ctx, actor }) => makeCalendarFeed(ctx, actor),
  }),
  route({
    method: 'DELETE',
    path: '/me/calendar-feed',
    ability: 'own-data.change',
    summary: 'Ends the calendar address at once.',
    answer: null,
    handle: ({ ctx, actor }) => endCalendarFeed(ctx, actor),
  }),
  route({
    method: 'GET',
    path: '/calendars/:secret',
    ability: 'public',
    summary: 'The calendar under a secret address, as text/calendar.',
    params: z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) }),
    answer: z.string(),
    answerType: 'text/calendar',
    refuses: ['NotFound'],
    perMinute: 60,
    handle: async ({ ctx, params, request }) =>
      new Raw(
        'text/calendar; charset=utf-8',
        await readCalendar(ctx, params.secret, `${request.protocol}://${request.host}`),
        { 'cache-control': 'no-store', 'content-disposition': 'inline; filename="xiangyin.ics"' },
      ),
  }),
];
