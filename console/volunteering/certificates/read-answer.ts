/** What the national system answered, a line for each entry: our entry, its number there, minutes; commas, semicolons or tabs between. Empty lines and a line of heads are left out. */
export function readAnswer(
  text: string,
): { rows: { hourId: string; reference: string; minutes: number }[] } | { badLine: number } {
  const rows: { hourId: string; reference: string; minutes: number }[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const [hourId = '', reference = '', minutes = ''] = line
      .split(/[,;\t]/)
      .map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (hourId === '' || (at === 0 && !isId(hourId))) continue;
    if (!isId(hourId) || reference === '' || !/^\d{1,4}$/.test(minutes)) return { badLine: at + 1 };
    rows.push({ hourId: hourId.toLowerCase(), reference, minutes: Number(minutes) });
  }
  return { rows };
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
