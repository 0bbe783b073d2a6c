import type { App } from '#platform/app';
import { newId } from '#platform/ids';
import { email } from './send-email.ts';

/** Sends one message at once, past all queues, to see whether mail arrives; answers the server's receipt, or where the message was written. Throws what the server said. */
export async function sendTrial(
  app: App,
  { to, host, sender, language }: { to: string; host: string; sender: string; language: 'zh-CN' | 'en' },
): Promise<string> {
  const { receipt } = await email.send(app, {
    id: newId<'trial'>(),
    to,
    host,
    sender,
    language,
    subject: `${sender}：测试邮件 · test message`,
    text: `这是乡音发出的测试邮件。收到它，说明邮件设置是对的。\n\nA test message of Xiangyin. Who reads it knows that its mail settings are right.\n`,
  });
  return receipt;
}
