import { createHmac } from 'node:crypto';
import { byCode } from './answers.ts';
import type { HookKind } from './kind.ts';
import { robotText } from './robot-text.ts';

/** Feishu takes a body of 20 KB; nobody reads so much in a group. */
const mostBytes = 4096;
/** Too many messages, by the robot's own limit and by the platform's. */
const later: ReadonlySet<number> = new Set([11232, 99991400]);

/** A custom robot of a Feishu (or Lark) group with a signature (open.feishu.cn, "use custom bots in a group"): POST to `/open-apis/bot/v2/hook/<token>` with `timestamp` (seconds, at most an hour off) and `sign` in the body; the key of the HMAC-SHA256 is the time, a line feed and the secret, over nothing at all, in Base64. Answered with `code`: 19001 no such robot, 19021 signature or time, 19022 address, 19024 keyword. */
export const feishu: HookKind = {
  secret: 'given',
  fits: ({ pathname }) => /\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(pathname),
  request: (call) => {
    const timestamp = String(Math.floor(call.at.getTime() / 1_000));
    return {
      address: call.address,
      body: JSON.stringify({
        timestamp,
        sign: feishuSign(timestamp, call.secret),
        msg_type: 'text',
        content: { text: robotText(call, mostBytes) },
      }),
    };
  },
  judge: (answer) => byCode('feishu', answer, 'code', later),
};

const feishuSign = (timestamp: string, secret: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
