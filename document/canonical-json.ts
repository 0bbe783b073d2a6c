/** What the canonical forms of this package consist of: no fractions, no undefined. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue };

/** RFC 8785 (JSON Canonicalization Scheme) for strings, whole numbers, booleans, null, arrays and objects; the tests compare it with the `canonicalize`
 *  library, which itself needs Chrome 111 where our readers may have 91. Throws TypeError for a fraction, a number beyond 2^53, or a lone surrogate. */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`Not a whole number: ${value}`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = value;
  // sort() without a comparator goes by UTF-16 code units, as RFC 8785 §3.2.3 asks.
  const names = Object.keys(fields).sort();
  return `{${names.map((name) => `${canonicalString(name)}:${canonicalJson(fields[name] ?? null)}`).join(',')}}`;
}

/** JSON.stringify escapes as §3.2.2.2 asks, except that it lets lone surrogates through as escapes. */
function canonicalString(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new TypeError('Lone surrogate');
  return JSON.stringify(text);
}

function isArray(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
