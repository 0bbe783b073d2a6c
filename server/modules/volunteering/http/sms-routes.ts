import { z } from 'zod';
import { mustBeFromGateway } from '#notices';
import { Raw, route } from '#platform/http/route';
import { smsAnswer } from '../contract.ts';
import { asXml } from '../open311/as-xml.ts';
import { answerBySms } from '../order/notices/answer-by-sms.ts';

/** What whoever ordered answers by SMS. */
export const smsRoutes = [
  route({
    method: 'POST',
    status: 200,
    path: '/sms-answers',
    ability: 'public',
    summary:
      'The SMS gateway brings an answer of somebody who was asked whether a visit was done; signed by the gateway.',
    body: smsAnswer,
    accepts: 'form',
    answer: z.string(),
    answerType: 'text/xml',
    idempotency: 'none',
    perMinute: 600,
    refuses: ['NotFound', 'NotFromGateway', 'TooManyRequests'],
    handle: async ({ ctx, body, request }) => {
      mustBeFromGateway(ctx, {
        path: request.url,
        fields: Object(request.body) as Record<string, unknown>,
        signature: request.headers['x-twilio-signature'],
      });
      const said = await answerBySms(ctx, body);
      return new Raw('text/xml; charset=utf-8', asXml('Response', said ? { Message: said } : {}));
    },
  }),
];
