import type { AdoptionRow } from './adoption-queries.ts';

/** An adoption as its lines leave it: `counted`; `known` while a higher one counts in its place; `gone` when it was withdrawn or mistaken. */
export interface Standing {
  readonly id: string;
  readonly state: 'counted' | 'known' | 'gone';
  /** What outlet, level, medium and day are, from its first line. */
  readonly facts: AdoptionRow;
  /** The last line of each person in it, in the order in which they came. */
  readonly last: readonly AdoptionRow[];
}

const steps = ['county', 'city', 'province', 'national'];

/** The adoptions of a story's lines (oldest first), in the order of their entry. */
export function standingOf(lines: readonly AdoptionRow[]): Standing[] {
  return [...Map.groupBy(lines, (line) => line.adoptionId)].map(([id, own]) => {
    const last = [...Map.groupBy(own, (line) => line.personId).values()].flatMap((of) =>
      of.toSorted((a, b) => b.entry - a.entry).slice(0, 1),
    );
    const facts = own[0];
    if (!facts) throw new Error('an adoption without lines');
    return { id, state: stateOf(last), facts, last };
  });
}

function stateOf(last: readonly AdoptionRow[]): Standing['state'] {
  if (last.some((line) => line.kind === 'counted')) return 'counted';
  return last.every((line) => line.why === 'higher-level') ? 'known' : 'gone';
}

/** The one adoption by which a text counts: of those that stand, the highest level; then the most points; then the earliest. */
export function highest(standing: readonly Standing[]): Standing | undefined {
  const points = ({ last }: Standing): number => last.reduce((sum, line) => sum + Math.abs(line.hundredths), 0);
  return standing
    .filter((one) => one.state !== 'gone')
    .toSorted(
      (a, b) =>
        steps.indexOf(b.facts.level) - steps.indexOf(a.facts.level) ||
        points(b) - points(a) ||
        a.facts.adoptedOn.localeCompare(b.facts.adoptedOn) ||
        a.id.localeCompare(b.id),
    )[0];
}
