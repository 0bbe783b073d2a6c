import { byCode } from './answers.ts';
import type { HookKind } from './kind.ts';
import { robotText } from './robot-text.ts';

/** What WeCom says of a text message at most, in bytes of UTF-8. */
const mostBytes = 2048;
/** Busy; too many messages a minute; too many at once. */
const later: ReadonlySet<number> = new Set([-1, 45009, 45033]);

/** A message robot of a WeCom group (developer.work.weixin.qq.com, document 91770): POST to `/cgi-bin/webhook/send?key=…`, answered with `errcode`; 93000 — there is no such robot any more. Whoever knows the address can post: it is kept as a secret. */
export const wecom: HookKind = {
  secret: 'none',
  fits: ({ pathname, searchParams }) =>
    pathname.endsWith('/cgi-bin/webhook/send') && (searchParams.get('key') ?? '') !== '',
  request: (call) => ({
    address: call.address,
    body: JSON.stringify({ msgtype: 'text', text: { content: robotText(call, mostBytes) } }),
  }),
  judge: (answer) => byCode('wecom', answer, 'errcode', later),
};
