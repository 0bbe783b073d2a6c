import { randomBytes } from 'node:crypto';
import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { readJson } from '#platform/outbound/read-json';
import type { Ctx } from '#platform/transaction';
import { partsOf } from '../sending.ts';
import type { Testing } from '../sending.ts';
import { accessToken, forgetToken } from './access-token.ts';
import { recount, spend } from './calls.ts';
import { failureOf, tokenCodes, WechatFailure } from './failure.ts';
import { dailyCalls } from './limits.ts';
import type { CountedCall } from './limits.ts';
import type { WechatSettings } from './settings.ts';

const usualAddress = 'https://api.weixin.qq.com';

/** A word or number in an answer, as text; empty for what is none. */
export const wordIn = (answer: Readonly<Record<string, unknown>>, name: string): string => {
  const value = answer[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** What an answer must hold, or it is none. Throws WechatFailure (`server`). */
export function neededIn(answer: Readonly<Record<string, unknown>>, name: string, call: string): string {
  const word = wordIn(answer, name);
  if (word === '') throw new WechatFailure('server', { call });
  return word;
}

/** A file to be sent. */
export interface SentFile {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

type Answer = Readonly<Record<string, unknown>>;

/** The platform as one of our channels reaches it: with its token, within the day's counts, every refusal as a class of failure. Throws WechatFailure. */
export class Platform {
  readonly ctx: Ctx;
  readonly channelId: string;
  readonly appId: string;
  readonly #appSecret: string;

  constructor({
    ctx,
    channelId,
    settings,
    secrets,
  }: Pick<Testing<WechatSettings>, 'ctx' | 'channelId' | 'settings' | 'secrets'>) {
    this.ctx = ctx;
    this.channelId = channelId;
    this.appId = settings.appId;
    this.#appSecret = partsOf(secrets)['appSecret'] ?? '';
  }

  /** A call with a JSON body: `draft/add`. */
  ask = (call: string, body: Readonly<Record<string, unknown>>, mostBytes?: number): Promise<Answer> =>
    this.#counted(call, () =>
      this.#withToken(`/cgi-bin/${call}`, call, {
        body: JSON.stringify(body),
        type: 'application/json; charset=utf-8',
        ...(mostBytes === undefined ? {} : { mostBytes }),
      }),
    );

  /** Figures, which stand under another path. */
  figures = (call: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    this.#withToken(`/datacube/${call}`, call, {
      body: JSON.stringify(body),
      type: 'application/json; charset=utf-8',
      mostBytes: 4 * 1024 * 1024,
    });

  /** A call with a file: `media/uploadimg`, `material/add_material?type=image`. */
  send = (call: string, file: SentFile): Promise<Answer> => {
    const boundary = `xiangyin${randomBytes(16).toString('hex')}`;
    return this.#withToken(`/cgi-bin/${call}`, call, {
      body: Buffer.concat([
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="media"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`,
        ),
        file.bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
      type: `multipart/form-data; boundary=${boundary}`,
    });
  };

  // Counted before it is made, and given back where it never left.
  async #counted(call: string, make: () => Promise<Answer>): Promise<Answer> {
    if (!isCounted(call)) return make();
    if (!(await spend(this.ctx, this.channelId, call))) throw new WechatFailure('quota', { code: 45009, call });
    try {
      return await make();
    } catch (error) {
      if (error instanceof WechatFailure && (neverLeft.has(error.problem) || tokenCodes.has(error.code)))
        await recount(this.ctx, this.channelId, call, 'one less');
      if (error instanceof WechatFailure && error.problem === 'quota')
        await recount(this.ctx, this.channelId, call, 'all');
      throw error;
    }
  }

  // A token may be refused in mid-queue: once for one that the platform has by now, once more for one that it is made to give.
  async #withToken(path: string, call: string, sent: Sent, refusals = 0): Promise<Answer> {
    const token = await accessToken(this.ctx, this.channelId, (force) => this.#fetchToken(force));
    const joined = `${path}${path.includes('?') ? '&' : '?'}access_token=${token.value}`;
    try {
      return await this.#call(joined, call, sent);
    } catch (error) {
      if (!(error instanceof WechatFailure) || !tokenCodes.has(error.code) || refusals === 2) throw error;
      await forgetToken(this.ctx, this.channelId, token, refusals === 1);
      return this.#withToken(path, call, sent, refusals + 1);
    }
  }

  async #fetchToken(force: boolean): Promise<{ value: string; lastsSeconds: number }> {
    if (this.appId === '' || this.#appSecret === '') throw new WechatFailure('setup', { call: 'stable_token' });
    const answer = await this.#call('/cgi-bin/stable_token', 'stable_token', {
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: this.appId,
        secret: this.#appSecret,
        force_refresh: force,
      }),
      type: 'application/json; charset=utf-8',
    });
    const [value, lasts] = [answer['access_token'], Number(answer['expires_in'])];
    if (typeof value !== 'string' || value.length > 512 || !(lasts > 0))
      throw new WechatFailure('server', { call: 'stable_token' });
    return { value, lastsSeconds: Math.min(lasts, 7_200) };
  }

  async #call(path: string, call: string, { body, type, mostBytes }: Sent): Promise<Answer> {
    const { innerHosts, wechatAddress } = this.ctx.app.settings;
    try {
      const answer = await callOut(innerHosts ?? [], {
        method: 'POST',
        address: `${wechatAddress ?? usualAddress}${path}`,
        headers: { 'content-type': type },
        body,
        ...(mostBytes === undefined ? {} : { mostBytes }),
      });
      return readAnswer(answer, call);
    } catch (error) {
      if (error instanceof OutboundFailure) throw new WechatFailure(error.problem, { call });
      throw error;
    }
  }
}

interface Sent {
  readonly body: string | Buffer;
  readonly type: string;
  readonly mostBytes?: number;
}

const isCounted = (call: string): call is CountedCall => Object.hasOwn(dailyCalls, call);
const neverLeft: ReadonlySet<string> = new Set(['unreachable', 'tls', 'inner-address', 'bad-address', 'setup']);

// Errors come with status 200; whatever is no JSON comes from something in between.
function readAnswer({ status, body, isCut }: Incoming, call: string): Answer {
  if (status >= 300 && status < 400) throw new WechatFailure('redirect', { status, call });
  if (status !== 200 || isCut) throw new WechatFailure('server', { status, call });
  const answer = parsed(body);
  if (!answer) throw new WechatFailure('server', { status, call });
  const code = Number(answer['errcode'] ?? 0);
  if (code !== 0) throw failureOf(code, call);
  return answer;
}

function parsed(body: string): Answer | undefined {
  const read = readJson(body);
  return typeof read === 'object' && read !== null ? (read as Answer) : undefined;
}
