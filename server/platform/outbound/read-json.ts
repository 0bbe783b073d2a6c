/** What the JSON of another machine says, in words that can be kept: NUL and lone halves of a sign, which the database takes in no text, are left out. Undefined: it is no JSON. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    );
  } catch {
    return undefined;
  }
}
