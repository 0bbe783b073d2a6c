// Also after blanks, and with the full-width signs, which Excel takes for the others where it speaks Chinese or Japanese. A plain number below nothing is one.
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const number = /^-?\d+(?:\.\d+)?$/;

/** A table as CSV (RFC 4180, without the last line's end) that spreadsheets open in the right script and in which no cell can act as a formula (OWASP CSV injection); what is taken back (`-1`) stays a number, so that the sums are right. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}`;

function cell(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
