import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { SignedIn } from '@xiangyin/server/contract';
import { StationDoor } from '../access/pin-form.tsx';
import { pinTexts } from '../access/pin-texts.ts';
import { SecondFactorForm } from '../access/second-factor-form.tsx';
import { SignInForm } from '../access/sign-in-form.tsx';
import { StepUpForm } from '../access/step-up-form.tsx';
import { act } from '../kit/api.ts';
import { closeGate, pageOwnerOtherThan, useGate } from '../kit/gate.ts';
import { computerQuery } from '../kit/station-computer.ts';
import { isStationComputer } from '../kit/station-mark.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { shellTexts } from './shell-texts.ts';

/** Over the page as it stands: sign in again, give the code, or confirm. Then what was asked for goes on, and nothing typed is lost. */
export function GateDialog() {
  const need = useGate();
  const { gate } = useWords(shellTexts);
  const [owner, setOwner] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { locked } = useWords(pinTexts);
  // What stands on the page is not for whoever comes next to a station's counter; nor once it turns out, while the cover lies, that the station's it is no more.
  const isLocked = useMemo(() => need === 'sign-in' && isStationComputer(), [need]);
  const close = (passed: boolean): void => {
    setOwner(null);
    closeGate(passed);
  };
  const passed = (): void => {
    close(true);
    void queries.invalidateQueries({ queryKey: ['me'] });
    void queries.invalidateQueries({ queryKey: computerQuery.queryKey });
  };
  const signedIn = async ({ personId }: SignedIn): Promise<void> => {
    const whose = pageOwnerOtherThan(personId);
    if (whose === null) return passed();
    // People switch here: a fresh page holds nothing of whoever was here before.
    if (isLocked) return location.assign('/console/');
    // Nothing on this page is theirs to send: their session ends before anything can go out in it, and the page waits for its owner.
    await act('DELETE', '/sessions/current', undefined, { gate: false }).catch(() => undefined);
    setOwner(whose);
    setAttempt(attempt + 1);
  };
  const title = isLocked
    ? locked
    : need === 'sign-in'
      ? gate.signInTitle
      : need === 'step-up'
        ? gate.stepUpTitle
        : gate.secondTitle;
  const why = need === 'sign-in' ? gate.signInWhy : need === 'step-up' ? gate.stepUpWhy : gate.secondWhy;
  return (
    <Modal
      open={need !== null}
      title={title}
      footer={null}
      onCancel={() => close(false)}
      destroyOnHidden
      width={420}
      mask={{ closable: false }}
      closable={!isLocked}
      keyboard={!isLocked}
      styles={isLocked ? { mask: { background: 'var(--paper)' } } : {}}
    >
      <div className="stack">
        {owner === null ? (
          !isLocked && <p>{why}</p>
        ) : (
          <div className="notice due" role="alert">
            <p>{gate.notYours(owner)}</p>
            <Button
              type="link"
              style={{ height: 'auto', paddingInline: 0, whiteSpace: 'normal', textAlign: 'start' }}
              onClick={() => location.assign('/console/sign-in')}
            >
              {gate.myself}
            </Button>
          </div>
        )}
        {isLocked && <StationDoor key={attempt} onSignedIn={(answer) => void signedIn(answer)} />}
        {need === 'sign-in' && !isLocked && <SignInForm key={attempt} onSignedIn={(answer) => void signedIn(answer)} />}
        {need === 'second-factor' && <SecondFactorForm onDone={(answer) => void signedIn(answer)} />}
        {need === 'step-up' && <StepUpForm onDone={passed} />}
      </div>
    </Modal>
  );
}
