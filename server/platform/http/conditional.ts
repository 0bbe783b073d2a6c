import { createHash } from 'node:crypto';

/** The entity tag of a body: the same words, the same tag, from whichever process. */
export const entityTag = (body: string | Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Whether whoever asks has this body already (RFC 9110 §13.1.2): one of the tags they sent is it, or they sent `*`. Weak and strong tags count alike, for a proxy that compresses weakens them. */
export function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag) return true;
  return ifNoneMatch.split(',').some((one) => {
    const sent = one.trim().replace(/^W\//, '');
    return sent === '*' || sent === tag;
  });
}
