import { placeOf } from './places.ts';
import type { Import } from './read-imports.ts';
import { isModuleEdge } from './rules.ts';

/** The module graph as a Mermaid flowchart: an arrow from each module to those it imports, tests left out. */
export function moduleGraph(imports: readonly Import[], order: readonly string[]): string {
  const arrows = new Set(imports.filter(isModuleEdge).flatMap((found) => arrowOf(found, order)));
  return ['flowchart BT', ...order.map((name) => `  ${name}`), ...[...arrows].toSorted()].join('\n');
}

function arrowOf(found: Import, order: readonly string[]): string[] {
  const source = placeOf(found.from, order);
  const target = placeOf(found.to ?? '', order);
  const crosses = source.area === 'module' && target.area === 'module' && source.module !== target.module;
  return crosses ? [`  ${source.module} --> ${target.module}`] : [];
}
