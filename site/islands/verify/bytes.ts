/** Bytes of base64url letters; undefined where they are not the one way to write these bytes. */
export function bytesOf(letters: string): Uint8Array | undefined {
  if (!/^[\w-]+$/.test(letters)) return undefined;
  try {
    const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const again = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    return again === letters ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

/** Base64url letters of bytes, however many. */
export function lettersOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What base64url letters of JSON say; undefined where it is none. */
export function jsonOf(letters: string): unknown {
  const bytes = bytesOf(letters);
  try {
    return bytes && (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown);
  } catch {
    return undefined;
  }
}
