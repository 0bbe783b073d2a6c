import { hash, verify } from '@node-rs/argon2';

// Argon2id, 19 MiB, two passes: the floor that OWASP names (trust.md A13). About 30 ms on one core.
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The password as it is hashed: the same signs typed on another keyboard are the same password (NFKC, RFC 8265 §4.2). */
const form = (password: string): string => password.normalize('NFKC');

/** The hash to be kept, with its salt and parameters in it. */
export const hashPassword = (password: string): Promise<string> => hash(form(password), options);

let decoy: Promise<string> | undefined;

/** Whether the password fits. Without a hash (nobody has this login) the same work is done for nothing, so that the time tells nothing. */
export async function passwordFits(kept: string | null | undefined, typed: string): Promise<boolean> {
  decoy ??= hashPassword('nobody signs in with this');
  const fits = await verify(kept ?? (await decoy), form(typed));
  return Boolean(kept) && fits;
}
