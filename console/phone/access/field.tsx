/** A labelled field of a form. */
export function Field({
  name,
  label,
  type = 'text',
  autocomplete,
  value,
  hint,
}: {
  name: string;
  label: string;
  type?: 'text' | 'password';
  autocomplete?: string;
  value?: string | undefined;
  hint?: string;
}) {
  const shared = {
    name,
    autocomplete,
    autocapitalize: 'off' as const,
    spellcheck: false,
    required: true,
    defaultValue: value,
  };
  return (
    <label class="field">
      <span>{label}</span>
      {hint && <small>{hint}</small>}
      {type === 'password' ? <input type="password" {...shared} /> : <input type="text" {...shared} />}
    </label>
  );
}

/** What was typed into a field of a form. */
export function typedInto(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
