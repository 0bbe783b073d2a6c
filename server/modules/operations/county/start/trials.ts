import { tryProvider } from '#access';
import { sendTrial, sendTrialSms } from '#notices';
import type { App } from '#platform/app';
import type { OidcSetting } from '#platform/settings/oidc';
import type { StartRequest } from './start-request.ts';

/** What became of a trial, in both languages (`zh · en`). */
export interface Trial {
  readonly ok: boolean;
  readonly words: string;
}

/** In whose name something is tried. */
export interface Sender {
  readonly name: string;
  readonly language: 'zh-CN' | 'en';
}

/** Sends the test message that was asked for, by the mail server of the request or of the settings; null where none was asked for. */
export async function tryMail(app: App, sender: Sender, mail: StartRequest['mail']): Promise<Trial | null> {
  if (mail.trialTo === undefined) return null;
  const changed = withSettings(app, {
    ...(mail.url === undefined ? {} : { smtpUrl: mail.url }),
    ...(mail.from === undefined ? {} : { smtpFrom: mail.from }),
  });
  const host = new URL(app.settings.publicAddress).hostname;
  try {
    const receipt = await sendTrial(changed, {
      to: mail.trialTo,
      host,
      sender: sender.name,
      language: sender.language,
    });
    return changed.settings.smtpUrl
      ? {
          ok: true,
          words: `测试邮件已交给服务器，看看收到没有 · The mail server took the test message; see whether it arrives: ${receipt}`,
        }
      : {
          ok: false,
          words: `没有设 SMTP_URL，测试邮件只写进 ${receipt} · Without SMTP_URL the test message was only written to ${receipt}`,
        };
  } catch (error) {
    return { ok: false, words: `测试邮件没有寄出 · The test message was not sent: ${reasonOf(error)}` };
  }
}

/** Sends the short message that was asked for; null where none was. */
export async function trySms(app: App, sender: Sender, sms: StartRequest['sms']): Promise<Trial | null> {
  if (sms.trialTo === undefined) return null;
  const changed = withSettings(app, {
    ...(sms.url === undefined ? {} : { smsUrl: sms.url }),
    ...(sms.from === undefined ? {} : { smsFrom: sms.from }),
  });
  try {
    const receipt = await sendTrialSms(changed, { to: sms.trialTo, sender: sender.name, language: sender.language });
    return changed.settings.smsUrl
      ? {
          ok: true,
          words: `测试短信已交给网关，看看收到没有 · The gateway took the short message; see whether it arrives: ${receipt}`,
        }
      : {
          ok: false,
          words: `没有设 SMS_URL，测试短信只写进 ${receipt} · Without SMS_URL the short message was only written to ${receipt}`,
        };
  } catch (error) {
    return {
      ok: false,
      words: `测试短信没有发出（网关在内网的，还要写进 OUTBOUND_INNER_HOSTS） · The short message was not sent (a gateway on an inner network also needs OUTBOUND_INNER_HOSTS): ${reasonOf(error)}`,
    };
  }
}

/** Asks the provider who it is; null where none is named. Whether it knows this program shows at the first sign-in. */
export async function askProvider(app: App, provider: OidcSetting | null): Promise<Trial | null> {
  if (provider === null) return null;
  const problem = await tryProvider(app.settings.innerHosts ?? [], provider);
  if (problem === null)
    return { ok: true, words: `统一登录有回应 · The sign-in provider answers: ${new URL(provider.issuer).host}` };
  return {
    ok: false,
    words:
      problem === 'away'
        ? `统一登录没有回应，看看地址和网络 · The sign-in provider does not answer; look at its address and the network: ${provider.issuer}`
        : `那里有回应，但不是这个 issuer，地址要一字不差 · Something answers, but as another issuer; write it letter by letter: ${provider.issuer}`,
  };
}

const withSettings = (app: App, changes: Partial<App['settings']>): App => ({
  ...app,
  settings: { ...app.settings, ...changes },
});

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
