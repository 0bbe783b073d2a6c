import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { errorReportView, StoryView } from '@xiangyin/server/contract';
import { Due } from '../kit/due.tsx';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { errorReportsTexts } from './error-reports-texts.ts';
import { reviewPageTexts } from './review/review-page-texts.ts';
import { CorrectDialog } from './story/correct-dialog.tsx';

type Report = Answer<typeof errorReportView>;

/** What readers say is wrong: one click makes it a correction, another answers that it is right. */
export function ErrorReportsPage() {
  const reports = useWords(errorReportsTexts);
  const times = useTimes();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const sorts = useByTime();
  const { id } = useParams();
  const { message } = App.useApp();
  const { run, busy } = useAct<StoryView>();
  const settling = useAct<Report>();
  const [correcting, setCorrecting] = useState<Report | null>(null);
  const [dismissing, setDismissing] = useState<Report | null>(null);
  const correct = async (note: string): Promise<void> => {
    const story = correcting && (await run('POST', `/error-reports/${correcting.id}/corrections`, { note }));
    if (story) void navigate(`/stories/${story.id}/edit`);
  };
  const reopen = async (report: Report): Promise<void> => {
    if (!(await settling.run('POST', `/error-reports/${report.id}/reopenings`, {}))) return;
    void message.success(reports.reopened);
    await refresh();
  };
  const spec: ListSpec<Report> = {
    name: 'error-reports',
    path: '/error-reports',
    cursorParam: 'after',
    pageSize: 30,
    searchParam: 'q',
    searchHint: reports.search,
    sorts,
    placeParam: 'place',
    always: { story: address.get('story') ?? undefined, id },
    rowKey: (report) => report.id,
    href: (report) => `/stories/${report.storyId}`,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: reports.all },
        ...(['new', 'taken', 'dismissed'] as const).map((state) => ({ value: state, label: reports.states[state] })),
      ],
    },
    filters: [
      { param: 'suspect', label: reports.suspectOnly, options: [{ value: 'true', label: reports.suspectOnly }] },
    ],
    columns: [
      {
        key: 'words',
        title: reports.words,
        text: (report) => report.words,
        cell: (report) => <ReportCell report={report} />,
      },
      { key: 'quote', title: reports.quote, exported: true, text: (report) => report.quote },
      { key: 'story', title: reports.story, exported: true, text: (report) => report.storyTitle },
      { key: 'answer', title: reports.answer, exported: true, text: (report) => report.answer ?? '' },
      {
        key: 'state',
        title: reports.state,
        narrow: true,
        text: (report) => reports.states[report.state],
        cell: (report) => (
          <Tag tone={report.state === 'new' ? 'due' : report.state === 'taken' ? 'info' : 'plain'}>
            {reports.states[report.state]}
          </Tag>
        ),
      },
      {
        key: 'due',
        title: reports.due,
        narrow: true,
        text: (report) => report.dueAt,
        cell: (report) => (report.state === 'new' ? <Due at={report.dueAt} /> : null),
      },
      {
        key: 'at',
        title: reports.when,
        narrow: true,
        text: (report) => report.at,
        cell: (report) => <span className="meta">{times.at(report.at)}</span>,
      },
    ],
    action: (report) =>
      report.state === 'new' && report.abilities.includes('error-report.handle') ? (
        <span className="row" style={{ flexWrap: 'nowrap' }}>
          <Button size="small" onClick={() => setCorrecting(report)}>
            {reports.correct}
          </Button>
          <Button size="small" type="text" onClick={() => setDismissing(report)}>
            {reports.dismiss}
          </Button>
        </span>
      ) : report.abilities.includes('error-report.reopen') ? (
        <Button size="small" type="text" onClick={() => void reopen(report)}>
          {reports.reopen}
        </Button>
      ) : null,
    empty: <Quiet title={reports.empty} hint={reports.emptyHint} />,
  };
  return (
    <Page
      title={reports.title}
      {...(id || address.get('story') ? { crumb: { to: '/error-reports', text: reports.all } } : {})}
    >
      <RecordList spec={spec} />
      {correcting && (
        <CorrectDialog
          storyId={correcting.storyId}
          suggested={correcting.words.slice(0, 300)}
          busy={busy}
          onClose={() => setCorrecting(null)}
          onCorrect={correct}
        />
      )}
      {dismissing && <DismissDialog report={dismissing} onClose={() => setDismissing(null)} />}
    </Page>
  );
}

function ReportCell({ report }: { report: Report }) {
  const reports = useWords(errorReportsTexts);
  return (
    <>
      <div>
        {report.suspect && <Tag tone="due">{reports.suspect}</Tag>} {report.words}
      </div>
      {report.quote && (
        <blockquote
          className="second"
          style={{ margin: 0, borderInlineStart: '3px solid var(--line)', paddingInlineStart: 8 }}
        >
          {report.quote}
        </blockquote>
      )}
      <div className="second">
        <Link to={`/stories/${report.storyId}`}>{report.storyTitle}</Link>
        {report.contact && ` · ${reports.contact} ${report.contact}`}
        {report.answer && ` · ${report.answer}`}
      </div>
    </>
  );
}

function DismissDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const reports = useWords(errorReportsTexts);
  const reviewPage = useWords(reviewPageTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<Report>();
  const dismiss = async ({ answer }: { answer: string }): Promise<void> => {
    if (!(await run('POST', `/error-reports/${report.id}/dismissals`, { answer }))) return;
    void message.success(reports.dismissed);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={reports.dismissTitle}>
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={(typed: { answer: string }) => void dismiss(typed)}
      >
        <Form.Item
          name="answer"
          label={reports.dismissHint}
          rules={[{ required: true, whitespace: true, message: reviewPage.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={1_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <SaveButton busy={busy}>{reports.dismissTitle}</SaveButton>
      </Form>
    </Modal>
  );
}
