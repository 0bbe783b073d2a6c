import { App, Button } from 'antd';
import type { CertificateRequestLine } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { proofTexts } from '../hours/hours-texts.ts';

/** What may be done with a request for a certificate: whoever recorded issues it, whoever asked withdraws it. */
export function RequestActs({ request }: { request: CertificateRequestLine }) {
  const { certificates: words } = useWords(proofTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct<unknown>();
  const issue = async (): Promise<void> => {
    const sure = await confirm({ title: words.issue, consequence: words.issueSure, act: words.issue, danger: false });
    if (!sure || !(await run('POST', `/certificate-requests/${request.id}/certificates`, {}))) return;
    void message.success(words.issued);
    await refresh();
  };
  const withdraw = async (): Promise<void> => {
    const question = { title: words.withdraw, consequence: words.withdrawSure, act: words.withdraw, danger: false };
    if (!(await confirm(question)) || !(await run('DELETE', `/certificate-requests/${request.id}`))) return;
    void message.success(words.withdrawn);
    await refresh();
  };
  return (
    <span className="row">
      {request.abilities.includes('certificate.issue') && (
        <Button type="primary" loading={busy} onClick={() => void issue()}>
          {words.issue}
        </Button>
      )}
      {request.abilities.includes('certificate.ask') && (
        <Button disabled={busy} onClick={() => void withdraw()}>
          {words.withdraw}
        </Button>
      )}
    </span>
  );
}
