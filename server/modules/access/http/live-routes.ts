import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { openStream } from '../live/open-stream.ts';

/** The live stream of whoever is signed in. */
export const liveRoutes = [
  route({
    method: 'GET',
    path: '/live',
    ability: 'own-data.see',
    summary: 'Server-sent events: "changed" with the nouns concerned, "ended" when the session is over.',
    answer: z.string(),
    answerType: 'text/event-stream',
    handle: async ({ ctx, actor, request, reply }) => {
      openStream(ctx, actor, request, reply);
      return new Raw('text/event-stream', '');
    },
  }),
];
