const prefix = 'xiangyin.kept';
const hour = 3_600_000;

/** How long what somebody typed waits for them. Names and phones of others do not outlast a shift; a text waits a month. */
const ages: readonly (readonly [name: RegExp, milliseconds: number])[] = [
  [/^(order|person)[.]/, 12 * hour],
  [/^story[.]/, 30 * 24 * hour],
];

const isTooOld = (name: string, at: string, now: number): boolean => {
  const age = ages.find(([pattern]) => pattern.test(name))?.[1];
  return age !== undefined && !(now - Date.parse(at) < age);
};

/** What this person typed and has not yet sent, kept in this browser until it is, or until it is too old: a lost session, a closed tab or a dead battery take nothing. */
export const keptOf = <T>(personId: string, name: string): { at: string; value: T } | null => {
  try {
    const text = localStorage.getItem(`${prefix}.${personId}.${name}`);
    const kept = text === null ? null : (JSON.parse(text) as { at: string; value: T });
    return kept === null || isTooOld(name, kept.at, Date.now()) ? null : kept;
  } catch {
    return null;
  }
};

/** Keeps; a full storage is no reason to stop somebody's typing. */
export function keep(personId: string, name: string, value: unknown): void {
  try {
    localStorage.setItem(`${prefix}.${personId}.${name}`, JSON.stringify({ at: new Date().toISOString(), value }));
  } catch {
    // Nothing to be done: the page itself still holds it.
  }
}

/** Forgets: it has been sent, or was given up. */
export const forget = (personId: string, name: string): void =>
  localStorage.removeItem(`${prefix}.${personId}.${name}`);

/** Forgets what anybody kept in this browser and is too old by now. */
export function forgetStale(now = Date.now()): void {
  for (const key of Object.keys(localStorage)) {
    // xiangyin.kept.<person>.<name>
    const [, name] = /^xiangyin[.]kept[.][^.]+[.](.+)$/.exec(key) ?? [];
    if (name !== undefined && isTooOld(name, timeOf(localStorage.getItem(key)), now)) localStorage.removeItem(key);
  }
}

// What cannot be read is of no time, and too old.
function timeOf(text: string | null): string {
  try {
    return (JSON.parse(text ?? '') as { at: string }).at;
  } catch {
    return '';
  }
}
