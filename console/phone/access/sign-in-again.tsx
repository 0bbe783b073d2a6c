import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { session, type Need } from './session.ts';
import { Sheet } from './sheet.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { giveSecondFactor, signOut } from './ways-in.ts';

/** The session has ended, or lacks its second factor: asked over the page, which keeps what was typed. */
export function SignInAgain({ need }: { need: Exclude<Need, 'nothing'> }) {
  const me = useCell(session.me);
  if (need === 'enrolment') return <EnrolFirst />;
  const again = need === 'sign-in';
  return (
    <Sheet title={say(again ? 'again.title' : 'second.title')} key={need}>
      <p class="meta">{say(again ? 'again.kept' : 'second.why')}</p>
      {again ? (
        <SignInForm login={me?.login ?? ''} />
      ) : (
        <ConfirmForm
          label={say('second.label')}
          hint={say('second.hint')}
          confirm={giveSecondFactor}
          hasPasskey={me?.hasPasskey ?? false}
          done={() => void session.arrived()}
        />
      )}
      <button type="button" class="plain" onClick={() => void signOut()}>
        {say('again.other')}
      </button>
    </Sheet>
  );
}

/** Some roles need a second factor; it is set up in the large console, once. */
function EnrolFirst() {
  return (
    <Sheet title={say('enrol.title')}>
      <p>{say('enrol.why')}</p>
      <a class="btn primary wide" href="/console/account">
        {say('enrol.do')}
      </a>
      <button type="button" class="plain" onClick={() => void signOut()}>
        {say('again.other')}
      </button>
    </Sheet>
  );
}
