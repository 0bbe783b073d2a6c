import { wordsOfCheck } from '@xiangyin/document/checks';
import { App, Select, Switch } from 'antd';
import type { CheckView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { furtherChecks } from '../kit/further-words.ts';
import { useLanguage, useTag } from '../kit/language.ts';
import { LinkButton } from '../kit/link-button.tsx';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { checksTexts } from './checks/checks-texts.ts';

/** Which checks a text is looked through by, where each rule stands, and which of them this county leaves out. */
export function ChecksPage() {
  const { page: words } = useWords(checksTexts);
  const language = useLanguage();
  const tag = useTag();
  const times = useTimes();
  const maySwitch = useMaySomewhere('check.switch');
  const said = ({ check }: CheckView) => wordsOfCheck(check, language, furtherChecks(tag));
  const state = ({ on, required, switchedOff }: CheckView): string =>
    on || !switchedOff
      ? required
        ? words.required
        : words.on
      : words.off(switchedOff.by.name, times.on(switchedOff.at));
  const spec: ListSpec<CheckView> = {
    name: 'checks',
    path: '/checks',
    local: {
      // A check is on or off for the whole county.
      isHere: null,
      matches: (check, search, chosen) =>
        (chosen('on') === '' || check.on === (chosen('on') === 'true')) &&
        Object.values(said(check)).some((text: string) => text.toLowerCase().includes(search.toLowerCase())),
    },
    searchHint: words.search,
    filters: [
      {
        param: 'on',
        label: words.state,
        options: [
          { value: 'true', label: words.on },
          { value: 'false', label: words.isOff },
        ],
      },
    ],
    rowKey: ({ check }) => check,
    columns: [
      {
        key: 'name',
        title: words.check,
        text: (check) => said(check).name,
        cell: (check) => (
          <>
            <strong>{said(check).name}</strong>
            <div className="second">{said(check).about}</div>
          </>
        ),
      },
      { key: 'about', title: words.about, exported: true, text: (check) => said(check).about },
      { key: 'source', title: words.source, text: (check) => said(check).source || words.usage },
      { key: 'state', title: words.state, narrow: true, text: state },
    ],
    action: (check) =>
      maySwitch && (
        <span className="row tight">
          {check.required !== null && check.on && <RequiredChoice required={check.required} name={said(check).name} />}
          <CheckSwitch check={check} name={said(check).name} />
        </span>
      ),
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page title={words.title} meta={words.lead} actions={<LinkButton to="/lexicon">{words.lexicon}</LinkButton>}>
      <RecordList spec={spec} />
    </Page>
  );
}

function CheckSwitch({ check, name }: { check: CheckView; name: string }) {
  const { page: words } = useWords(checksTexts);
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct();
  const turn = async (on: boolean): Promise<void> => {
    const sure = { title: words.offTitle(name), consequence: words.offSure, act: words.offGo, danger: false };
    if (!on && !(await confirm(sure))) return;
    if (!(await run('PUT', `/checks/${check.check}`, { on }))) return;
    void message.success(on ? words.isOnNow : words.isOffNow);
    await refresh();
  };
  return <Switch checked={check.on} loading={busy} aria-label={name} onChange={(on) => void turn(on)} />;
}

// Whether texts are held back for it: the only check of which a county may say so.
function RequiredChoice({ required, name }: { required: boolean; name: string }) {
  const { page: words } = useWords(checksTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct();
  const choose = async (next: boolean): Promise<void> => {
    if (!(await run('PUT', '/credit-rule', { required: next }))) return;
    void message.success(next ? words.isRequiredNow : words.isReminderNow);
    await refresh();
  };
  return (
    <Select
      size="small"
      value={required}
      loading={busy}
      aria-label={`${name} · ${words.state}`}
      popupMatchSelectWidth={false}
      options={[
        { value: false, label: words.reminds },
        { value: true, label: words.required },
      ]}
      onChange={(next) => void choose(next)}
    />
  );
}
