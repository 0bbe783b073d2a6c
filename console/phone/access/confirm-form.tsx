import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { Problem } from '../kit/problem.ts';
import { Field, typedInto } from './field.tsx';
import { mayUsePasskey, stepUpByPasskey } from './passkey.ts';

/** One field to show that it is really you: the six digits, a recovery code or the password; or a passkey. */
export function ConfirmForm({
  label,
  hint,
  confirm,
  hasPasskey,
  done,
}: {
  label: string;
  hint: string;
  confirm: (typed: string) => Promise<void>;
  hasPasskey: boolean;
  done: () => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      done();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : say('passkey.failed'));
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const typed = typedInto(event.currentTarget, 'typed');
    void run(() => confirm(typed));
  };
  return (
    <form class="form" onSubmit={submit}>
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      <Field name="typed" label={label} hint={hint} type="password" autocomplete="one-time-code" />
      <button type="submit" class="btn primary wide" disabled={busy}>
        {say('confirm.do')}
      </button>
      {hasPasskey && mayUsePasskey() && (
        <button type="button" class="btn wide" disabled={busy} onClick={() => void run(stepUpByPasskey)}>
          {say('confirm.passkey')}
        </button>
      )}
    </form>
  );
}
