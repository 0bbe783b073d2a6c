import { App, Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { ClaimLine } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { gateTexts } from './gate-texts.ts';
import { useTerms } from './use-terms.ts';

/** Papers of volunteers that wait for somebody to see the original. */
export function LicenceClaimsPage() {
  const { claims } = useWords(gateTexts);
  const language = useLanguage();
  const times = useTimes();
  const licences = useTerms('licence');
  const [looking, setLooking] = useState<ClaimLine | null>(null);
  const verdictOf = (claim: ClaimLine): string =>
    claim.verdict === 'seen' ? claims.seen(times.day(claim.expiresOn)) : claims.refused;
  const spec: ListSpec<ClaimLine> = {
    name: 'licence-claims',
    path: '/licence-claims',
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: claims.search,
    sorts: [
      { value: 'due', label: claims.byTime },
      { value: 'newest', label: claims.byNewest },
    ],
    rowKey: (claim) => claim.id,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: claims.waiting },
        { value: 'answered', label: claims.answered },
      ],
    },
    filters: [{ param: 'licence', label: claims.licence, options: licences.choices }],
    columns: [
      {
        key: 'person',
        title: claims.person,
        text: (claim) => claim.name,
        cell: (claim) => (
          <>
            <strong>{claim.name}</strong>
            <div className="second">{inWords(claim.homePlace.name, language)}</div>
          </>
        ),
      },
      { key: 'home', title: claims.home, exported: true, text: (claim) => inWords(claim.homePlace.name, language) },
      { key: 'licence', title: claims.licence, text: (claim) => licences.name(claim.licence) },
      { key: 'says', title: claims.says, narrow: true, named: true, text: (claim) => times.day(claim.expiresOn) },
      { key: 'checker', title: claims.checker, narrow: true, named: true, text: (claim) => claim.checker.name },
      {
        key: 'by',
        title: claims.checkBy,
        narrow: true,
        named: true,
        text: (claim) => times.at(claim.checkBy),
        cell: (claim) => (
          <>
            {times.at(claim.checkBy)} {claim.overdue && <Tag tone="hot">{claims.overdue}</Tag>}
          </>
        ),
      },
      { key: 'overdue', title: claims.overdue, exported: true, text: (claim) => (claim.overdue ? claims.yes : '') },
      {
        key: 'verdict',
        title: claims.verdict,
        text: (claim) => [claim.verdict && verdictOf(claim), claim.reason].filter(Boolean).join(' · '),
        cell: (claim) =>
          claim.verdict && (
            <>
              <Tag tone={claim.verdict === 'seen' ? 'ok' : 'due'}>{verdictOf(claim)}</Tag> {claim.reason}
            </>
          ),
      },
    ],
    action: (claim) =>
      claim.verdict === null && (
        <Button size="small" type="text" onClick={() => setLooking(claim)}>
          {claims.look}
        </Button>
      ),
    empty: <Quiet title={claims.empty} />,
  };
  return (
    <Page title={claims.title} meta={claims.lead}>
      <RecordList spec={spec} />
      {looking && <LookDialog claim={looking} onClose={() => setLooking(null)} />}
    </Page>
  );
}

function LookDialog({ claim, onClose }: { claim: ClaimLine; onClose: () => void }) {
  const { claims } = useWords(gateTexts);
  const licences = useTerms('licence');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ expiresOn: Dayjs; reason?: string }>();
  const [refusing, setRefusing] = useState(false);
  const { run, busy } = useAct<ClaimLine>({ onProblem: (problem) => showInForm(form, problem) });
  const answer = async ({ expiresOn, reason }: { expiresOn: Dayjs; reason?: string }): Promise<void> => {
    const body = refusing
      ? { verdict: 'refused', reason: reason ?? '' }
      : { verdict: 'seen', expiresOn: expiresOn.format('YYYY-MM-DD') };
    if (!(await run('POST', `/licence-claims/${claim.id}/answers`, body))) return;
    void message.success(claims.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={`${claim.name} · ${licences.name(claim.licence)}`} width={460}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ expiresOn: dayjs(claim.expiresOn) }}
        onFinish={(typed) => void answer(typed)}
      >
        {refusing ? (
          <Form.Item name="reason" label={claims.why} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={2} maxLength={300} autoFocus />
          </Form.Item>
        ) : (
          <Form.Item name="expiresOn" label={claims.until} rules={[{ required: true }]}>
            <DatePicker allowClear={false} />
          </Form.Item>
        )}
        <div className="row apart">
          <Button type="primary" htmlType="submit" danger={refusing} loading={busy}>
            {refusing ? claims.notCounts : claims.counts}
          </Button>
          {!refusing && (
            <Button type="text" danger onClick={() => setRefusing(true)}>
              {claims.notCounts}
            </Button>
          )}
        </div>
      </Form>
    </Modal>
  );
}
