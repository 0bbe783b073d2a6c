import type { ReconciliationResult } from '@xiangyin/server/contract';

type Line = ReconciliationResult['missing'][number];

interface Words {
  readonly heads: Readonly<Record<'what' | 'entry' | 'number' | 'service' | 'here' | 'there' | 'reference', string>>;
  readonly differing: string;
  readonly missing: string;
  readonly unknown: string;
}

/** The list of a comparison with the national system, whole, as a table to work off: what is the matter, our entry, the volunteer's number, the service, minutes here and there, its number there. */
export function reconciledRows(
  result: ReconciliationResult,
  words: Words,
  nameOf: (service: Line['service']) => string,
): string[][] {
  const { heads } = words;
  const ours = (what: string) => (one: Line) => [
    what,
    one.hourId,
    one.number,
    nameOf(one.service),
    String(one.minutes),
    one.theirs === null ? '' : String(one.theirs),
    one.reference,
  ];
  return [
    [heads.what, heads.entry, heads.number, heads.service, heads.here, heads.there, heads.reference],
    ...result.differing.map(ours(words.differing)),
    ...result.missing.map(ours(words.missing)),
    ...result.unknown.map(({ hourId, reference }) => [words.unknown, hourId, '', '', '', '', reference]),
  ];
}
