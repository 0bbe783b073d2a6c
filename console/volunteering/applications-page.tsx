import { App, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ApplicationLine } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { kitTexts } from '../kit/kit-texts.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { weekdaysInWords } from '../kit/weekdays.ts';
import { joinTexts } from './join-texts.ts';
import { useTerms } from './use-terms.ts';

/** Who wishes to volunteer: one rings them, and takes them in or not. */
export function ApplicationsPage() {
  const { list } = useWords(joinTexts);
  const { weekTimes } = useWords(kitTexts);
  const language = useLanguage();
  const times = useTimes();
  const skills = useTerms('skill');
  const sure = useConfirm();
  const { run } = useAct<ApplicationLine>();
  const { message } = App.useApp();
  const [taking, setTaking] = useState<ApplicationLine | null>(null);
  const when = (one: ApplicationLine): string =>
    one.availability
      .map(({ weekdays, from, to }) => {
        const days = weekdaysInWords(
          weekdays,
          (day) => weekTimes.days[day as keyof typeof weekTimes.days],
          weekTimes.everyDay,
        );
        return `${listed(days)} ${from}–${to}`;
      })
      .join(' · ');
  const decline = async (one: ApplicationLine): Promise<void> => {
    const yes = await sure({ title: list.declineTitle(one.name), consequence: list.declineHint, act: list.decline });
    if (!yes || !(await run('POST', `/applications/${one.id}/answers`, { verdict: 'declined' }))) return;
    void message.success(list.declined);
    await refresh();
  };
  const spec: ListSpec<ApplicationLine> = {
    name: 'applications',
    path: '/applications',
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: list.search,
    sorts: [
      { value: 'oldest', label: list.oldest },
      { value: 'newest', label: list.newest },
    ],
    rowKey: (one) => one.id,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: list.waiting },
        { value: 'answered', label: list.answered },
      ],
    },
    columns: [
      {
        key: 'name',
        title: list.who,
        text: (one) => one.name || list.forgotten,
        cell: (one) => (
          <>
            <strong>{one.name || list.forgotten}</strong> {one.suspect && <Tag tone="due">{list.suspect}</Tag>}{' '}
            {one.bornOn && <Tag tone="info">{list.minor(times.day(one.bornOn))}</Tag>}
            <div className="second">
              {inWords(one.place.name, language)}
              {one.team && ` · ${inWords(one.team.name, language)}`}
            </div>
          </>
        ),
      },
      { key: 'place', title: list.place, exported: true, text: (one) => inWords(one.place.name, language) },
      {
        key: 'team',
        title: list.team,
        exported: true,
        text: (one) => (one.team ? inWords(one.team.name, language) : ''),
      },
      {
        key: 'born',
        title: list.born,
        exported: true,
        text: (one) => (one.bornOn ? times.day(one.bornOn) : ''),
      },
      {
        key: 'guardian',
        title: list.guardianTitle,
        exported: true,
        text: (one) => (one.guardian ? `${one.guardian.name} ${one.guardian.phone}` : ''),
      },
      {
        key: 'suspect',
        title: list.check,
        exported: true,
        text: (one) => (one.suspect ? list.suspect : ''),
      },
      {
        key: 'phone',
        title: list.phone,
        narrow: true,
        text: (one) => one.phone,
        cell: (one) => (
          <>
            <a href={`tel:${one.phone}`}>{one.phone}</a>
            {one.guardian && (
              <div className="second">
                {list.guardian(one.guardian.name)}{' '}
                <a href={`tel:${one.guardian.phone}`} style={{ textDecoration: 'underline' }}>
                  {one.guardian.phone}
                </a>
              </div>
            )}
          </>
        ),
      },
      { key: 'skills', title: list.skills, text: (one) => listed(one.skills.map(skills.name)) },
      { key: 'when', title: list.when, text: when },
      { key: 'sent', title: list.sent, narrow: true, named: true, text: (one) => times.at(one.sentAt) },
      {
        key: 'verdict',
        title: list.verdict,
        narrow: true,
        text: (one) => (one.verdict ? list.verdicts[one.verdict] : ''),
      },
    ],
    action: (one) =>
      one.verdict === null &&
      one.abilities.includes('application.answer') && (
        <>
          <Button size="small" type="text" onClick={() => setTaking(one)}>
            {list.take}
          </Button>
          <Button size="small" type="text" onClick={() => void decline(one)}>
            {list.decline}
          </Button>
        </>
      ),
    empty: <Quiet title={list.empty} hint={list.emptyHint} />,
  };
  return (
    <Page title={list.title} meta={list.lead} actions={<a href="/volunteer">{list.publicPage}</a>}>
      <RecordList spec={spec} />
      {taking && <TakeDialog application={taking} onClose={() => setTaking(null)} />}
    </Page>
  );
}

function TakeDialog({ application, onClose }: { application: ApplicationLine; onClose: () => void }) {
  const { list } = useWords(joinTexts);
  const { run, busy } = useAct<ApplicationLine>();
  const go = useNavigate();
  const [agreed, setAgreed] = useState(false);
  const isMinor = application.bornOn !== null;
  const take = async (): Promise<void> => {
    const body = { verdict: 'taken-in', guardianAgreed: agreed };
    const answered = await run('POST', `/applications/${application.id}/answers`, body);
    if (!answered) return;
    onClose();
    await refresh();
    // There the account is opened, by an invitation.
    if (answered.personId) void go(`/people/${answered.personId}`);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={list.takeTitle(application.name)} width={460}>
      <div className="stack">
        <p>{list.takeHint}</p>
        {isMinor && (
          <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
            {list.agreed}
          </Checkbox>
        )}
        <Button type="primary" block loading={busy} disabled={isMinor && !agreed} onClick={() => void take()}>
          {list.take}
        </Button>
      </div>
    </Modal>
  );
}
