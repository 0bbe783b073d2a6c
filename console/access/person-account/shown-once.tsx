import { Button, Modal } from 'antd';
import type { newInvitation, newSlip } from '@xiangyin/server/contract';
import { CopyText } from '../../kit/copy-text.tsx';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { peopleTexts } from '../../people/people-texts.ts';
import './paper.css';

/** A slip that the desk prints. */
export type Slip = Answer<typeof newSlip>;
/** An invitation with its link. */
export type Invitation = Answer<typeof newInvitation> & { readonly link: string };
/** What is shown once, to be handed over. */
export type Shown = { readonly invitation: Invitation } | { readonly slip: Slip };

/** Shows once what must be handed over. Printed, only the paper inside comes out, with nothing of the screen around it. */
export function ShownOnce({ shown, onClose }: { shown: Shown | null; onClose: () => void }) {
  const words = useWords(peopleTexts);
  return (
    <Modal
      open={shown !== null}
      onCancel={onClose}
      mask={{ closable: false }}
      title={shown && 'slip' in shown ? words.reset : words.invite}
      footer={
        <Button type="primary" onClick={() => print()}>
          {words.print}
        </Button>
      }
    >
      {shown && 'invitation' in shown && <InvitationPaper invitation={shown.invitation} />}
      {shown && 'slip' in shown && <SlipPaper slip={shown.slip} />}
    </Modal>
  );
}

function InvitationPaper({ invitation }: { invitation: Invitation }) {
  const words = useWords(peopleTexts);
  const times = useTimes('real');
  return (
    <>
      <p className="meta">{words.inviteShow}</p>
      <section className="paper">
        <PaperHead title={words.paperInvitation} />
        <p>{words.paperInvitationHow}</p>
        <CopyText text={invitation.link} />
        <p className="meta">{words.until(times.dated(invitation.expiresAt))}</p>
      </section>
    </>
  );
}

function SlipPaper({ slip }: { slip: Slip }) {
  const words = useWords(peopleTexts);
  const times = useTimes('real');
  return (
    <>
      <p className="meta">{words.resetShow}</p>
      {slip.waitsForSecondPerson && <p className="notice due">{words.resetWaits}</p>}
      <section className="paper">
        <PaperHead title={words.paperSlip} />
        <p>{words.paperSlipHow}</p>
        <dl className="facts">
          <dt>{words.paperAddress}</dt>
          <dd className="num">{slip.address}</dd>
          <dt>{words.login}</dt>
          <dd className="num">{slip.login}</dd>
          <dt>{words.code}</dt>
          <dd className="num">{slip.code}</dd>
        </dl>
        <p className="meta">{words.until(times.dated(slip.expiresAt))}</p>
      </section>
    </>
  );
}

function PaperHead({ title }: { title: string }) {
  const { county } = useMe();
  const language = useLanguage();
  return (
    <header>
      <p className="meta">{inWords(county.name, language)}</p>
      <h2>{title}</h2>
    </header>
  );
}
