/** From this length on a sound may have one letter wrong; shorter ones would mean everything. */
const tolerantFrom = 5;

/** A sound with one letter left out, in every way; itself first. Two sounds that differ by one letter (left out, put in, changed, or two exchanged) have one of these in common. */
export function soundKeys(sound: string): string[] {
  if (sound.length < tolerantFrom) return [sound];
  return [...new Set([sound, ...Array.from(sound, (_, at) => sound.slice(0, at) + sound.slice(at + 1))])];
}

/** Whether two sounds differ by one letter at most. */
export function nearlySame(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.min(one.length, other.length) < tolerantFrom - 1 || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [a, b] = [one.slice(from), other.slice(from)];
  const isExchanged = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || (a.length > 1 && isExchanged);
}

/** What a reader may have meant as pinyin: letters alone, syllables written together or apart, tones by numbers left out. Null for anything else. */
export function asSound(question: string): string | null {
  const sound = question
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('u\u0308', 'v')
    .replaceAll(/[\u0300-\u036f1-5\s'’·-]/g, '');
  return /^[a-z]{3,40}$/.test(sound) ? sound : null;
}

/** Every run of at least two letters of a sound. */
export const soundsWithin = (sound: string): string[] => [
  ...new Set(
    Array.from(sound, (_, from) =>
      Array.from({ length: Math.max(0, sound.length - from - 1) }, (_one, more) => sound.slice(from, from + 2 + more)),
    ).flat(),
  ),
];

/** A sound cut into the fewest of these, `most` at most, the longest in front; empty where it cannot be. */
export function fewestParts(sound: string, known: ReadonlySet<string>, most: number): string[] {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= sound.length; end += 1)
    for (let from = 0; from < end; from += 1) {
      const [before, now] = [best[from], best[end]];
      const part = sound.slice(from, end);
      const isBetter = before && before.length < most && (!now || before.length + 1 <= now.length);
      if (isBetter && known.has(part)) best[end] = [...before, part];
    }
  return best[sound.length] ?? [];
}
