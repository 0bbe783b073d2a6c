import { createHmac } from 'node:crypto';
import { byCode } from './answers.ts';
import type { HookKind } from './kind.ts';
import { robotText } from './robot-text.ts';

/** DingTalk takes 20,000 bytes; nobody reads so much in a group. */
const mostBytes = 4096;
/** Busy; more than twenty messages a minute, by its older and its newer code. */
const later: ReadonlySet<number> = new Set([-1, 130101, 410100]);

/** A robot of a DingTalk group with a signature (open.dingtalk.com, "custom robot access", "security settings"): POST to `/robot/send?access_token=…&timestamp=…&sign=…`; the time in milliseconds, at most an hour off; signed is the time, a line feed and the secret, by HMAC-SHA256 under the secret, in Base64. Answered with `errcode`; 310000 — signature, time, keyword or address not as the robot is set. */
export const dingtalk: HookKind = {
  secret: 'given',
  fits: ({ pathname, searchParams }) =>
    pathname.endsWith('/robot/send') && (searchParams.get('access_token') ?? '') !== '',
  request: (call) => {
    const address = new URL(call.address);
    const timestamp = String(call.at.getTime());
    address.searchParams.set('timestamp', timestamp);
    address.searchParams.set('sign', dingtalkSign(timestamp, call.secret));
    return {
      address: address.href,
      body: JSON.stringify({ msgtype: 'text', text: { content: robotText(call, mostBytes) } }),
    };
  },
  judge: (answer) => byCode('dingtalk', answer, 'errcode', later),
};

const dingtalkSign = (timestamp: string, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
