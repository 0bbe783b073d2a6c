import type { Tx } from '#platform/transaction';
import { addAccount } from '../account/add-account.ts';
import { grantsOf } from '../session-queries.ts';
import { offeredScopes, storeToken } from '../token/personal-tokens.ts';
import { totpSeal } from '../totp/check-code.ts';
import { giveServerHeldPasskey } from './server-held-passkey.ts';

/** Everything with which a visitor, or a program, may come as somebody of the demonstration. */
export interface DemonstrationAccount {
  readonly personId: string;
  readonly login: string;
  readonly passwordHash: string;
  /** Base32, for a code app. */
  readonly totpSecret: string;
  /** A personal access token with every ability of the person's roles. */
  readonly token: string;
}

/** Opens an account of the demonstration with password, one-time codes, token and a passkey held by the server. The grants must be there. Throws in a real county. */
export async function equipDemonstrationAccount(tx: Tx, account: DemonstrationAccount): Promise<void> {
  const { county, app } = tx.ctx;
  if (!county.demonstration) throw new Error('accounts of the demonstration exist in demonstration counties only');
  await addAccount(tx, {
    personId: account.personId,
    login: account.login,
    passwordHash: account.passwordHash,
    demonstration: true,
  });
  const sealed = await app.keys.seal(totpSeal, Buffer.from(account.totpSecret));
  await tx.named(
    'access.demonstration-totp',
    'update access.accounts set totp_secret = $3, totp_confirmed_at = $4 where county_id = $1 and person_id = $2',
    [tx.countyId, account.personId, sealed, app.clock.now()],
  );
  const owner = {
    kind: 'person',
    id: account.personId,
    grants: await grantsOf(tx, account.personId),
    assurance: 2,
  } as const;
  await storeToken(tx, owner, {
    name: '演示 · demonstration',
    scopes: offeredScopes(tx, owner),
    days: 366,
    token: account.token,
  });
  await giveServerHeldPasskey(tx, account.personId);
}
