import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import type { App } from '#platform/app';
import { mailBytes } from '#platform/mail-bytes';
import type { BounceReason } from '../../../contract.ts';
import type { FailureClass } from '../../sending.ts';
import { bounceReason } from '../subscriber/bounce-reason.ts';

/** How the handing over of one letter ended. `bounced`: the receiver's address is refused for good, for this reason; `later`: it may be tried again; `down`: the mail server itself cannot be reached or does not let us in. */
export type Posted = 'posted' | { readonly bounced: BounceReason } | 'later' | 'down';

const transports = new WeakMap<App, Transporter>();

/** Connections to the mail server at once; each carries many letters. */
const connections = 10;
// In milliseconds; all together shorter than a claim lasts.
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };

// 26 MB that only mail needs.
const mailer = async () => (await import('nodemailer')).default;

async function smtpOf(app: App, url: string): Promise<Transporter> {
  const known =
    transports.get(app) ??
    (await mailer()).createTransport({
      url,
      pool: true,
      maxConnections: connections,
      maxMessages: Infinity,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...patience,
    });
  transports.set(app, known);
  return known;
}

/** Hands one letter to the SMTP server of the settings; without one, writes it to the spool (var/spool/mail/<id>.eml) for a person or another program to take. */
export async function postLetter(app: App, id: string, letter: SendMailOptions): Promise<Posted> {
  const { smtpUrl } = app.settings;
  if (!smtpUrl) return spool(app, id, letter);
  try {
    await (await smtpOf(app, smtpUrl)).sendMail(letter);
    return 'posted';
  } catch (error) {
    return meaningOf(error);
  }
}

/** Whether the mail server can be reached and lets us in; null: it does, or there is the spool. */
export async function reachPostOffice(app: App): Promise<FailureClass | null> {
  const { smtpUrl } = app.settings;
  if (!smtpUrl) return null;
  try {
    await (await smtpOf(app, smtpUrl)).verify();
    return null;
  } catch (error) {
    return codeOf(error) === 'EAUTH' ? 'denied' : 'unreachable';
  }
}

const codeOf = (error: unknown): string => String(Object(error)['code'] ?? '');

// A refusal of RCPT TO is about the receiver; one of the greeting or the sign-in is about us.
function meaningOf(error: unknown): Posted {
  const status = Number(Object(error)['responseCode'] ?? 0);
  if (['EAUTH', 'ECONNECTION', 'ESOCKET', 'EDNS', 'ETIMEDOUT', 'ETLS'].includes(codeOf(error))) return 'down';
  const isOfReceiver = codeOf(error) === 'EENVELOPE' && String(Object(error)['command'] ?? '').startsWith('RCPT');
  if (!isOfReceiver || status < 500) return 'later';
  return { bounced: bounceReason(String(Object(error)['response'] ?? status)) };
}

let spooler: Promise<Transporter> | undefined;

// Under a part name first, so that nobody takes half a message; the same letter again writes the same file.
async function spool(app: App, id: string, letter: SendMailOptions): Promise<Posted> {
  const folder = join(app.settings.varDirectory, 'spool', 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  spooler ??= mailer().then((mail) => mail.createTransport({ streamTransport: true, buffer: true, newline: 'unix' }));
  const message = mailBytes(await (await spooler).sendMail(letter));
  const part = join(folder, `.${id}.part`);
  await writeFile(part, message, { mode: 0o600 });
  await rename(part, join(folder, `${id}.eml`));
  return 'posted';
}

/** Lets go of the connections to the mail server. */
export async function closePostOffice(app: App): Promise<void> {
  transports.get(app)?.close();
  transports.delete(app);
}
