import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findCycles } from './imports/cycles.ts';
import { findForeignWrites } from './imports/foreign-writes.ts';
import { moduleGraph } from './imports/graph.ts';
import { findInsertSelects } from './imports/insert-select.ts';
import { moduleOrder } from './imports/module-order.ts';
import { readImports, type Import } from './imports/read-imports.ts';
import { judgeImport, type Violation } from './imports/rules.ts';
import { codeFiles } from './tree.ts';

/** What the checker saw: a green answer with no files is a false one, so the count is part of it. */
export interface ImportReport {
  files: number;
  imports: Import[];
  order: string[];
  violations: Violation[];
}

/** Holds rules R1 to R5 and R7 of DESIGN §5, and of R6 what the text shows, for the tree at `root`. */
export function checkImports(root: string): ImportReport {
  const order = moduleOrder(root);
  const files = codeFiles(root);
  const imports = files.flatMap((file) => readImports(root, file));
  const violations = [
    ...imports.flatMap((found) => judgeImport(found, order)),
    ...files.flatMap((file) => findForeignWrites(root, file, order)),
    ...files.flatMap((file) => findInsertSelects(root, file, order)),
    ...findCycles(imports),
    ...missingModules(root, order),
  ];
  return { files: files.length, imports, order, violations };
}

function missingModules(root: string, order: readonly string[]): Violation[] {
  return order
    .filter((name) => !existsSync(join(root, 'server/modules', name)))
    .map((name) => ({
      rule: 'R2',
      file: 'server/modules.ts',
      line: 1,
      message: `'${name}' is in the list but has no folder.`,
    }));
}

function main(args: readonly string[]): number {
  const root = resolve(import.meta.dirname, '..');
  const report = checkImports(root);
  if (args.includes('--graph')) {
    process.stdout.write(`${moduleGraph(report.imports, report.order)}\n`);
    return 0;
  }
  for (const { rule, file, line, message } of report.violations)
    process.stdout.write(`${file}:${line}  ${rule}  ${message}\n`);
  process.stdout.write(
    `check-imports: ${report.files} files, ${report.imports.length} imports, ${report.violations.length} breaches\n`,
  );
  return report.violations.length > 0 || report.files === 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
