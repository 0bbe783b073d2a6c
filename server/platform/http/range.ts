import type { ByteRange } from '../files/store.ts';

/** What a request wants of a file of so many bytes: all of it, a part, or a part that is not there (RFC 9110 §14). More than one part, and what is no range, is answered with the whole. */
export function wantedRange(header: string | undefined, bytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const said = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!said || (said[1] === '' && said[2] === '')) return 'whole';
  const [, first = '', last = ''] = said;
  if (first === '')
    return Number(last) === 0 ? 'unsatisfiable' : { from: Math.max(0, bytes - Number(last)), to: bytes - 1 };
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < from) return 'whole';
  return from >= bytes ? 'unsatisfiable' : { from, to };
}
