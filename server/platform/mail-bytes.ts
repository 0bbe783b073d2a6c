/** A letter that the library wrote into memory, as its bytes. Throws TypeError where it gave a stream. */
export function mailBytes({ message }: { readonly message?: unknown }): Buffer {
  if (!Buffer.isBuffer(message)) throw new TypeError('the letter was not written into memory');
  return message;
}
