import type { App } from '#platform/app';
import { reachServer } from './send-email.ts';

/** Why the mail server of the settings does not take mail from us now (away, another certificate, wrong password); null where it would, or none is set. Nothing is sent. */
export async function tryMailServer(app: App): Promise<string | null> {
  const { smtpUrl } = app.settings;
  if (!smtpUrl) return null;
  try {
    await reachServer(smtpUrl);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
