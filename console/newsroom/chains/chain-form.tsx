import { App, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ChainListView, ChainStepView, ChainView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { givenWords, type TypedWords } from '../../kit/given-words.ts';
import { WordsFields } from '../../kit/words-fields.tsx';
import { firstArrangement, moved, paired, sentSteps, separated, wrongStep, type Arrangement } from './arranging.ts';
import { ChainPreview } from './chain-preview.tsx';
import { chainTexts } from './chain-texts.ts';
import { useChainWords } from './chain-words.ts';
import { StepCard } from './step-card.tsx';
import { useStepDrag } from './use-step-drag.ts';

/** A chain to arrange, with what it says in plain words beside. `chain` null: a new one. */
export function ChainForm({
  chain,
  roles,
  onSaved,
}: {
  chain: ChainView | null;
  roles: ChainListView['roles'];
  onSaved: (chain: ChainView) => void;
}) {
  const words = useWords(chainTexts);
  const say = useChainWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: TypedWords }>();
  const [{ separation, steps }, arrange] = useState<Arrangement>(chain ?? firstArrangement);
  const [said, setSaid] = useState('');
  const { run, busy } = useAct<ChainView>({
    onProblem: (problem) => {
      if (problem.code !== 'StaleVersion') return showInForm(form, problem);
      void message.warning(words.stale, 6);
      void refresh();
      return true;
    },
  });
  const setSteps = (next: readonly ChainStepView[]): void => arrange({ separation, steps: next });
  const move = (from: number, to: number): void => {
    const one = steps[from];
    if (!one || to < 0 || to >= steps.length) return;
    setSteps(moved(steps, from, to));
    setSaid(words.movedTo(say.step(one.step), to + 1));
  };
  const isFixed = (one: ChainStepView): boolean => one.step === 'urgent_review';
  const list = useStepDrag((step, before) => {
    const to = steps.findIndex((one) => one.step === before);
    if (to < steps.length && !(steps.at(to) && isFixed(steps[to] as ChainStepView)))
      move(
        steps.findIndex((one) => one.step === step),
        to,
      );
  });
  const wrong = wrongStep(steps);
  const save = async ({ name }: { name: TypedWords }): Promise<void> => {
    if (wrong) return;
    const sent = { separation, steps: sentSteps(steps) };
    if (!chain) {
      const added = await run('POST', '/chains', { name: givenWords(name), ...sent });
      if (!added) return;
      void message.success(words.added);
      return onSaved(added);
    }
    const given = givenWords(name);
    if (JSON.stringify(given) !== JSON.stringify(chain.name))
      if (!(await run('PATCH', `/chains/${chain.id}`, { name: given }))) return;
    const after = await run('POST', `/chains/${chain.id}/versions`, { basedOn: chain.number, ...sent });
    if (!after) return;
    void message.success(words.saved);
    onSaved(after);
  };
  const free = Object.keys(roles).filter(
    (step) => step !== 'urgent_review' && !steps.some((one) => one.step === step),
  ) as ChainStepView['step'][];
  return (
    <div className="split">
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ name: chain?.name }}
        onFinish={(typed) => void save(typed)}
      >
        <WordsFields label={words.name} needed={words.nameNeeded} maxLength={40} />
        <fieldset className="chain-separation">
          <legend>{words.separation}</legend>
          <Radio.Group
            value={separation}
            onChange={({ target }) =>
              arrange(separated({ separation, steps }, target.value as Arrangement['separation']))
            }
          >
            {(['strict', 'paired', 'logged'] as const).map((one) => (
              <Radio key={one} value={one}>
                {words.separations[one]}
              </Radio>
            ))}
          </Radio.Group>
          <p className="meta">{words.separationHints[separation]}</p>
        </fieldset>
        <h2 className="chain-steps-head">{words.steps}</h2>
        <ol className="chain-steps" ref={list}>
          {steps.map((one, at) => (
            <StepCard
              key={one.step}
              step={one}
              at={at}
              pairs={separation === 'paired' ? steps.slice(0, at) : []}
              roles={roles[one.step] ?? []}
              first={at === 0}
              last={at === steps.length - 1 || isFixed(steps[at + 1] ?? one)}
              fixed={isFixed(one)}
              problem={wrong?.at === at && wrong.why !== 'roles' ? words[wrong.why] : null}
              onChange={(next) => setSteps(steps.map((other, here) => (here === at ? next : other)))}
              onMove={(by) => move(at, at + by)}
              onRemove={() => setSteps(paired(steps.filter((_, here) => here !== at)))}
            />
          ))}
        </ol>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        {free.length > 0 && (
          <Select
            aria-label={words.addStep}
            placeholder={words.addStep}
            value={null}
            options={free.map((step) => ({ value: step, label: say.step(step) }))}
            onChange={(step: ChainStepView['step'] | null) =>
              step && setSteps(withStep(steps, { ...emptyStep, step, roles: (roles[step] ?? []).slice(0, 1) }))
            }
            style={{ width: 200, marginBottom: 20 }}
          />
        )}
        <p className="meta" style={{ marginBottom: 8 }}>
          {words.oldGoOn}
        </p>
        <SaveButton busy={busy}>{chain ? words.save : words.add}</SaveButton>
      </Form>
      <Part title={words.preview}>
        {steps.length > 0 ? <ChainPreview steps={steps} /> : <p className="meta">{words.oneStep}</p>}
        <p className="meta">{words.separations[separation]}</p>
      </Part>
    </div>
  );
}

const emptyStep = {
  pairedWith: null,
  dueMinutes: 120,
  importantOnly: false,
  checkList: [],
  checkListRequired: false,
};

// What publishes stays last: the sign-off, and the urgent signature.
function withStep(steps: readonly ChainStepView[], one: ChainStepView): ChainStepView[] {
  const last = steps.at(-1);
  return last && (last.step === 'urgent_review' || last.step === 'sign_off')
    ? [...steps.slice(0, -1), one, last]
    : [...steps, one];
}
