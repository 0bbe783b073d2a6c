import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** Under which the public key is found in the sender's domain. */
export const dkimSelector = 'xiangyin';

/** What of a letter's head is signed where it is there: what its reader sees and answers by (RFC 6376 §5.4.1), and the button that leaves, which providers show only where both of its lines are signed (RFC 8058 §4). */
export const dkimHeaders = [
  'From',
  'Sender',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'In-Reply-To',
  'References',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':');

/** A new key for DKIM: RSA with 2048 bits, the only kind that every receiver checks (RFC 8301 §3.2); PKCS #8 in PEM. */
export async function newDkimKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The DNS record by which receivers check what this key signed (RFC 6376 §3.6.1). */
export const dkimRecord = (key: string): string =>
  `v=DKIM1; k=rsa; p=${createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')}`;
