import type { Kind } from '../kind.ts';
import { end } from './end.ts';
import { hold } from './hold.ts';
import { readBack } from './read-back.ts';
import { send } from './send.ts';
import { webhookSettings } from './settings.ts';
import type { WebhookSettings } from './settings.ts';
import { newSecret } from '#platform/outbound/signed-call';
import { test } from './test.ts';
import { texts } from './texts.ts';
import { withdraw } from './withdraw.ts';

/** A receiver that another program runs: told by a signed call with a ninjs body, of a new edition as of a withdrawal, of the end of a notice, and of another time until which it holds. Its own copy is edited in place by whoever runs it, and by the key it knows a repeated call. */
export const webhook: Kind<WebhookSettings> = {
  key: 'webhook',
  settings: webhookSettings,
  texts,
  secret: { from: 'made', make: newSecret },
  capabilities: () => ({
    correct: 'edit',
    withdraw: 'delete',
    endsNotices: true,
    readsBack: true,
    carrier: 'program',
  }),
  send,
  withdraw,
  end,
  hold,
  readBack,
  test,
};
