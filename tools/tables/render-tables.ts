import type { Column, Table } from './read-catalog.ts';

/** How node-postgres hands each type to us, as `server/platform/database.ts` sets its parsers. */
const readAs: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  tsvector: 'string',
  inet: 'string',
  time: 'string',
  // A calendar day, YYYY-MM-DD.
  date: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
};

/** The text of one module's `tables.ts`: an interface a table, and one that names them all for the query builder. */
export function renderTables(schema: string, tables: readonly Table[]): string {
  const bodies = tables.map(renderTable).join('\n\n');
  const all = tables.map((table) => `  '${schema}.${table.name}': ${interfaceName(table)};`).join('\n');
  const fromKysely = [...new Set(bodies.match(/\b(Generated|GeneratedAlways)\b(?=<)/g))].toSorted();
  const fromPlatform = [...new Set(bodies.match(/\b(Json|GeneratedJson)\b(?=;| \|)/g))].toSorted();
  const imports = [
    fromKysely.length > 0 ? `import type { ${fromKysely.join(', ')} } from 'kysely';` : '',
    fromPlatform.length > 0 ? `import type { ${fromPlatform.join(', ')} } from '#platform/column-types';` : '',
  ].filter((line) => line !== '');
  const parts = [
    `// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.`,
    imports.join('\n'),
    bodies,
    `/** Every table of the schema \`${schema}\`. */\nexport interface ${pascal(schema)}Tables {\n${all}\n}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function renderTable(table: Table): string {
  const columns = table.columns.map(
    (column) => `${docstring(column.comment, '  ')}  ${column.name}: ${columnType(table, column)};`,
  );
  return `${docstring(table.comment)}export interface ${interfaceName(table)} {\n${columns.join('\n')}\n}`;
}

/** The column's type for the query builder. Throws for a type that the table above does not know. */
function columnType(table: Table, column: Column): string {
  const known = readAs[column.type];
  if (known === undefined) {
    throw new Error(
      `${table.schema}.${table.name}.${column.name} is of type ${column.type}, which tools/tables/render-tables.ts does not know; choose another or say there how it is read.`,
    );
  }
  if (known === 'Json') return jsonType(table, column);
  const values = column.values?.map((value) => `'${value.replaceAll(`'`, `\\'`)}'`).join(' | ');
  const element = values ?? known;
  const list = column.isArray ? (values?.includes('|') ? `(${element})[]` : `${element}[]`) : element;
  const read = column.nullable ? `${list} | null` : list;
  if (column.computed) return `GeneratedAlways<${read}>`;
  return column.hasDefault ? `Generated<${read}>` : read;
}

function jsonType(table: Table, { name, isArray, hasDefault, nullable }: Column): string {
  if (isArray)
    throw new Error(
      `${table.schema}.${table.name}.${name} is an array of jsonb; make it one jsonb value that holds a list.`,
    );
  return `${hasDefault ? 'GeneratedJson' : 'Json'}${nullable ? ' | null' : ''}`;
}

const interfaceName = (table: Table) => `${pascal(table.name)}Table`;

const pascal = (name: string) => name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const docstring = (comment: string | null, indent = '') =>
  comment === null ? '' : `${indent}/** ${comment.replaceAll('*/', '*\\/')} */\n`;
