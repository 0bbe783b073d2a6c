import { route } from '#platform/http/route';
import { computerView, newPin, openByPinRequest, signedIn } from '../contract.ts';
import { computerSecretOf } from '../computer/computer-queries.ts';
import { computerView as viewOf } from '../computer/computer-view.ts';
import { giveSign } from '../computer/give-sign.ts';
import { openByPin } from '../computer/open-by-pin.ts';
import { removePin, setPin } from '../computer/set-pin.ts';
import { deviceOf } from '../session/device.ts';
import { setSessionCookie } from './session-cookie.ts';

/** At the computer of a station's counter: who has a PIN, setting and removing one's own, opening a session by it, and keeping that open. */
export const computerRoutes = [
  route({
    method: 'GET',
    path: '/computer',
    ability: 'public',
    summary: 'Whether this browser is the computer of a station, and who has a PIN there.',
    answer: computerView,
    handle: ({ ctx, actor, request }) => viewOf(ctx, actor, computerSecretOf(request.headers.cookie)),
  }),
  route({
    method: 'PUT',
    path: '/computer/pin',
    ability: 'signed-in',
    summary: 'Set one’s own PIN for this computer.',
    perMinute: 30,
    body: newPin,
    answer: null,
    refuses: ['NotFound', 'StepUpRequired', 'PinTooEasy'],
    handle: ({ ctx, actor, body, request }) => setPin(ctx, actor, computerSecretOf(request.headers.cookie), body.pin),
  }),
  route({
    method: 'DELETE',
    path: '/computer/pin',
    ability: 'signed-in',
    summary: 'Take one’s own PIN at this computer away.',
    answer: null,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, request }) => removePin(ctx, actor, computerSecretOf(request.headers.cookie)),
  }),
  route({
    method: 'POST',
    path: '/computer/sessions',
    ability: 'public',
    summary: 'Open a session at this computer by PIN.',
    withoutRoom: true,
    idempotency: 'none',
    perMinute: 30,
    body: openByPinRequest,
    answer: signedIn,
    refuses: ['NotFound', 'PinOver', 'PinNotRight'],
    handle: async ({ ctx, body, request, reply }) => {
      const secret = computerSecretOf(request.headers.cookie);
      const { started, until } = await openByPin(ctx, secret, body, deviceOf(request.headers['user-agent']));
      setSessionCookie(reply, started.secret, until, ctx.app.clock.now());
      return started.answer;
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/current/signs',
    ability: 'signed-in',
    summary: 'A person is there: keeps a session opened by PIN for two minutes more.',
    withoutRoom: true,
    idempotency: 'none',
    answer: null,
    handle: ({ ctx, actor }) => giveSign(ctx, actor),
  }),
];
