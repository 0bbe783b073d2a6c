import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { act as send } from '../../api.ts';
import { kitTexts } from '../../kit-texts.ts';
import { Failure } from '../../loaded.tsx';
import { Bones } from '../../page.tsx';
import { useWords } from '../../texts.ts';
import type { Chosen, Many, ManyAct, Question, RowOutcome } from './many-spec.ts';
import { useBatch } from './use-batch.tsx';

/** An act on several rows: what it needs to know, then row by row what it would do or why it cannot, and only then the button. Afterwards what was not done stays to be read. */
export function ManyDialog<Row>({
  many,
  act,
  rows,
  onDone,
  onClose,
}: {
  many: Many<Row>;
  act: ManyAct<Row>;
  rows: readonly Row[];
  onDone: () => void;
  onClose: () => void;
}) {
  const words = useWords(kitTexts).many;
  const [chosen, setChosen] = useState<Chosen>({});
  const [done, setDone] = useState<readonly RowOutcome[] | null>(null);
  const batch = useBatch(many);
  const isReady = (act.asks ?? []).every(({ key }) => chosen[key]);
  const acts = isReady ? rows.map((row) => act.act(row, chosen)) : [];
  const rehearsal = useQuery({
    queryKey: ['rehearsal', many.path, acts],
    enabled: isReady && done === null,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => send<{ items: RowOutcome[] }>('POST', many.path, { acts, rehearse: true }, { signal }),
  });
  const foreseen = done ?? rehearsal.data?.items ?? [];
  const able = foreseen.filter((one) => one.done);
  const run = async (): Promise<void> => {
    const ids = new Set(able.map(({ id }) => id));
    const answer = await batch.run(
      acts.filter(({ id }) => ids.has(id)),
      act.label,
    );
    if (!answer) return;
    onDone();
    if (answer.every((one) => one.done) && able.length === foreseen.length) return onClose();
    setDone(foreseen.map((one) => answer.find(({ id }) => id === one.id) ?? one));
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={act.label} width={520} destroyOnHidden>
      <div className="stack">
        {done === null &&
          act.asks?.map((question) => (
            <ManyQuestion
              key={question.key}
              question={question}
              rows={rows}
              value={chosen[question.key] ?? null}
              onChange={(value) => setChosen({ ...chosen, [question.key]: value })}
            />
          ))}
        {isReady && done === null && rehearsal.error ? (
          <Failure error={rehearsal.error} again={() => void rehearsal.refetch()} />
        ) : isReady && foreseen.length === 0 ? (
          <Bones label={words.looking} />
        ) : isReady ? (
          <>
            <p role="status">{(done ? words.didOf : words.canOf)(able.length, foreseen.length)}</p>
            <ul className="many-rows">
              {foreseen.map((one, at) => (
                <ManyRow key={one.id} name={nameAt(many, rows, at)} outcome={one}>
                  {rows[at] === undefined || done ? '' : act.effect(rows[at], chosen)}
                </ManyRow>
              ))}
            </ul>
          </>
        ) : null}
        <div className="row">
          {done !== null ? (
            <Button onClick={onClose}>{words.close}</Button>
          ) : isReady ? (
            <Button
              type="primary"
              loading={batch.busy}
              disabled={able.length === 0 || rehearsal.isFetching}
              onClick={() => void run()}
            >
              {able.length > 0 ? words.doThese(able.length) : words.doNone}
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}

function ManyQuestion<Row>({
  question,
  rows,
  value,
  onChange,
}: {
  question: Question<Row>;
  rows: readonly Row[];
  value: string | null;
  onChange: (value: string) => void;
}) {
  const { options } = question;
  if (options === 'words') return <WrittenAnswer question={question} value={value ?? ''} onChange={onChange} />;
  if (options === 'day')
    return (
      <label className="many-ask">
        <span>{question.label}</span>
        <Input
          type="date"
          aria-label={question.label}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
    );
  return <ChosenAnswer question={question} options={options} rows={rows} value={value} onChange={onChange} />;
}

/** Heard when the writer pauses: each answer is rehearsed row by row. */
function WrittenAnswer<Row>({
  question,
  value,
  onChange,
}: {
  question: Question<Row>;
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 500);
    return () => clearTimeout(timer);
  });
  return (
    <label className="many-ask">
      <span>{question.label}</span>
      <Input.TextArea
        aria-label={question.label}
        placeholder={question.hint}
        maxLength={question.most}
        autoSize={{ minRows: 2, maxRows: 6 }}
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}

function ChosenAnswer<Row>({
  question,
  options,
  rows,
  value,
  onChange,
}: {
  question: Question<Row>;
  options: Exclude<Question<Row>['options'], 'words' | 'day'>;
  rows: readonly Row[];
  value: string | null;
  onChange: (value: string) => void;
}) {
  const words = useWords(kitTexts).many;
  const [sought, setSought] = useState('');
  const asked = useQuery({
    queryKey: ['question', question.key, rows, sought],
    enabled: typeof options === 'function',
    placeholderData: keepPreviousData,
    queryFn: () => (typeof options === 'function' ? options(rows, sought) : options),
  });
  const known = typeof options === 'function' ? (asked.data ?? []) : options;
  return (
    <label className="many-ask">
      <span>{question.label}</span>
      <Select
        aria-label={question.label}
        placeholder={question.searches ? question.hint : words.choose}
        loading={typeof options === 'function' && asked.isPending}
        showSearch={question.searches ? { filterOption: false, onSearch: setSought } : { optionFilterProp: 'label' }}
        value={value}
        options={known.map((option) => ({ ...option }))}
        onChange={(chosen: string | null) => onChange(chosen ?? '')}
      />
      {question.hint && !question.searches && <span className="meta">{question.hint}</span>}
    </label>
  );
}

const nameAt = <Row,>(many: Many<Row>, rows: readonly Row[], at: number): string =>
  rows[at] === undefined ? '' : many.nameOf(rows[at]);

function ManyRow({ name, outcome, children }: { name: string; outcome: RowOutcome; children: string }) {
  const words = useWords(kitTexts).many;
  return (
    <li data-done={outcome.done}>
      <span className="name one-line" title={name}>
        {name}
      </span>
      <span className="what">{outcome.done ? children || words.done : outcome.title}</span>
    </li>
  );
}
