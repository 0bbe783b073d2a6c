import type { Import } from './read-imports.ts';
import { isContractFile, isSeedFile, isTestFile, isTestingFile, placeOf, type Place } from './places.ts';

/** A breach of one rule, with the way out in its message. */
export interface Violation {
  rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'resolve';
  file: string;
  line: number;
  message: string;
}

/** An import together with where both ends stand. */
interface Crossing extends Import {
  source: Place;
  target: Place;
  to: string;
  order: readonly string[];
}

type Rule = (crossing: Crossing) => string | null;

const doors = ['index.ts', 'contract.ts', 'page-contract.ts', 'tables.ts', 'testing.ts'];
const wiring = /^(http\/|jobs\/|jobs\.ts$|subscriptions\/|subscriptions\.ts$)/;

/** Judges one import by R1 to R5 (DESIGN §5); returns every breach. */
export function judgeImport(found: Import, order: readonly string[]): Violation[] {
  const at = { file: found.from, line: found.line };
  if (found.error !== null) return [{ rule: 'resolve', ...at, message: unresolved(found) }];
  const source = placeOf(found.from, order);
  if (found.to === null) {
    const message = foreignPackage(found, source);
    return message === null ? [] : [{ rule: 'R4', ...at, message }];
  }
  const crossing: Crossing = { ...found, to: found.to, source, target: placeOf(found.to, order), order };
  return rules.flatMap(([rule, judge]) => {
    const message = judge(crossing);
    return message === null ? [] : [{ rule, ...at, message }];
  });
}

const rules: [Violation['rule'], Rule][] = [
  ['R1', platformStaysBelow],
  ['R2', throughTheDoors],
  ['R2', onlyUpward],
  ['R2', platformByName],
  ['R2', modulesAreNotAboutTheServer],
  ['R3', verbsKnowNoWiring],
  ['R4', contractsStandAlone],
  ['R5', screensSeeOnlyContracts],
  ['R5', onlyRenderImportsSite],
  ['R5', documentStandsAlone],
  ['R5', languagesAreWords],
];

function unresolved({ specifier }: Import): string {
  const isName = specifier.startsWith('#') || specifier.startsWith('@xiangyin/');
  return isName
    ? `'${specifier}' leads nowhere: the name must stand in package.json ("imports" or "exports") and its file must exist.`
    : `'${specifier}' cannot be found: write the path with its ending (./x.ts), or add the package with its exact version.`;
}

function platformStaysBelow({ from, source, target, specifier }: Crossing): string | null {
  if (source.area !== 'platform') return null;
  if (target.area === 'module') {
    return `platform/ imports the module '${target.module}' (${specifier}): platform/ holds no domain words. Let the module register itself through its manifest, or move the domain part into it.`;
  }
  const isServerRoot = target.area === 'server' && target.inner !== 'package.json';
  if (isServerRoot && !isTestFile(from))
    return `platform/ imports server/${target.inner}: pass what it needs as a parameter at start.`;
  return null;
}

function throughTheDoors(crossing: Crossing): string | null {
  const { from, source, target, specifier, order } = crossing;
  if (target.area !== 'module' || target.module === null) return null;
  const name = target.module;
  if (!order.includes(name)) return `'${name}' does not stand in server/modules.ts: give it its place in the list.`;
  if (source.area === 'module' && source.module === name) {
    return specifier.startsWith('#') && !isTestFile(from)
      ? `inside a module write the relative path, not '${specifier}'.`
      : null;
  }
  if (source.area === 'platform') return null;
  if (source.area === 'server') return serverRootDoor(crossing);
  if (source.area !== 'module' && source.area !== 'testing') return null;
  const door = specifier === `#${name}` ? 'index.ts' : `${specifier.replace(`#${name}/`, '')}.ts`;
  if (!specifier.startsWith('#') || !doors.includes(door)) {
    return `'${specifier}' goes past the doors of '${name}': use '#${name}', '#${name}/contract', '#${name}/page-contract', '#${name}/tables' (in *-queries.ts) or '#${name}/testing' (in tests), and export there what you need.`;
  }
  if (door === 'tables.ts' && !from.endsWith('-queries.ts') && !isTestFile(from)) {
    return `'${specifier}' is for *-queries.ts only: move the query there, or call a function of '#${name}'.`;
  }
  if (door === 'testing.ts' && !isTestFile(from) && !isSeedFile(from) && source.module !== 'demonstration') {
    return `'${specifier}' is for tests, seeds and other testing.ts only: call a verb of '#${name}' instead.`;
  }
  return null;
}

/** `modules.ts` gathers the manifests and `contract.ts` the contracts; the rest of the root (main.ts, cli.ts) may knock at a module's first door. */
function serverRootDoor({ from, to, target, specifier }: Crossing): string | null {
  if (isTestFile(from) || specifier === `#${target.module}`) return null;
  if (from === 'server/modules.ts' && target.inner === 'module.ts') return null;
  if (from === 'server/contract.ts' && isContractFile(to)) return null;
  return `${from} may reach '${target.module}' only through its manifest in server/modules.ts or through '#${target.module}'.`;
}

function onlyUpward({ source, target, order, specifier }: Crossing): string | null {
  if (source.module === null || target.module === null || source.module === target.module) return null;
  if (source.area !== target.area || !order.includes(source.module)) return null;
  if (order.indexOf(target.module) < order.indexOf(source.module)) return null;
  return source.area === 'module'
    ? `'${source.module}' stands before '${target.module}' in server/modules.ts and may not import it (${specifier}): emit an event, and let '${target.module}' subscribe.`
    : `'${source.module}' stands before '${target.module}' and may not import its screens (${specifier}): offer a named slot, and let '${target.module}' fill it.`;
}

function platformByName({ source, target, specifier }: Crossing): string | null {
  if (source.area !== 'module' || target.area !== 'platform' || specifier.startsWith('#platform/')) return null;
  return `write '#platform/${target.inner.replace(/\.tsx?$/, '')}' instead of '${specifier}'.`;
}

function modulesAreNotAboutTheServer({ from, source, target, specifier }: Crossing): string | null {
  if (source.area !== 'module' || isTestFile(from)) return null;
  if (target.area === 'testing' && !isSeedFile(from)) return `'${specifier}' is for tests only.`;
  if (target.area !== 'server' || target.inner === 'package.json') return null;
  return `a module may not import server/${target.inner}: what it needs from the program comes through platform/ or its manifest.`;
}

function verbsKnowNoWiring({ from, source, target, specifier }: Crossing): string | null {
  if (source.area !== 'module' || target.area !== 'module' || source.module !== target.module) return null;
  if (!wiring.test(target.inner) || source.inner === 'module.ts' || isTestFile(from)) return null;
  const group = (inner: string) => inner.split(/[/.]/, 1)[0];
  if (group(source.inner) === group(target.inner)) return null;
  return `'${specifier}' is wiring: only module.ts and tests import http/, jobs.ts and subscriptions.ts. Move what both need into a verb or a noun's file; a verb emits an event instead of starting a job.`;
}

function contractsStandAlone({ from, to, source, target, specifier }: Crossing): string | null {
  if (!isContractFile(from) || !['module', 'server', 'platform'].includes(source.area) || isTestFile(from)) return null;
  if (isContractFile(to) || target.area === 'document') return null;
  return `a contract imports the schema library, other contracts and @xiangyin/document only, not '${specifier}': it is read by the browser too. Say the shape here, and let the other file import it.`;
}

function foreignPackage({ from, pack }: Import, source: Place): string | null {
  if (!isContractFile(from) || !['module', 'server', 'platform'].includes(source.area) || isTestFile(from)) return null;
  if (pack === 'zod' || pack === '@xiangyin/document') return null;
  return `a contract imports the schema library (zod) and other contracts only, not '${pack}': it is read by the browser too.`;
}

function screensSeeOnlyContracts({ from, to, source, target, specifier, typeOnly }: Crossing): string | null {
  if (source.area !== 'console' && source.area !== 'site') return null;
  if (isTestFile(from) || !/\.tsx?$/.test(to)) return null;
  if (target.area === source.area || target.area === 'document') return null;
  if (to !== 'server/contract.ts') {
    return `${source.area}/ imports '${specifier}': screens see only '@xiangyin/server/contract' and '@xiangyin/document'. Put the shape into the module's contract.ts.`;
  }
  if (typeOnly) return null;
  return `write 'import type … from '${specifier}'': values would carry every schema into the browser. For a list of values write a Record<TheType, string> of labels; tsc keeps it complete.`;
}

function onlyRenderImportsSite({ from, source, target, specifier }: Crossing): string | null {
  if (!['platform', 'module', 'server', 'testing'].includes(source.area)) return null;
  if (target.area === 'console') return `the server may not import '${specifier}': console/ is served as built files.`;
  if (target.area !== 'site' || from === 'server/modules/portal/render.ts') return null;
  return `only server/modules/portal/render.ts imports site/ (here '${specifier}'): name the view in the page's manifest entry.`;
}

function documentStandsAlone({ from, source, target, specifier }: Crossing): string | null {
  if (source.area !== 'document' || target.area === 'document' || isTestFile(from)) return null;
  return `document/ is the shape of a text and imports nothing else of ours (here '${specifier}').`;
}

function languagesAreWords({ from, source, target, specifier, typeOnly }: Crossing): string | null {
  if (isTestFile(from)) return null;
  if (source.area === 'languages')
    return typeOnly || target.area === 'languages' || target.area === 'document'
      ? null
      : `a language only gives words: write 'import type … from '${specifier}''.`;
  // Screens are told so by `screensSeeOnlyContracts`.
  if (target.area !== 'languages' || ['console', 'site', 'outside'].includes(source.area)) return null;
  return `'${specifier}' would name one language: they are found by their folders (console/kit/further-languages.ts, server/platform/further-languages.ts).`;
}

/** Whether the import may be seen as an edge of the module graph: code of one module using another, tests left out. */
export const isModuleEdge = ({ from }: Import) => !isTestFile(from) && !isTestingFile(from) && !isSeedFile(from);
