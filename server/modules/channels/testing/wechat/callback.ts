import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.toSorted().join('')).digest('hex');

/** The platform's signature over a token and what stands in the address. */
export const signatureOf = (token: string, timestamp: string, nonce: string): string => sha1(token, timestamp, nonce);

/** Where callbacks go, and what the account's owner entered there. */
export interface CallbackSetting {
  readonly url: string;
  readonly token: string;
  /** 43 signs; null: in plain words. */
  readonly aesKey: string | null;
}

/** A call as the platform makes it: address and body. */
export function callbackCall(
  setting: CallbackSetting,
  appId: string,
  xml: string,
  at: number,
): { address: string; body: string } {
  const timestamp = String(Math.floor(at / 1_000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const address = new URL(setting.url);
  address.searchParams.set('signature', signatureOf(setting.token, timestamp, nonce));
  address.searchParams.set('timestamp', timestamp);
  address.searchParams.set('nonce', nonce);
  if (!setting.aesKey) return { address: address.href, body: xml };
  const encrypted = encrypt(setting.aesKey, appId, xml);
  address.searchParams.set('encrypt_type', 'aes');
  address.searchParams.set('msg_signature', sha1(setting.token, timestamp, nonce, encrypted));
  return {
    address: address.href,
    body: `<xml><ToUserName><![CDATA[gh_a1b2c3d4e5f6]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  };
}

// AES-256-CBC over random(16) + length(4) + words + appid, filled up to 32 by PKCS#7.
function encrypt(aesKey: string, appId: string, xml: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const words = Buffer.from(xml);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const plain = Buffer.concat([randomBytes(16), length, words, Buffer.from(appId)]);
  const fill = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(fill, fill)])), cipher.final()]).toString(
    'base64',
  );
}

/** How a publication ended, as the platform says it. */
export interface PublishOutcome {
  readonly publish_id: string;
  readonly publish_status: number;
  readonly article_id?: string;
  readonly article_detail?: { count: number; item: { idx: number; article_url: string }[] };
  readonly fail_idx: readonly number[];
}

const cdata = (text: string): string => `<![CDATA[${text}]]>`;

/** PUBLISHJOBFINISH as the platform writes it. */
export function publishJobXml(outcome: PublishOutcome, at: number): string {
  const items = (outcome.article_detail?.item ?? []).map(
    ({ idx, article_url }) => `<item><idx>${idx}</idx><article_url>${cdata(article_url)}</article_url></item>`,
  );
  const told = outcome.article_id
    ? `<article_id>${cdata(outcome.article_id)}</article_id><article_detail><count>${items.length}</count>${items.join('')}</article_detail>`
    : outcome.fail_idx.map((idx) => `<fail_idx>${idx}</fail_idx>`).join('');
  const info = `<publish_id>${outcome.publish_id}</publish_id><publish_status>${outcome.publish_status}</publish_status>${told}`;
  const from = `<ToUserName>${cdata('gh_a1b2c3d4e5f6')}</ToUserName><FromUserName>${cdata('oR5Gjjl_eiZoUpGozMo7dbBJ362A')}</FromUserName>`;
  return `<xml>${from}<CreateTime>${Math.floor(at / 1_000)}</CreateTime><MsgType>${cdata('event')}</MsgType><Event>${cdata('PUBLISHJOBFINISH')}</Event><PublishEventInfo>${info}</PublishEventInfo></xml>`;
}
