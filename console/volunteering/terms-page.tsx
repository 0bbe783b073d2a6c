import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Term, TermLine } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { showInForm } from '../kit/form-problems.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { givenWords, type TypedWords } from '../kit/given-words.ts';
import { WordsFields } from '../kit/words-fields.tsx';
import { deskTexts } from './desk-texts.ts';
import { useTermList } from './use-terms.ts';
import { volunteeringTexts } from './volunteering-texts.ts';

type Kind = Term['kind'];
const kinds: readonly Kind[] = ['group', 'skill', 'licence', 'training'];

/** The county's own lists: groups of services, skills, licences, trainings. Without a group no service can be added. */
export function TermsPage() {
  const { terms } = useWords(deskTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run } = useAct<null>();
  const mayWrite = useMaySomewhere('service.write');
  const [editing, setEditing] = useState<TermLine | 'new' | null>(null);
  const other = language === 'en' ? 'zh-CN' : 'en';
  const drop = async (term: TermLine): Promise<void> => {
    const sure = { title: terms.dropTitle(inWords(term.name, language)), consequence: terms.dropHint, act: terms.drop };
    if (!(await confirm(sure))) return;
    if ((await run('DELETE', '/service-terms', { kind: term.kind, key: term.key })) === undefined) return;
    void message.success(terms.dropped);
    await refresh();
  };
  const spec: ListSpec<TermLine> = {
    name: 'service-terms',
    path: '/service-terms',
    local: {
      // The county's words hold everywhere in it.
      isHere: null,
      matches: (term, search, chosen) =>
        (chosen('kind') === '' || term.kind === chosen('kind')) &&
        [term.key, ...Object.values(term.name)].some((text) => text?.toLowerCase().includes(search.toLowerCase())),
    },
    searchHint: terms.search,
    tabs: {
      param: 'kind',
      options: [{ value: '', label: terms.all }, ...kinds.map((kind) => ({ value: kind, label: terms.kinds[kind] }))],
    },
    rowKey: (term) => `${term.kind} ${term.key}`,
    columns: [
      {
        key: 'name',
        title: terms.word,
        text: (term) => inWords(term.name, language),
        cell: (term) => (
          <>
            <strong>{inWords(term.name, language)}</strong>
            {term.name[other] && (
              <div className="second" lang={other}>
                {term.name[other]}
              </div>
            )}
          </>
        ),
      },
      { key: 'other', title: terms.otherName, exported: true, text: (term) => term.name[other] ?? '' },
      { key: 'kind', title: terms.kind, narrow: true, text: (term) => terms.kinds[term.kind] },
      {
        key: 'key',
        title: terms.keyShort,
        narrow: true,
        text: (term) => term.key,
        cell: (term) => <span className="num">{term.key}</span>,
      },
      {
        key: 'used',
        title: terms.usedBy,
        text: (term) =>
          usesOf(term)
            .map(({ what, count }) => terms[what](count))
            .join(' · '),
        cell: (term) => <TermUses term={term} />,
        sortBy: (term) => usesOf(term).reduce((sum, { count }) => sum + count, 0),
      },
      {
        key: 'position',
        title: terms.position,
        exported: true,
        text: (term) => String(term.position),
        sortBy: (term) => term.position,
      },
    ],
    action: (term) =>
      mayWrite && (
        <>
          <Button
            size="small"
            type="text"
            aria-label={`${terms.change} ${inWords(term.name, language)}`}
            onClick={() => setEditing(term)}
          >
            {terms.change}
          </Button>
          <Button
            size="small"
            type="text"
            danger
            disabled={usesOf(term).length > 0}
            aria-label={`${terms.drop} ${inWords(term.name, language)}`}
            onClick={() => void drop(term)}
          >
            {terms.drop}
          </Button>
        </>
      ),
    empty: <Quiet title={terms.none} hint={terms.noneHint} />,
  };
  return (
    <Page
      title={terms.title}
      meta={terms.lead}
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {terms.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {editing && <TermDialog term={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

type Use = 'services' | 'volunteers' | 'teams';

const usesOf = ({ usedBy }: TermLine): { what: Use; count: number }[] =>
  (['services', 'volunteers', 'teams'] as const).flatMap((what) =>
    usedBy && usedBy[what] > 0 ? [{ what, count: usedBy[what] }] : [],
  );

/** What stands under a word, each leading to the list of it. */
function TermUses({ term }: { term: TermLine }) {
  const { terms } = useWords(deskTexts);
  const uses = usesOf(term);
  if (uses.length === 0) return <span className="meta">{terms.unused}</span>;
  return (
    <span className="row" style={{ gap: '0 12px' }}>
      {uses.map(({ what, count }) => (
        <Link key={what} to={`/${what}?${term.kind}=${term.key}`}>
          {terms[what](count)}
        </Link>
      ))}
    </span>
  );
}

interface Typed {
  kind: Kind;
  name: TypedWords;
  key: string;
  position: number;
}

function TermDialog({ term, onClose }: { term: TermLine | null; onClose: () => void }) {
  const { terms } = useWords(deskTexts);
  const { needed } = useWords(volunteeringTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<Term>({
    onProblem: (problem) => showInForm(form, problem),
  });
  const [address] = useSearchParams();
  const known = useTermList().data?.items ?? [];
  const siblings = (kind: Kind) => known.filter((one) => one.kind === kind);
  const last = (kind: Kind): number => Math.max(0, ...siblings(kind).map((one) => one.position)) + 1;
  const asked = kinds.find((kind) => kind === address.get('kind')) ?? 'group';
  const save = async (typed: Typed): Promise<void> => {
    const saved = await run('PUT', '/service-terms', {
      kind: term?.kind ?? typed.kind,
      key: term?.key ?? typed.key,
      name: givenWords(typed.name),
      position: typed.position,
    });
    if (!saved) return;
    void message.success(terms.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={term ? terms.kinds[term.kind] : terms.add} width={460}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: term?.kind ?? asked,
          name: term?.name,
          key: term?.key ?? '',
          position: term?.position ?? last(asked),
        }}
        onValuesChange={(changed: Partial<Typed>) => {
          // The key follows the English name until somebody writes their own.
          if (!term && changed.name?.en !== undefined && !form.isFieldTouched('key'))
            form.setFieldValue('key', keyOf(changed.name.en));
          if (!term && changed.kind !== undefined) form.setFieldValue('position', last(changed.kind));
        }}
        onFinish={(typed) => void save(typed)}
      >
        {!term && (
          <Form.Item name="kind" label={terms.kind}>
            <Select options={kinds.map((kind) => ({ value: kind, label: terms.kinds[kind] }))} />
          </Form.Item>
        )}
        <WordsFields label={terms.name} needed={needed} />
        {!term && (
          <Form.Item
            name="key"
            label={terms.key}
            rules={[
              { required: true, pattern: /^[a-z][a-z0-9-]{0,60}$/, message: terms.keyWrong },
              {
                validator: (_, key: string) =>
                  siblings(form.getFieldValue('kind') as Kind).some((one) => one.key === key)
                    ? Promise.reject(new Error(terms.keyTaken))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input className="num" maxLength={61} placeholder="home-repair" />
          </Form.Item>
        )}
        <Form.Item name="position" label={terms.position} rules={[{ required: true, message: needed }]}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 61);
