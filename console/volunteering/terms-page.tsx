import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { Term, termList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { givenWords, WordsFields, type TypedWords } from '../kit/words-fields.tsx';
import { deskTexts } from './desk-texts.ts';
import './desk.css';
import { volunteeringTexts } from './volunteering-texts.ts';

type Kind = Term['kind'];
const kinds: readonly Kind[] = ['group', 'skill', 'licence'];

/** The county's own lists: groups of services, skills, licences. Without a group no service can be added. */
export function TermsPage() {
  const { terms } = useWords(deskTexts);
  const mayWrite = useMaySomewhere('service.write');
  const [editing, setEditing] = useState<{ kind: Kind; term: Term | null } | null>(null);
  const query = useQuery({
    queryKey: ['service-terms'],
    queryFn: ({ signal }) => read<Answer<typeof termList>>('/service-terms', {}, { signal }),
  });
  return (
    <Page title={terms.title} meta={terms.lead}>
      <Loaded query={query}>
        {({ items }) => (
          <div className="stack wide">
            {kinds.map((kind) => (
              <Part
                key={kind}
                title={terms.kinds[kind]}
                aside={mayWrite && <Button onClick={() => setEditing({ kind, term: null })}>{terms.add[kind]}</Button>}
              >
                <TermRows
                  kind={kind}
                  items={items.filter((term) => term.kind === kind)}
                  onChange={mayWrite ? (term) => setEditing({ kind, term }) : null}
                />
              </Part>
            ))}
            {editing && <TermDialog {...editing} known={items} onClose={() => setEditing(null)} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function TermRows({
  kind,
  items,
  onChange,
}: {
  kind: Kind;
  items: readonly Term[];
  onChange: ((term: Term) => void) | null;
}) {
  const { terms } = useWords(deskTexts);
  const language = useLanguage();
  if (items.length === 0) return <p className="meta">{terms.none[kind]}</p>;
  return (
    <ul className="plain-rows">
      {items.map((term) => (
        <li key={term.key} className="row apart">
          <span>
            {inWords(term.name, language)} <span className="meta">{term.name[language === 'en' ? 'zh-CN' : 'en']}</span>
          </span>
          {onChange && (
            <Button
              size="small"
              type="text"
              aria-label={`${terms.change} ${inWords(term.name, language)}`}
              onClick={() => onChange(term)}
            >
              {terms.change}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface Typed {
  name: TypedWords;
  key: string;
  position: number;
}

function TermDialog({
  kind,
  term,
  known,
  onClose,
}: {
  kind: Kind;
  term: Term | null;
  known: readonly Term[];
  onClose: () => void;
}) {
  const { terms } = useWords(deskTexts);
  const { needed } = useWords(volunteeringTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<Term>({
    onProblem: (problem) => showInForm(form, problem),
  });
  const siblings = known.filter((one) => one.kind === kind);
  const save = async (typed: Typed): Promise<void> => {
    const saved = await run('PUT', '/service-terms', {
      kind,
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
    <Modal open onCancel={onClose} footer={null} title={term ? terms.kinds[kind] : terms.add[kind]} width={460}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: term?.name,
          key: term?.key ?? '',
          position: term?.position ?? Math.max(0, ...siblings.map((one) => one.position)) + 1,
        }}
        onValuesChange={(changed: Partial<Typed>) => {
          // The key follows the English name until somebody writes their own.
          if (!term && changed.name?.en !== undefined && !form.isFieldTouched('key'))
            form.setFieldValue('key', keyOf(changed.name.en));
        }}
        onFinish={(typed) => void save(typed)}
      >
        <WordsFields label={terms.name} needed={needed} />
        {!term && (
          <Form.Item
            name="key"
            label={terms.key}
            rules={[
              { required: true, pattern: /^[a-z][a-z0-9-]{0,60}$/, message: terms.keyWrong },
              {
                validator: (_, key: string) =>
                  siblings.some((one) => one.key === key)
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
        <Button block type="primary" htmlType="submit" loading={busy}>
          {kit.save}
        </Button>
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
