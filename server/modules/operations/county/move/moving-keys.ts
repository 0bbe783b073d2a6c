import { randomBytes } from 'node:crypto';
import type { App } from '#platform/app';
import type { KeyFiles } from '../../backup/sealed-keys.ts';

/** What travels encrypted: the county's private keys, and the key under which its sealed things travel. */
export interface MovingKeys {
  readonly sealing: Buffer;
  readonly signing: readonly { readonly purpose: string; readonly pem: string }[];
}

const sealingName = 'sealing.key';

/** The county's keys, with a new one to seal under: that of the installation opens other counties too, and stays. */
export const keysToMove = async (app: App, countyId: number): Promise<MovingKeys> => ({
  sealing: randomBytes(32),
  signing: await app.keys.filesOf(countyId),
});

/** As files. */
export const asFiles = ({ sealing, signing }: MovingKeys): KeyFiles => ({
  [sealingName]: sealing.toString('hex'),
  ...Object.fromEntries(signing.map(({ purpose, pem }, at) => [`${purpose}.${at}.pem`, pem])),
});

/** From files that `asFiles` made. */
export const fromFiles = (files: KeyFiles): MovingKeys => ({
  sealing: Buffer.from(files[sealingName] ?? '', 'hex'),
  signing: Object.entries(files).flatMap(([name, pem]) => {
    const purpose = /^(.+)\.\d+\.pem$/.exec(name)?.[1];
    return purpose === undefined ? [] : [{ purpose, pem }];
  }),
});
