import type { App } from '#platform/app';
import { newId } from '#platform/ids';
import { sms } from './send-sms.ts';

/** Sends one short message at once, past all queues, to see whether it arrives; answers the gateway's receipt, or where it was written. Throws what the gateway said. */
export async function sendTrialSms(
  app: App,
  { to, sender, language }: { to: string; sender: string; language: 'zh-CN' | 'en' },
): Promise<string> {
  const { receipt } = await sms.send(app, {
    id: newId<'trial'>(),
    to,
    host: new URL(app.settings.publicAddress).hostname,
    sender,
    language,
    subject: '',
    text: language === 'en' ? `${sender}: this is a test message.` : `${sender}：这是一条测试短信。`,
  });
  return receipt;
}
