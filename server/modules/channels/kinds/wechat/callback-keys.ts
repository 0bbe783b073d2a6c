import { hkdfSync } from 'node:crypto';

/** What is entered at the platform beside our address: a token and an EncodingAESKey of 43 signs. Both come from the AppSecret, so that nothing more must be kept; a new one makes others. */
export function callbackKeys(appSecret: string, channelId: string): { token: string; aesKey: string } {
  const derived = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', appSecret, channelId, `xiangyin.wechat.${purpose}`, bytes));
  return { token: derived('token', 16).toString('hex'), aesKey: plainSigns(derived('aes', 32)) };
}

// The platform takes letters and digits only.
const plainSigns = (bytes: Buffer): string =>
  bytes.toString('base64').slice(0, 43).replaceAll('+', 'A').replaceAll('/', 'B');
