import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import type { MailboxAnswer, MailboxView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { SaveButton } from '../kit/save-button.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { useSections } from './use-sections.ts';
import { mailboxTexts } from './mailbox/mailbox-texts.ts';

/** 邮箱收稿: the mailbox to which correspondents may send, and what the last reading found. */
export function MailboxPage() {
  const words = useWords(mailboxTexts);
  const maySet = useMaySomewhere('mailbox.set');
  const query = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => read<MailboxAnswer>('/mailbox', {}, { signal }),
    refetchInterval: 30_000,
  });
  return (
    <Page title={words.title} meta={words.lead}>
      <Loaded query={query}>
        {({ mailbox }) =>
          mailbox || maySet ? (
            <div className="split">
              <MailboxForm
                key={mailbox?.version ?? 0}
                mailbox={mailbox}
                maySet={maySet}
                onSaved={() => void query.refetch()}
              />
              <div className="stack wide">{mailbox && <MailboxState mailbox={mailbox} />}</div>
            </div>
          ) : (
            <Quiet title={words.none} hint={words.setByOthers} />
          )
        }
      </Loaded>
    </Page>
  );
}

function MailboxState({ mailbox }: { mailbox: MailboxView }) {
  const words = useWords(mailboxTexts);
  const times = useTimes();
  const stands = !mailbox.enabled ? 'off' : (mailbox.problem ?? (mailbox.lookedAt ? 'good' : 'soon'));
  return (
    <Part title={words.state}>
      <p style={{ marginBottom: 12 }}>
        <Tag tone={stands === 'good' ? 'ok' : stands === 'off' || stands === 'soon' ? 'plain' : 'hot'}>
          {words.states[stands]}
        </Tag>
      </p>
      <dl className="facts">
        {mailbox.lookedAt && (
          <>
            <dt>{words.looked}</dt>
            <dd>{times.at(mailbox.lookedAt)}</dd>
          </>
        )}
        {(['taken', 'refused', 'strangers', 'unverified'] as const).map((what) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>{words.counts[what]}</dt>
            <dd>{words.letters(mailbox[what])}</dd>
          </div>
        ))}
      </dl>
      <p className="second" style={{ marginTop: 8 }}>
        {words.countsHint}
      </p>
    </Part>
  );
}

type Typed = Omit<
  MailboxView,
  'version' | 'lookedAt' | 'problem' | 'taken' | 'strangers' | 'unverified' | 'refused'
> & {
  secret?: string;
};

const usual = { tls: 993, starttls: 143, none: 143 } as const;

function MailboxForm({
  mailbox,
  maySet,
  onSaved,
}: {
  mailbox: MailboxView | null;
  maySet: boolean;
  onSaved: () => void;
}) {
  const words = useWords(mailboxTexts);
  const { message } = App.useApp();
  const sections = useSections();
  const [form] = Form.useForm<Typed>();
  const trust = Form.useWatch('trust', form) ?? mailbox?.trust ?? 'verified';
  const { run, busy } = useAct<MailboxAnswer>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async ({ secret, ...typed }: Typed): Promise<void> => {
    const body = {
      ...typed,
      authority: typed.authority ?? mailbox?.authority ?? '',
      version: mailbox?.version ?? 0,
      ...(secret ? { secret } : {}),
    };
    if (!(await run('PUT', '/mailbox', body))) return;
    void message.success(words.saved);
    onSaved();
  };
  const needed = [{ required: true, whitespace: true, message: words.needed }];
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!maySet}
      scrollToFirstError={{ focus: true }}
      style={{ maxWidth: 560 }}
      initialValues={
        mailbox ?? {
          enabled: true,
          security: 'tls',
          port: usual.tls,
          folder: 'INBOX',
          doneFolder: words.doneFolderUsual,
          trust: 'verified',
        }
      }
      onValuesChange={(changed: Partial<Typed>) => {
        if (changed.security) form.setFieldValue('port', usual[changed.security]);
      }}
      onFinish={(typed) => void save(typed)}
    >
      {!maySet && <p className="notice">{words.setByOthers}</p>}
      {/* Nothing is taken before there is a mailbox: the first one that is set is on. */}
      <Form.Item name="enabled" label={words.enabled} valuePropName="checked" hidden={mailbox === null}>
        <Switch />
      </Form.Item>
      <div className="row" style={{ gap: '0 16px', alignItems: 'flex-start' }}>
        <Form.Item name="host" label={words.host} rules={needed} style={{ flex: '3 1 200px' }}>
          <Input maxLength={253} placeholder="imap.example.org" />
        </Form.Item>
        <Form.Item name="security" label={words.security} style={{ flex: '2 1 140px' }}>
          <Select
            options={(['tls', 'starttls', 'none'] as const).map((value) => ({
              value,
              label: words.securities[value],
            }))}
          />
        </Form.Item>
        <Form.Item
          name="port"
          label={words.port}
          rules={[{ required: true, message: words.needed }]}
          style={{ flex: '1 1 90px' }}
        >
          <InputNumber min={1} max={65_535} controls={false} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <div className="row" style={{ gap: '0 16px', alignItems: 'flex-start' }}>
        <Form.Item name="login" label={words.login} rules={needed} style={{ flex: '1 1 200px' }}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="secret"
          label={words.secret}
          extra={mailbox ? words.secretKept : words.secretHint}
          rules={mailbox ? [] : needed}
          style={{ flex: '1 1 200px' }}
        >
          <Input.Password maxLength={500} autoComplete="new-password" />
        </Form.Item>
      </div>
      <div className="row" style={{ gap: '0 16px', alignItems: 'flex-start' }}>
        <Form.Item name="folder" label={words.folder} rules={needed} style={{ flex: '1 1 160px' }}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="doneFolder"
          label={words.doneFolder}
          extra={words.doneFolderHint}
          rules={needed}
          style={{ flex: '1 1 160px' }}
        >
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item
        name="sectionId"
        label={words.section}
        extra={words.sectionHint}
        rules={[{ required: true, message: words.needed }]}
      >
        <Select options={sections} />
      </Form.Item>
      <Form.Item name="trust" label={words.trust} extra={words.trustHints[trust]}>
        <Radio.Group
          options={(['verified', 'server'] as const).map((value) => ({ value, label: words.trusts[value] }))}
        />
      </Form.Item>
      {trust === 'verified' && (
        <Form.Item name="authority" label={words.authority} extra={words.authorityHint} rules={needed}>
          <Input maxLength={253} placeholder="mx.example.org" />
        </Form.Item>
      )}
      {maySet && <SaveButton busy={busy} />}
    </Form>
  );
}
