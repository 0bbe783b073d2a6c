import type { Outcome, Testing } from '../sending.ts';
import { WechatFailure } from './failure.ts';
import { Platform } from './platform.ts';
import type { WechatSettings } from './settings.ts';

/** Asks the platform how many articles may still be published today: AppID, AppSecret and the list of addresses are right when it says so. */
export async function test(testing: Testing<WechatSettings>): Promise<Outcome> {
  try {
    const answer = await new Platform(testing).ask('openapi/quota/get', { cgi_path: '/cgi-bin/freepublish/submit' });
    const left = Number(Object(answer['quota'])['remain']);
    return { outcome: 'accepted', detail: { status: 200, ...(Number.isFinite(left) ? { left } : {}) } };
  } catch (error) {
    if (error instanceof WechatFailure) return error.outcome;
    throw error;
  }
}
