import { useState } from 'react';

/** Whether this was ever so. A dialog is made when it first opens: one that stands ready and closed costs every page its styles and its drawing. */
export function useEver(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
