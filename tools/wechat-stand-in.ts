import { parseArgs } from 'node:util';
import { WeChatServer } from '../server/modules/channels/testing/wechat/wechat-server.ts';

// Starts the stand-in of the WeChat platform by itself, so that somebody can set up a channel of the kind `wechat` and see what arrives:
//   node tools/wechat-stand-in.ts --port 8199 --callback http://localhost:8080/api/v1/… --token … --aes-key …
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8199' },
    file: { type: 'string' },
    callback: { type: 'string' },
    token: { type: 'string' },
    'aes-key': { type: 'string' },
  },
});
const appId = 'wx0123456789abcdef';
const secret = '0123456789abcdef0123456789abcdef';
const wechat = await WeChatServer.start({
  port: Number(values.port),
  finishesAfterMilliseconds: 3_000,
  kept: { file: values.file ?? '/dev/null', appId, secret },
});
if (values.callback && values.token)
  wechat.callback = { url: values.callback, token: values.token, aesKey: values['aes-key'] ?? null };
process.stdout.write(`${wechat.address}\nAppID ${appId}\nAppSecret ${secret}\n`);
