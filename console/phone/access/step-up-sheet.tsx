import { say } from '../kit/language.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { session } from './session.ts';
import { Sheet } from './sheet.tsx';
import { stepUp } from './ways-in.ts';

/** Asks once more who it is, before something is signed without a key. `done` goes on with it, `close` gives it up. */
export function StepUpSheet({ close, done }: { close: () => void; done: () => void }) {
  return (
    <Sheet title={say('step-up.title')} close={close}>
      <p class="meta">{say('step-up.why')}</p>
      <ConfirmForm
        label={say('step-up.label')}
        hint={say('step-up.hint')}
        confirm={stepUp}
        hasPasskey={session.me.get()?.hasPasskey ?? false}
        done={done}
      />
      <button type="button" class="plain" onClick={close}>
        {say('stay')}
      </button>
    </Sheet>
  );
}
