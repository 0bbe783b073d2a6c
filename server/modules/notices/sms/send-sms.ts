import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { readJson } from '#platform/outbound/read-json';
import type { App } from '#platform/app';
import { NotTaken } from '../channel/channel.ts';
import type { NoticeChannel, OutgoingMessage } from '../channel/channel.ts';

/** Sends a short message through the gateway of the settings; without one, writes it to the spool (var/spool/sms/<id>.json) for a person or another program to take.
 *  The gateway is asked as Twilio documents its Messages resource, which other providers answer too: POST of a form with To, From and Body, Basic authentication with the name and password of SMS_URL, answered 201 with JSON that holds `sid`. Phone and words are in the body, never in the address: addresses are kept in logs.
 *  Throws NotTaken: for good at 400 to 499 but 408 and 429, to be tried again otherwise. */
export const sms: NoticeChannel = {
  name: 'sms',
  async send(app, message) {
    const { smsUrl, smsFrom } = app.settings;
    if (!smsUrl) return { receipt: await spool(app, message) };
    const form = { To: message.to, ...(smsFrom ? { From: smsFrom } : {}), Body: message.text };
    return { receipt: sidOf(await ask(app, smsUrl, new URLSearchParams(form))) };
  },
};

async function ask(app: App, smsUrl: string, form: URLSearchParams): Promise<Incoming> {
  const address = new URL(smsUrl);
  const secret = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  address.username = '';
  address.password = '';
  try {
    return await callOut(app.settings.innerHosts ?? [], {
      method: 'POST',
      address: address.href,
      headers: {
        authorization: `Basic ${Buffer.from(secret).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        accept: 'application/json',
      },
      body: form.toString(),
      timeoutMilliseconds: 30_000,
    });
  } catch (error) {
    throw error instanceof OutboundFailure ? new NotTaken(error.problem, error.problem === 'bad-address') : error;
  }
}

const laterStatus = new Set([408, 429]);

// What a gateway says in words may repeat the phone: only its status is kept.
function sidOf({ status, body }: Incoming): string {
  if (status >= 300) throw new NotTaken(`sms-${status}`, status >= 400 && status < 500 && !laterStatus.has(status));
  const answer = readJson(body);
  const sid = answer !== null && typeof answer === 'object' && 'sid' in answer ? answer.sid : null;
  return typeof sid === 'string' ? sid.slice(0, 100) : `sms-${status}`;
}

// Under a part name first, so that nobody takes half a message; the same letter again writes the same file.
async function spool(app: App, { id, to, text }: OutgoingMessage): Promise<string> {
  const folder = join(app.settings.varDirectory, 'spool', 'sms');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `.${id}.part`);
  const file = await open(part, 'w', 0o600);
  await file.writeFile(`${JSON.stringify({ to, text })}\n`);
  await file.sync();
  await file.close();
  await rename(part, join(folder, `${id}.json`));
  return `spool/sms/${id}.json`;
}
