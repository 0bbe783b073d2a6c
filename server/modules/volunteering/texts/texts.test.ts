import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Wording } from '#platform/i18n';
import { consentKeys } from '../order/consent.ts';
import { volunteering } from '../module.ts';

const wording = new Wording();
if (volunteering.texts) wording.add(volunteering.texts);

test('every refusal, message, waiting card and paragraph of consent has words in both languages', () => {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
  const kinds = [...read('subscriptions.ts').matchAll(/'((?:order|call-back)\.[a-z-]+)'/g)].map((match) => match[1]);
  const reminders = [...read('order/sweep-reminders.ts').matchAll(/case '([a-z-]+)'/g)].map(
    (match) => `order.remind-${match[1]}`,
  );
  const keys = [
    ...Object.keys(volunteering.refusals ?? {}).map((code) => `refusal.${code}`),
    ...consentKeys,
    ...[...kinds, ...reminders].flatMap((kind) => [`notice.${kind}`, `notice.${kind}.subject`]),
    ...[...read('waiting-counted.ts').matchAll(/counted\(tx, '([a-z-]+)'/g)].flatMap(([, what]) => [
      `waiting.${what}`,
      `waiting.${what}.title`,
    ]),
    ...['submitted', 'suspect', 'accepted', 'disputed', 'visit-failed', 'confirm'].map(
      (kind) => `waiting.order-${kind}`,
    ),
  ];
  assert.ok(kinds.length >= 6 && reminders.length >= 7);
  assert.deepEqual(
    keys.filter((key) => !wording.has(key)),
    [],
  );
});
