import { Modal } from 'antd';
import { SecondFactorForm } from '../access/second-factor-form.tsx';
import { SignInForm } from '../access/sign-in-form.tsx';
import { StepUpForm } from '../access/step-up-form.tsx';
import { closeGate, useGate } from '../kit/gate.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

/** Over the page as it stands: sign in again, give the code, or confirm. Then what was asked for goes on, and nothing typed is lost. */
export function GateDialog() {
  const need = useGate();
  const { gate } = useWords(shellTexts);
  const passed = (personId?: string): void => {
    // Somebody else must find nothing of the first person on the screen: the application begins anew.
    if (closeGate(true, personId) === 'somebody-else') location.assign('/console/');
    else void queries.invalidateQueries({ queryKey: ['me'] });
  };
  const title = need === 'sign-in' ? gate.signInTitle : need === 'step-up' ? gate.stepUpTitle : gate.secondTitle;
  const why = need === 'sign-in' ? gate.signInWhy : need === 'step-up' ? gate.stepUpWhy : gate.secondWhy;
  return (
    <Modal
      open={need !== null}
      title={title}
      footer={null}
      onCancel={() => closeGate(false)}
      destroyOnHidden
      width={420}
      mask={{ closable: false }}
    >
      <div className="stack">
        <p>{why}</p>
        {need === 'sign-in' && <SignInForm onSignedIn={(answer) => passed(answer.personId)} />}
        {need === 'second-factor' && <SecondFactorForm onDone={(answer) => passed(answer.personId)} />}
        {need === 'step-up' && <StepUpForm onDone={() => passed()} />}
      </div>
    </Modal>
  );
}
