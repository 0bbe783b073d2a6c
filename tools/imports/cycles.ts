import type { Import } from './read-imports.ts';
import type { Violation } from './rules.ts';

/** R7: finds files that import each other in a circle, one report a circle. Imports of types vanish at run time and do not count. */
export function findCycles(imports: readonly Import[]): Violation[] {
  const next = new Map<string, Import[]>();
  for (const found of imports) {
    if (found.to === null || found.typeOnly) continue;
    next.set(found.from, [...(next.get(found.from) ?? []), found]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const cycles: Violation[] = [];
  const visit = (file: string, path: readonly Import[]) => {
    state.set(file, 'open');
    for (const edge of next.get(file) ?? []) {
      const target = edge.to ?? '';
      if (state.get(target) === 'open') cycles.push(cycleOf([...path, edge], target));
      else if (!state.has(target)) visit(target, [...path, edge]);
    }
    state.set(file, 'done');
  };
  for (const file of next.keys()) if (!state.has(file)) visit(file, []);
  return cycles;
}

function cycleOf(path: readonly Import[], start: string): Violation {
  const circle = path.slice(path.findIndex((edge) => edge.from === start));
  const closing = path.at(-1);
  return {
    rule: 'R7',
    file: closing?.from ?? start,
    line: closing?.line ?? 1,
    message: `circle: ${[...circle.map((edge) => edge.from), start].join(' → ')}. Move what both need into a file of its own.`,
  };
}
