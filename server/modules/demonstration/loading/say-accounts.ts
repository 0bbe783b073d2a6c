import type { App } from '#platform/app';
import { readAccountsFile } from './accounts-file.ts';

/** Says every account of the demonstration with its password. */
export async function sayAccounts(app: App, say: (line: string) => void): Promise<void> {
  const accounts = await readAccountsFile(app.settings.varDirectory);
  say('\n演示账号 · accounts of the demonstration (var/demo-accounts.json)');
  say('  工作台 · console: /console/    手机版 · on a phone: /console/phone/');
  for (const one of accounts) say(`  ${one.role.padEnd(16)} ${one.login.padEnd(14)} ${one.password}  ${one.place}`);
}
