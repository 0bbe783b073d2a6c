/** Days of the week (1 is Monday), in whatever order they were chosen, in words: all seven as `每天`, three and more in a row as `周一–周五`, others one by one. */
export function weekdaysInWords(days: readonly number[], name: (day: number) => string, everyDay: string): string[] {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  if (sorted.length === 7) return [everyDay];
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.flatMap((run) => {
    const names = run.map(name);
    return names.length > 2 ? [`${names[0]}–${names.at(-1)}`] : names;
  });
}
