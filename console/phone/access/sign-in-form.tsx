import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { Problem } from '../kit/problem.ts';
import { signInByPassword } from './ways-in.ts';
import { mayUsePasskey, signInByPasskey } from './passkey.ts';
import { ProviderButton } from './provider-button.tsx';
import { Field, typedInto } from './field.tsx';

/** Login and password, or a passkey where the phone has them. */
export function SignInForm({ login }: { login?: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : say('passkey.failed'));
    }
    setBusy(false);
  };
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    void run(() => signInByPassword(typedInto(form, 'login'), typedInto(form, 'password')));
  };
  return (
    <form class="form" onSubmit={submit}>
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      <Field name="login" label={say('sign-in.login')} autocomplete="username webauthn" value={login} />
      <Field name="password" label={say('sign-in.password')} type="password" autocomplete="current-password" />
      <button type="submit" class="btn primary wide" disabled={busy}>
        {busy ? say('sign-in.busy') : say('sign-in.do')}
      </button>
      {mayUsePasskey() && (
        <button type="button" class="btn wide" disabled={busy} onClick={() => void run(signInByPasskey)}>
          {say('sign-in.passkey')}
        </button>
      )}
      <ProviderButton busy={busy} run={(work) => void run(work)} />
    </form>
  );
}
