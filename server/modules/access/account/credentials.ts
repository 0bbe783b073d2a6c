import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { accountOf, passwordChangedAt } from '../account-queries.ts';
import type { CredentialsView } from '../contract.ts';
import { oidcLinkView } from '../oidc/oidc-links.ts';
import { passkeysOf } from '../passkey-queries.ts';
import { passkeyView } from '../passkey/list-passkeys.ts';
import { mustBeInSession } from '../session/list-sessions.ts';
import { recoveryCodesLeft } from '../recovery/recovery-codes.ts';

/** How the person signs in: login, password, passkeys, codes. Never a secret. */
export async function credentials(ctx: Ctx, actor: Actor): Promise<CredentialsView> {
  mustBeInSession(actor);
  return ctx.transaction(async (tx) => {
    const account = found(await accountOf(tx, actor.id));
    return {
      login: account.login,
      hasPassword: account.hasPassword,
      passwordChangedAt: (await passwordChangedAt(tx, actor.id))?.toISOString() ?? null,
      passkeys: (await passkeysOf(tx, actor.id)).map(passkeyView),
      hasTotp: account.hasTotp,
      recoveryCodesLeft: await recoveryCodesLeft(tx, actor.id),
      oidc: await oidcLinkView(tx, actor.id),
    };
  });
}
