/** The first files of a module, by path below its folder: each runs as it stands. */
export function moduleFiles(name: string, migration: string): Record<string, string> {
  const variable = camel(name);
  return {
    'README.md': `# ${name}

What the module is for, in two sentences.

## Nouns
What it owns, one line each.

## States
The diagram that \`stateDiagram\` (\`server/platform/states.ts\`) prints for each noun with states.

## Events
What it says that has happened, and what it answers.

## Rules it answers
The law, standard or promise behind each refusal.

Tables: \`server/migrations/${migration}\`.
`,
    'module.ts': `import type { Manifest } from '#platform/manifest';
import { texts } from './texts/index.ts';

/** What the module ${name} gives to the program. */
export const ${variable}: Manifest = { name: '${name}', texts };
`,
    'index.ts': `// What later modules may call: a dozen functions and types at most.
export {};
`,
    'contract.ts': `// Shapes of requests and answers, shared with console/ and site/: the schema library and earlier contracts only.
export {};
`,
    'texts/index.ts': `import { bilingual } from '#platform/i18n';

/** The words of the module ${name}. */
export const texts = bilingual({}, {});
`,
  };
}

/** The first lines of the module's migration. */
export const migrationText = (name: string): string =>
  `-- ${name}: what this module owns. Each table: county_id first in its keys, then select platform.owned('…').\nselect platform.module('${name.replaceAll('-', '_')}');\n`;

/** \`media-library\` → \`mediaLibrary\`. */
export const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
