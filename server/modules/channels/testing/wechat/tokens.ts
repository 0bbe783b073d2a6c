import type { Account } from './account.ts';
import { refuseWith } from './wechat-error.ts';

const lasts = 7_200_000;
const overlap = 300_000;
const betweenForced = 30_000;

const newToken = (account: Account): string => `88_${account.newId(96)}`;

function replace(account: Account): string {
  const { tokens } = account.stored;
  const now = account.now();
  for (const token of tokens) token.replacedAt ??= now;
  tokens.push({ value: newToken(account), madeAt: now, replacedAt: null });
  return tokens.at(-1)?.value ?? '';
}

function mustKnow(account: Account, { appid, secret, grant_type }: Record<string, unknown>, from: string): void {
  if (grant_type !== 'client_credential') refuseWith(40002);
  if (appid !== account.appId) refuseWith(40013);
  if (secret !== account.secret) refuseWith(40125);
  if (account.allowedAddresses && !account.allowedAddresses.includes(from))
    refuseWith(40164, `invalid ip ${from}, not in whitelist`);
}

/** `POST /cgi-bin/stable_token`: the present one until five minutes before its end; forced at most twenty times a day, and never twice within thirty seconds. */
export function stableToken(account: Account, body: Record<string, unknown>, from: string): Record<string, unknown> {
  mustKnow(account, body, from);
  account.spend('cgi-bin/stable_token');
  const present = account.stored.tokens.find((token) => token.replacedAt === null);
  const now = account.now();
  if (body['force_refresh'] === true && now - account.stored.refreshedAt >= betweenForced) {
    account.spend('force-refresh');
    account.stored.refreshedAt = now;
    // What was forced out holds no longer.
    account.stored.tokens = [];
    return { access_token: replace(account), expires_in: lasts / 1_000 };
  }
  const left = present ? present.madeAt + lasts - now : 0;
  if (present && left > overlap) return { access_token: present.value, expires_in: Math.floor(left / 1_000) };
  return { access_token: replace(account), expires_in: lasts / 1_000 };
}

/** Refuses whatever is no token, or none any more. */
export function mustHoldToken(account: Account, given: string | null): void {
  if (!given) refuseWith(41001);
  const token = account.stored.tokens.find((one) => one.value === given);
  if (!token) refuseWith(40001);
  const now = account.now();
  if (token.replacedAt !== null && now > token.replacedAt + overlap) refuseWith(40001);
  if (now > token.madeAt + lasts + (token.replacedAt === null ? 0 : overlap)) refuseWith(42001);
}
