import { encryptedAddress } from '../../kit/encrypted-address.ts';
import { useCell } from '../kit/cell.ts';
import { offeredLanguages, say, speak, useLanguage } from '../kit/language.ts';
import { onLine } from '../kit/line.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The first screen of somebody who is not signed in. What they came for opens afterwards: the address stays. */
export function SignIn() {
  const language = useLanguage();
  const isOnLine = useCell(onLine);
  return (
    <main class="sign-in" id="page" tabIndex={-1}>
      <p class="kicker">{say('sign-in.kicker')}</p>
      <h1>{say('sign-in.title')}</h1>
      {!isOnLine && <output class="note due">{say('sign-in.off')}</output>}
      {isSecureContext ? <SignInForm /> : <OpenLine />}
      <p class="meta">{say(isSecureContext ? 'sign-in.help' : 'sign-in.open-hint')}</p>
      <p class="links">
        {offeredLanguages
          .filter(({ tag }) => tag !== language)
          .map(({ tag, name }) => (
            <button key={tag} type="button" class="plain" lang={tag} translate={false} onClick={() => speak(tag)}>
              {name}
            </button>
          ))}
      </p>
    </main>
  );
}

// Others on the way could read what is typed, and the browser would keep no sign-in.
function OpenLine() {
  return (
    <>
      <p class="note hot" role="alert">
        {say('sign-in.open')}
      </p>
      <a class="btn primary wide" href={encryptedAddress(location)}>
        {say('sign-in.open-instead')}
      </a>
    </>
  );
}
