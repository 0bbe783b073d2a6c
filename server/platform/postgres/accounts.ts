import { readFileSync } from 'node:fs';

/** A user of this machine. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** The user of this name; undefined when there is none. */
export function accountNamed(name: string): Account | undefined {
  return accounts().find((account) => account.name === name);
}

/** The name of a user's number, or the number itself when it has none. */
export function accountNameOf(uid: number): string {
  return accounts().find((account) => account.uid === uid)?.name ?? String(uid);
}

function accounts(): Account[] {
  return passwordFile().flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

function passwordFile(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}
