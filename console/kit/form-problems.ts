import type { FormInstance } from 'antd';
import type { Problem } from './problem.ts';

/** Puts what the server said about fields beside them; true when every one found its place. Paths are JSON pointers into the body, names those of the form. */
export function showInForm<T>(
  form: FormInstance<T>,
  problem: Problem,
  names: Readonly<Record<string, string | (string | number)[]>> = {},
): boolean {
  let placed = problem.fields.length > 0;
  for (const field of problem.fields) {
    // Lines of a list have numbers.
    const path = field.path
      .split('/')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const name = names[field.path] ?? path;
    if (form.getFieldInstance(name as Parameters<typeof form.getFieldInstance>[0]) === undefined) placed = false;
    form.setFields([{ name: name as Parameters<typeof form.setFields>[0][0]['name'], errors: [field.message] }]);
  }
  return placed;
}
