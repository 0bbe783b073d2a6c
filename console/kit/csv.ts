// Also after blanks, and with the full-width signs, which Excel takes for the others where it speaks Chinese or Japanese. A plain number below nothing is one.
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const number = /^-?\d+(?:\.\d+)?$/;

/** A table as CSV that spreadsheets open in the right script and in which no cell can act as a formula (OWASP CSV injection); what is taken back stays a number, so that the sums are right. */
export function csvOf(rows: readonly (readonly string[])[]): Blob {
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n');
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}

function cell(value: string): string {
  const safe = formula.test(value) && !number.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a file to the person. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
