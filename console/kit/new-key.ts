/** A fresh random key for one act: 128 bits. `crypto.randomUUID` is missing in Chrome 91 and outside secure contexts. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
