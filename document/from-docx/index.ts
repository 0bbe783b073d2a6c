/** A Word file (ECMA-376) as blocks that a story may hold: what somebody takes into the text, and what lies in a letter. Alone in loading the reader of Word files. */
export { DocxFault } from './docx-fault.ts';
export { isTracked, readDocx, trackedSigns, trackedTableSigns } from './read-docx.ts';
