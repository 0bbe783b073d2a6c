import { createContext, use } from 'react';
import type { MeView } from '@xiangyin/server/contract';

/** Who is signed in; filled by the shell around every page behind the sign-in. */
export const SessionContext = createContext<MeView | null>(null);

/** Who is signed in and what they may do somewhere. */
export function useMe(): MeView {
  const me = use(SessionContext);
  if (!me) throw new Error('This page stands outside the sign-in.');
  return me;
}

/** Whether the person holds an ability at one place at least; views carry the exact ones. */
export const useMaySomewhere = (ability: string): boolean => useMe().abilities.includes(ability);
