import { randomBytes } from 'node:crypto';
import { generateSecret } from 'otplib';
import { equipDemonstrationAccount, hashPassword } from '#access';
import { demonstrationCast } from '../content/people.ts';
import { placeByCode } from '../content/places.ts';
import { writeAccountsFile } from './accounts-file.ts';
import type { AccountLine } from './accounts-file.ts';
import type { Teller } from './teller.ts';

/** Accounts for the cast, with secrets made here and now; they are written to a file that only this machine's user reads. */
export async function loadAccounts(teller: Teller): Promise<void> {
  if (teller.has('step:accounts')) return;
  const accounts = await Promise.all(
    demonstrationCast.map(async (member) => {
      const line: AccountLine = {
        role: member.roles[0]?.role ?? 'volunteer',
        place: placeByCode(member.roles[0]?.placeCode ?? member.placeCode).zh,
        login: member.login,
        password: newPassword(),
        token: `xyt_${randomBytes(32).toString('base64url')}`,
        totpSecret: generateSecret(),
      };
      return { line, passwordHash: await hashPassword(line.password) };
    }),
  );
  // The file first: should the transaction be lost, the next start makes both anew.
  await writeAccountsFile(
    teller.app.settings.varDirectory,
    accounts.map(({ line }) => line),
  );
  teller.hoursAgo(0);
  await teller.once('step:accounts', async (tx) => {
    for (const { line, passwordHash } of accounts)
      await equipDemonstrationAccount(tx, {
        personId: teller.id(`person:${line.login}`),
        login: line.login,
        passwordHash,
        totpSecret: line.totpSecret,
        token: line.token,
      });
    return teller.id('step:places');
  });
}

// Four groups of five letters that nobody mistakes for one another: 90 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz';

function newPassword(): string {
  const signs: string[] = [];
  while (signs.length < 20)
    for (const byte of randomBytes(32))
      if (byte < letters.length * 11 && signs.length < 20) signs.push(letters[byte % letters.length] ?? '');
  return [0, 5, 10, 15].map((from) => signs.slice(from, from + 5).join('')).join('-');
}
