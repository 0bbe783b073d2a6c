import type { ComponentChildren } from 'preact';
import { SignInAgain } from '../access/sign-in-again.tsx';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';

/** The page, and over it the sign-in when the session has ended. The page is not taken down: nothing typed is lost. */
export function Gate({ children }: { children: ComponentChildren }) {
  const need = useCell(session.need);
  return (
    <>
      <div class="behind" inert={need !== 'nothing'}>
        {children}
      </div>
      {need !== 'nothing' && <SignInAgain need={need} />}
    </>
  );
}
