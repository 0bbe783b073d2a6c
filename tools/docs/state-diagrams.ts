import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stateDiagram, type StateTable } from '../../server/platform/states.ts';
import { filesBelow } from '../tree.ts';

/** A noun's state table, and where it is declared. */
interface Declared {
  file: string;
  module: string;
  states: StateTable<string>;
}

/** A diagram that a module's README should hold word for word. */
export interface Diagram {
  file: string;
  readme: string;
  noun: string;
  text: string;
  isShown: boolean;
}

/** The diagram of every state table declared in a module's `states.ts` files, and whether the README shows it. */
export async function stateDiagrams(root: string): Promise<Diagram[]> {
  const files = filesBelow(root, 'server/modules', ['states.ts']);
  const declared = (await Promise.all(files.map((file) => statesIn(root, file)))).flat();
  return declared.map(({ file, module, states }) => {
    const readme = `server/modules/${module}/README.md`;
    const text = stateDiagram(states);
    const shown = existsSync(join(root, readme)) ? readFileSync(join(root, readme), 'utf8') : '';
    return { file, readme, noun: states.noun, text, isShown: shown.includes(text) };
  });
}

async function statesIn(root: string, file: string): Promise<Declared[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
  const module = file.split('/')[2] ?? '';
  return Object.values(exported)
    .filter(isStateTable)
    .map((states) => ({ file, module, states }));
}

function isStateTable(value: unknown): value is StateTable<string> {
  return typeof value === 'object' && value !== null && 'noun' in value && 'guards' in value && 'transitions' in value;
}
