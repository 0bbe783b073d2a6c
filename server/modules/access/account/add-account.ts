import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { AccessTables } from '../tables.ts';

/** The login in the form in which it is stored and compared. */
export const loginForm = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** An account to be opened. */
export interface NewAccount {
  readonly personId: string;
  readonly login: string;
  /** An argon2id hash, or null until the person sets a password. */
  readonly passwordHash?: string | null;
  readonly demonstration?: boolean;
}

/** Opens an account for a person. Asks nobody: verbs and seeds do. Refuses: LoginTaken (409). */
export async function addAccount(tx: Tx, account: NewAccount): Promise<void> {
  const at = tx.ctx.app.clock.now();
  const made = await tx
    .tables<AccessTables>()
    .insertInto('access.accounts')
    .values({
      county_id: tx.countyId,
      person_id: account.personId,
      login: loginForm(account.login),
      password_hash: account.passwordHash ?? null,
      password_changed_at: account.passwordHash ? at : null,
      demonstration: account.demonstration ?? false,
      made_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) refuse('LoginTaken', {}, [{ path: '/login', code: 'taken' }]);
}
