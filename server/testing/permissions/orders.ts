import { absent } from './bodies.ts';
import { anywhere, at, atPlace, everybody, handlers, list, nobody, on, order, signedIn, to } from './row.ts';
import type { Row } from './row.ts';

// Orders: coordinators and station keepers of the place; auditors read without acting; whoever goes sees their own.
export const orders: Record<string, Row> = {
  'GET /orders': list([...handlers, 'auditor'], '/orders?limit=100', 'order-accepted'),
  'GET /order-board': anywhere([...handlers, 'auditor'], to('/order-board')),
  'GET /order-map': anywhere([...handlers, 'auditor'], to('/order-map')),
  'POST /orders/batches': signedIn(to('/orders/batches', { acts: [{ do: 'accept', id: absent }] })),
  'GET /order-figures': anywhere([...handlers, 'auditor'], to('/order-figures')),
  'GET /demand-figures': anywhere([...handlers, 'auditor'], to('/demand-figures')),
  ...Object.fromEntries(
    ['json', 'xml'].flatMap((format): [string, Row][] => [
      [`GET /open311/services.${format}`, everybody(to(`/open311/services.${format}`))],
      [
        `GET /open311/services/:code.${format}`,
        { ...everybody(to(`/open311/services/none.${format}`)), mayBeAbsent: true },
      ],
      [`POST /open311/requests.${format}`, everybody(to(`/open311/requests.${format}`, {}))],
      [`GET /open311/requests.${format}`, everybody(to(`/open311/requests.${format}`))],
      [
        `GET /open311/requests/:id.${format}`,
        { ...everybody(to(`/open311/requests/${absent}.${format}`)), mayBeAbsent: true },
      ],
      [
        `GET /open311/tokens/:token.${format}`,
        { ...everybody(to(`/open311/tokens/none.${format}`)), mayBeAbsent: true },
      ],
    ]),
  ),
  'POST /sms-answers': everybody(to('/sms-answers', {})),
  'GET /orders/:id': atPlace([...handlers, 'auditor'], order('')),
  'GET /orders/:id/history': atPlace([...handlers, 'auditor'], order('/history')),
  'POST /orders': atPlace(
    handlers,
    at(
      () => '/orders',
      (things) => ({
        serviceId: things['service'],
        placeId: things['place'],
        channel: 'phone',
        contacts: [{ name: '刘', phone: '13911112222' }],
        consentRead: true,
        again: true,
      }),
    ),
  ),
  'POST /orders/:id/triages': atPlace(handlers, order('/triages', { verdict: 'resume' })),
  'POST /orders/:id/take-ons': atPlace(handlers, order('/take-ons')),
  'PUT /orders/:id/checks': atPlace(handlers, order('/checks', { risk: 'low' })),
  'POST /orders/:id/past-visits': {
    ...atPlace(
      handlers,
      order('/past-visits', {
        personIds: [absent],
        from: '2020-01-01T01:00:00.000Z',
        until: '2020-01-01T02:00:00.000Z',
      }),
    ),
    mayBeAbsent: true,
  },
  'POST /orders/:id/repetitions': atPlace(
    handlers,
    order('/repetitions', { rule: 'FREQ=WEEKLY;COUNT=2' }, 'order-submitted'),
  ),
  'GET /order-series/:id': atPlace([...handlers, 'auditor'], on('order-series', 'series', '')),
  'POST /order-series/:id/left-out-dates': atPlace(
    handlers,
    on('order-series', 'series', '/left-out-dates', { on: '2020-01-01' }),
  ),
  'POST /order-series/:id/endings': atPlace(handlers, on('order-series', 'series', '/endings', { from: '2099-01-01' })),
  'POST /orders/:id/parts': atPlace(handlers, order('/parts', { parts: [{ peopleServed: 1 }] })),
  'POST /orders/:id/dispatches': atPlace(
    handlers,
    at(
      (things) => `/orders/${things['order-accepted']}/dispatches`,
      (things) => ({ candidates: [{ kind: 'volunteer', id: things['person'] }], startsAt: '2020-01-01T00:00:00Z' }),
    ),
  ),
  'GET /dispatch-plans': list([...handlers, 'auditor'], '/dispatch-plans?limit=100', 'dispatch-plan'),
  'POST /dispatch-plans': atPlace(
    handlers,
    at(
      () => '/dispatch-plans',
      (things) => ({ placeId: things['place'], startsOn: '2020-01-01' }),
    ),
  ),
  'GET /dispatch-plans/:id': atPlace([...handlers, 'auditor'], on('dispatch-plans', 'dispatch-plan')),
  'GET /dispatch-plans/:id/reasons': atPlace(
    [...handlers, 'auditor'],
    at((things) => `/dispatch-plans/${things['dispatch-plan']}/reasons?orderId=${things['order-accepted']}`),
  ),
  'POST /dispatch-plans/:id/pins': atPlace(
    handlers,
    on('dispatch-plans', 'dispatch-plan', '/pins', { version: 999, orderId: absent, personIds: [] }),
  ),
  'POST /dispatch-plans/:id/stops': atPlace(handlers, on('dispatch-plans', 'dispatch-plan', '/stops', {})),
  'POST /dispatch-plans/:id/discards': atPlace(
    handlers,
    on('dispatch-plans', 'dispatch-plan', '/discards', { version: 999 }),
  ),
  'POST /dispatch-plans/:id/signatures': atPlace(
    handlers,
    on('dispatch-plans', 'dispatch-plan', '/signatures', { acts: [{ do: 'sign', id: absent }] }),
  ),
  'GET /orders/:id/appeals': atPlace(handlers, order('/appeals')),
  'POST /orders/:id/appeals': atPlace(handlers, order('/appeals', { said: '家里真的没有人会' })),
  'POST /orders/:id/appeal-answers': atPlace(
    handlers,
    order('/appeal-answers', { verdict: 'upheld', reason: '要持证的电工' }),
  ),
  'POST /orders/:id/copies': atPlace(handlers, order('/copies', {}, 'order-submitted')),
  'POST /orders/:id/reopenings': atPlace(handlers, order('/reopenings', { reason: '没来' })),
  'POST /orders/:id/wishes': atPlace(handlers, order('/wishes', { wishes: [{ on: null, part: 'any' }] })),
  'POST /orders/:id/cancellations': atPlace(handlers, order('/cancellations', {}, 'order-submitted')),
  'POST /orders/:id/confirmations': atPlace(handlers, order('/confirmations', {})),
  'POST /orders/:id/disputes': atPlace(handlers, order('/disputes', { reason: '没修好' })),
  'POST /orders/:id/calls': atPlace(handlers, order('/calls', {})),
  'POST /orders/:id/attestations': atPlace(['coordinator'], order('/attestations', { reason: '电话核实' })),
  'POST /orders/:id/closings': atPlace(['coordinator'], order('/closings', { reason: '打过三次电话' })),
  'PATCH /orders/:id/contacts': atPlace(handlers, order('/contacts', { version: 999, address: '东头第二家' })),
  'GET /orders/:id/notices': atPlace(handlers, order('/notices')),
  'POST /orders/:id/notice-endings': atPlace(handlers, order('/notice-endings', { position: 1 })),
  'POST /orders/:id/forgettings': atPlace(handlers, order('/forgettings', { lastFour: '1234' })),
  'POST /orders/:id/codes': atPlace(handlers, order('/codes', { lastFour: '1234' })),
  'GET /orders/:id/doubles': atPlace(handlers, order('/doubles')),
  'POST /doorstep-questions': anywhere(handlers, to('/doorstep-questions', { words: '清溪 灯笼' })),
  'POST /order-searches': anywhere(handlers, to('/order-searches', { phone: '13911112222' })),
  'POST /orders/:id/ratings': atPlace(handlers, order('/ratings', { outcome: 'done', score: 5 })),
  'POST /orders/:id/looks': atPlace(handlers, order('/looks', { what: 'contact' })),
  'GET /orders/:id/looks': atPlace(['coordinator', 'auditor'], order('/looks')),
  'GET /candidates': atPlace(
    handlers,
    at((things) => `/candidates?orderId=${things['order-accepted']}`),
  ),
  'GET /open-offers': signedIn(to('/open-offers')),
  'POST /orders/:id/openings': atPlace(
    handlers,
    on('orders', 'order-accepted', '/openings', { startsAt: '2020-01-01T00:00:00Z' }),
  ),
  'POST /orders/:id/waterfalls': atPlace(
    handlers,
    at(
      (things) => `/orders/${things['order-accepted']}/waterfalls`,
      (things) => ({ personIds: [things['person']], startsAt: '2020-01-01T00:00:00Z' }),
    ),
  ),
  'GET /visits/:id/stand-ins': atPlace(nobody, on('visits', 'visit', '/stand-ins')),
  'POST /visits/:id/hand-overs': atPlace(
    nobody,
    at(
      (things) => `/visits/${things['visit']}/hand-overs`,
      (things) => ({ personId: things['newcomer'] }),
    ),
  ),
  'DELETE /visits/:id/hand-overs': atPlace(nobody, on('visits', 'visit', '/hand-overs')),
  'GET /visits/:id/newcomers': atPlace(handlers, on('visits', 'visit', '/newcomers')),
  'POST /visits/:id/newcomers': atPlace(handlers, on('visits', 'visit', '/newcomers', { personId: absent })),
  'GET /offers': signedIn(to('/offers')),
  'GET /offers/:id': atPlace(handlers, on('offers', 'offer')),
  'POST /offers/:id/answers': atPlace(nobody, on('offers', 'offer', '/answers', { answer: 'accept' })),
  'GET /rosters': anywhere([...handlers, 'team-leader'], to('/rosters')),
  'GET /offers/:id/roster': atPlace(handlers, on('offers', 'offer', '/roster')),
  'POST /offers/:id/proposals': atPlace(
    handlers,
    at(
      (things) => `/offers/${things['offer']}/proposals`,
      (things) => ({ personIds: [things['person']] }),
    ),
  ),
  'GET /visits': signedIn(to('/visits')),
  'GET /visits/:id': atPlace(handlers, on('visits', 'visit')),
  'POST /visits/:id/check-ins': atPlace(handlers, on('visits', 'visit', '/check-ins', {})),
  'GET /visits/:id/code': atPlace(handlers, on('visits', 'visit', '/code')),
  'POST /visits/:id/incidents': atPlace(
    handlers,
    on('visits', 'visit', '/incidents', { kind: 'other', said: '门口有狗' }),
  ),
  'POST /call-back-draws': atPlace(
    ['coordinator', 'auditor'],
    at(
      () => '/call-back-draws',
      (things) => ({
        placeId: things['place'],
        from: '2020-01-01',
        until: '2020-01-02',
        size: 1,
        seed: '1',
        callerIds: [things['person']],
      }),
    ),
  ),
  'GET /call-backs': anywhere([...handlers, 'auditor'], to('/call-backs')),
  'POST /call-back-sheets': anywhere([...handlers, 'auditor'], to('/call-back-sheets')),
  'POST /call-backs/:id/results': atPlace(nobody, to(`/call-backs/${absent}/results`, { reached: false })),
  'POST /call-backs/:id/callers': anywhere(['coordinator', 'auditor'], to(`/call-backs/${absent}/callers`), {
    mayBeAbsent: true,
  }),
  'GET /call-back-figures': anywhere([...handlers, 'auditor'], to('/call-back-figures')),
  'GET /visit-alarms': anywhere(handlers, to('/visit-alarms')),
  'POST /visit-alarms/:id/endings': anywhere(handlers, to(`/visit-alarms/${absent}/endings`, {}), {
    mayBeAbsent: true,
  }),
  'GET /incidents': anywhere(['safeguarding'], to('/incidents')),
  'GET /incidents/:id': anywhere(['safeguarding'], to(`/incidents/${absent}`), { mayBeAbsent: true }),
  'POST /incidents/:id/notes': anywhere(['safeguarding'], to(`/incidents/${absent}/notes`, { said: '问过了' }), {
    mayBeAbsent: true,
  }),
  'POST /incidents/:id/closings': anywhere(['safeguarding'], to(`/incidents/${absent}/closings`, { said: '办好了' }), {
    mayBeAbsent: true,
  }),
  'POST /visits/:id/completions': atPlace(handlers, on('visits', 'visit', '/completions', { minutesServed: 1 })),
  'POST /visits/:id/own-times': atPlace(nobody, on('visits', 'visit', '/own-times', { minutes: 30 })),
  'POST /visits/:id/failures': atPlace(handlers, on('visits', 'visit', '/failures', { reason: '没人在家' })),
  'POST /visits/:id/releases': atPlace(nobody, on('visits', 'visit', '/releases', {})),
  'POST /visits/:id/person-releases': {
    ...atPlace(handlers, on('visits', 'visit', '/person-releases', { personId: absent })),
    mayBeAbsent: true,
  },
};
