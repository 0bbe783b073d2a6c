import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, decodeJwt, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { Provider } from 'oidc-provider';

/** What somebody in the middle, or a provider gone bad, makes of the token it hands out. */
export type Forgery = 'none' | 'other-nonce' | 'other-key';

/** A real provider (oidc-provider) on this machine. Somebody signs in there by typing a name into its own pages. */
export class SignInProvider {
  readonly issuer: string;
  forgery: Forgery = 'none';
  /** What happens before it hands out a token: whoever asks it waits meanwhile. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  readonly #server: Server;

  private constructor(server: Server, issuer: string) {
    this.#server = server;
    this.issuer = issuer;
  }

  /** Starts one that knows a client and where it may be sent back. */
  static async start(client: { id: string; secret: string; returns: string[] }): Promise<SignInProvider> {
    const [own, strange] = await Promise.all([newKey(), newKey()]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const made = new SignInProvider(server, issuer);
    const provider = new Provider(issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: client.returns }],
      jwks: { keys: [{ ...(await exportJWK(own)), kid: 'own', alg: 'RS256', use: 'sig' }] },
      cookies: { keys: ['only in this test'] },
      pkce: { required: () => true },
    });
    provider.use(async (ctx: { body: unknown }, next: () => Promise<void>) => {
      await next();
      const body = ctx.body as { id_token?: string } | undefined;
      if (typeof body?.id_token === 'string') await made.meanwhile();
      if (made.forgery === 'none' || typeof body?.id_token !== 'string') return;
      const claims = decodeJwt(body.id_token);
      const changed = made.forgery === 'other-nonce' ? { ...claims, nonce: 'of-another-journey' } : claims;
      ctx.body = {
        ...body,
        id_token: await new SignJWT(changed)
          .setProtectedHeader({ alg: 'RS256', kid: 'own' })
          .sign(made.forgery === 'other-key' ? strange : own),
      };
    });
    server.on('request', provider.callback());
    return made;
  }

  /** Goes to `address` as a browser does, signs in there as `name` and consents (or turns back). Answers the address by which the browser comes back. */
  async walk(address: string, name: string, turnsBack = false): Promise<URL> {
    const cookies = new Map<string, string>();
    let at = new URL(address);
    let form: URLSearchParams | undefined;
    for (let step = 0; step < 20; step += 1) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
        ...(form ? { method: 'POST', body: form } : {}),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const cut = pair.indexOf('=');
        cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
      }
      form = undefined;
      const next = answer.headers.get('location');
      if (next !== null) {
        at = new URL(next, at);
        if (at.origin !== this.issuer) return at;
        continue;
      }
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`the provider showed no form: ${answer.status} ${page.slice(0, 300)}`);
      if (turnsBack) at = new URL(`${at.href}/abort`);
      else form = new URLSearchParams({ prompt, login: name, password: 'any' });
    }
    throw new Error('the provider sent the browser round and round');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

const newKey = async (): Promise<CryptoKey> =>
  (await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })).privateKey;
