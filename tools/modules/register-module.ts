import { camel } from './module-files.ts';

/** The text of server/modules.ts with a module more, standing after another. Throws when that other does not stand in both lists. */
export function withModule(source: string, name: string, after: string): string {
  const line = `import { ${camel(name)} } from './modules/${name}/module.ts';\n`;
  const lastImport = source.lastIndexOf("from './modules/");
  const endOfImports = source.indexOf('\n', lastImport) + 1;
  const imported = `${source.slice(0, endOfImports)}${line}${source.slice(endOfImports)}`;
  const named = insertAfter(imported, new RegExp(`(moduleNames[^=]*=\\s*\\[[^\\]]*'${after}',?)`), ` '${name}',`);
  return insertAfter(named, new RegExp(`(modules: [^=]*=\\s*\\[[^\\]]*\\b${camel(after)},?)`), ` ${camel(name)},`);
}

/** The text of server/package.json with the doors of a module more. */
export function withDoors(source: string, name: string, after: string): string {
  const doors = ['', '/contract', '/tables', '/testing'].map(
    (door) => `\n    "#${name}${door}": "./modules/${name}/${door === '' ? 'index' : door.slice(1)}.ts",`,
  );
  return insertAfter(source, new RegExp(`("#${after}/testing": "[^"]*",)`), doors.join(''));
}

function insertAfter(source: string, place: RegExp, text: string): string {
  if (!place.test(source)) throw new Error(`found no place for the new module: ${place.source} fits nothing`);
  return source.replace(place, (found) => `${found.endsWith(',') ? found : `${found},`}${text}`);
}
