import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormInstance } from 'antd';
import { forget, keep, keptOf } from './kept.ts';
import { useMe } from './session.ts';

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
