import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { App } from '#platform/app';
import { mailBytes } from '#platform/mail-bytes';
import type { NoticeChannel, OutgoingMessage } from '../channel/channel.ts';

const transports = new WeakMap<App, Transporter>();

// In milliseconds; all together shorter than a claim lasts (five minutes), so that nobody takes a letter that is still under way.
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };

// 26 MB that only mail needs.
const mailer = async () => (await import('nodemailer')).default;

async function smtpOf(app: App, url: string): Promise<Transporter> {
  const known =
    transports.get(app) ??
    (await mailer()).createTransport({ url, disableFileAccess: true, disableUrlAccess: true, ...patience });
  transports.set(app, known);
  return known;
}

/** Greets the SMTP server and signs in there, and leaves. Throws what it said, or that it did not answer. */
export async function reachServer(url: string): Promise<void> {
  const transport = (await mailer()).createTransport({
    url,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    dnsTimeout: 5_000,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/** Sends by the SMTP server of the settings; without one, writes the message to the spool (var/spool/mail/<id>.eml) for a person or another program to take. */
export const email: NoticeChannel = {
  name: 'email',
  async send(app, message) {
    const mail = mailOf(app, message);
    const { smtpUrl } = app.settings;
    if (smtpUrl) {
      const sent = await (await smtpOf(app, smtpUrl)).sendMail(mail);
      return { receipt: `${sent.messageId} ${sent.response ?? ''}`.trim().slice(0, 400) };
    }
    return { receipt: await spool(app, message.id, mail) };
  },
};

function mailOf(app: App, message: OutgoingMessage) {
  return {
    from: app.settings.smtpFrom ?? { name: message.sender, address: `notices@${message.host}` },
    to: message.to,
    subject: message.subject,
    text: message.text,
    messageId: `<${message.id}@${message.host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
  };
}

// Under a part name first, so that nobody takes half a message; the same delivery again writes the same file.
async function spool(app: App, id: string, mail: ReturnType<typeof mailOf>): Promise<string> {
  const folder = join(app.settings.varDirectory, 'spool', 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const built = await (
    await mailer()
  )
    .createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
    .sendMail(mail);
  const part = join(folder, `.${id}.part`);
  const file = await open(part, 'w', 0o600);
  await file.writeFile(mailBytes(built));
  await file.sync();
  await file.close();
  await rename(part, join(folder, `${id}.eml`));
  return `spool/mail/${id}.eml`;
}
