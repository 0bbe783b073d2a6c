import type { Sending } from '../sending.ts';

/** As what the other centre knows a story of ours: by our host and its slug, as its mark says. */
export function sourceOf({ piece }: Pick<Sending, 'piece'>): { issuer: string; source: string } {
  const { host, pathname } = new URL(piece.address);
  return { issuer: host, source: pathname.split('/').at(-1) ?? '' };
}
