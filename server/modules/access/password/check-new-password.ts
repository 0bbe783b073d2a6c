import { refuse } from '#platform/refuse';
import { isBlockedPassword } from './blocked-passwords.ts';

/** Length in signs as people count them. No rule of composition: length and the list are all (NIST SP 800-63B §3.1.1.2). */
export const passwordLength = { minimum: 8, maximum: 128 } as const;

/** Refuses a new password that is too short, too long, among the commonest, or contains the login: PasswordTooWeak (422). */
export function checkNewPassword(password: string, login: string): void {
  const length = [...password.normalize('NFKC')].length;
  const problem = (code: string): never =>
    refuse('PasswordTooWeak', {}, [
      {
        path: '/password',
        code,
        detail: { minimum: String(passwordLength.minimum), maximum: String(passwordLength.maximum) },
      },
    ]);
  if (length < passwordLength.minimum) problem('too_small');
  if (length > passwordLength.maximum) problem('too_big');
  if (isBlockedPassword(password) || (login.length >= 4 && password.toLowerCase().includes(login.toLowerCase())))
    problem('too_common');
}
