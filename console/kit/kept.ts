import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormInstance } from 'antd';
import { useMe } from './session.ts';

const prefix = 'xiangyin.kept';

/** What was typed and not yet sent, kept in this browser until it is: a lost session, a closed tab or a dead battery take nothing. */
export const keptOf = <T>(personId: string, name: string): { at: string; value: T } | null => {
  try {
    const text = localStorage.getItem(`${prefix}.${personId}.${name}`);
    return text === null ? null : (JSON.parse(text) as { at: string; value: T });
  } catch {
    return null;
  }
};

/** Keeps; a full storage is no reason to stop somebody's typing. */
export function keep(personId: string, name: string, value: unknown): void {
  try {
    localStorage.setItem(`${prefix}.${personId}.${name}`, JSON.stringify({ at: new Date().toISOString(), value }));
  } catch {
    // Nothing to be done: the page itself still holds it.
  }
}

/** Forgets: it has been sent, or was given up. */
export const forget = (personId: string, name: string): void =>
  localStorage.removeItem(`${prefix}.${personId}.${name}`);

/** Forgets what everybody kept under this name in this browser: names and phones of others do not outlast a shift. */
export function forgetEverywhere(name: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`${prefix}.`) && key.endsWith(`.${name}`)) localStorage.removeItem(key);
}

/** Ties a form to what is kept under a name. Give `onValuesChange` to the form and call `sent` when it has gone. */
export function useKeptForm<T extends object>(
  form: FormInstance<T>,
  name: string,
): { restored: boolean; onValuesChange: () => void; sent: () => void } {
  const { personId } = useMe();
  const [restored] = useState(() => keptOf(personId, name) !== null);
  const timer = useRef(0);
  useEffect(() => {
    const kept = keptOf<Parameters<typeof form.setFieldsValue>[0]>(personId, name);
    if (kept) form.setFieldsValue(kept.value);
  }, [form, personId, name]);
  const onValuesChange = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => keep(personId, name, form.getFieldsValue()), 400);
  }, [form, personId, name]);
  const sent = useCallback(() => {
    clearTimeout(timer.current);
    forget(personId, name);
  }, [personId, name]);
  return { restored, onValuesChange, sent };
}
