/** A list as it comes out of a spreadsheet: CSV text, or an Excel workbook. */
export { parseCsv } from './parse-csv.ts';
export type { CsvRow } from './parse-csv.ts';
export { readSheet, sheetText } from './read-sheet.ts';
export { SheetFault } from './sheet-fault.ts';
