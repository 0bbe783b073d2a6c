import { isDone } from './backup-record.ts';

/** How many nightly archives stay: of the last days, weeks and months, the newest of each. */
const kept = { days: 7, weeks: 4, months: 6 } as const;

/** When an archive says it was made, by its name. */
export const madeAt = (name: string): Date | undefined => {
  const [, y, m, d, h, min, s] = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-nightly)?\.tar$/.exec(name) ?? [];
  return y === undefined ? undefined : new Date(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
};

/** Whose archive it is, by its name: several installations may keep theirs in one place. */
export const whose = (name: string): string => name.replace(/-\d{8}T\d{6}Z(?:-nightly)?\.tar$/, '');

const day = (at: Date): string => at.toISOString().slice(0, 10);
const month = (at: Date): string => at.toISOString().slice(0, 7);
// Monday of its week.
const week = (at: Date): string => day(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000));

/** Of the names in a folder, the nightly archives that have had their time, counted for each installation by itself. What somebody made by hand is never among them, nor is anything else; nor what says that it will be made: the clock was ahead, or is behind now, and then it is the newest there is. It takes nobody's place and goes when its own time has come and gone. */
export const archivesToRemove = (names: readonly string[], now: Date): string[] =>
  [...Map.groupBy(names, whose).values()].flatMap((own) => ownToRemove(own, now));

function ownToRemove(names: readonly string[], now: Date): string[] {
  const nightly = names
    .filter((name) => name.endsWith('-nightly.tar'))
    .map((name) => ({ name, at: madeAt(name) }))
    .filter((one): one is { name: string; at: Date } => one.at !== undefined && isDone(one.at, now))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const stay = new Set([
    ...newestOfEach(nightly, day, kept.days),
    ...newestOfEach(nightly, week, kept.weeks),
    ...newestOfEach(nightly, month, kept.months),
  ]);
  return nightly.filter(({ name }) => !stay.has(name)).map(({ name }) => name);
}

function newestOfEach(
  newestFirst: readonly { name: string; at: Date }[],
  span: (at: Date) => string,
  many: number,
): string[] {
  const spans = Map.groupBy(newestFirst, ({ at }) => span(at));
  return [...spans.values()].slice(0, many).flatMap(([newest]) => (newest ? [newest.name] : []));
}
