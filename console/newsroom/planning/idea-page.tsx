import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { AssignmentStateName, AssignmentView, ideaView, IdeaView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Due } from '../../kit/due.tsx';
import { LinkButton } from '../../kit/link-button.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page, Part, Quiet } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag, type Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { AskDialog } from './ask-dialog.tsx';
import { AssignmentDialog } from './assignment-dialog.tsx';
import { DatesDialog } from './dates-dialog.tsx';
import { IdeaDialog } from './idea-dialog.tsx';
import { LinkStoryDialog } from './link-story-dialog.tsx';
import { useMoves, useMoveWord } from './move-assignment.ts';
import { mayWrite } from './plan-card.tsx';
import { useWhen } from './plan-words.ts';
import { planningTexts } from './planning-texts.ts';
import { RepeatDialog } from './repeat-dialog.tsx';
import { repeatTexts } from './repeat-texts.ts';
import { useRuleWords } from './use-rule-words.ts';
import './planning.css';

/** How a state looks: what waits for somebody is warm, what goes its way is calm. */
const tones: Readonly<Record<AssignmentStateName, Tone>> = {
  draft: 'due',
  assigned: 'due',
  accepted: 'info',
  declined: 'due',
  in_progress: 'info',
  submitted: 'ok',
  done: 'ok',
  cancelled: 'plain',
};

/** An idea with who does which part of it. */
export function IdeaPage() {
  const words = useWords(planningTexts);
  const { id = '' } = useParams();
  const idea = useQuery({
    queryKey: ['ideas', id],
    queryFn: ({ signal }) => read<Answer<typeof ideaView>>(`/ideas/${id}`, {}, { signal }),
  });
  return (
    <Page
      title={idea.data?.title ?? words.plan}
      crumb={{ to: '/plan', text: words.plan }}
      meta={
        idea.data && idea.data.state !== 'open' ? (
          <Tag tone={idea.data.state === 'done' ? 'ok' : 'plain'}>{words.ideaStates[idea.data.state]}</Tag>
        ) : undefined
      }
      actions={idea.data && <IdeaActs idea={idea.data} />}
    >
      <Loaded query={idea}>{(one) => <Shown idea={one} />}</Loaded>
    </Page>
  );
}

function Shown({ idea }: { idea: IdeaView }) {
  const words = useWords(planningTexts);
  const times = useTimes();
  const when = useWhen();
  const repeat = useWords(repeatTexts);
  const ruleWords = useRuleWords();
  return (
    <div className="split">
      <Assignments idea={idea} />
      <div className="stack">
        {idea.note !== '' && <p className="idea-note">{idea.note}</p>}
        <dl className="facts">
          <dt>{words.when}</dt>
          <dd>{when(idea)}</dd>
          {idea.recurrence && (
            <>
              <dt>{repeat.repeats}</dt>
              <dd>
                {ruleWords(idea.recurrence.rule, idea.recurrence.startsOn)}
                {idea.recurrence.isApart && <p className="meta">{repeat.apart}</p>}
              </dd>
            </>
          )}
          <dt>{words.places}</dt>
          <dd>{idea.places.map(({ name }) => name).join(' · ')}</dd>
          <dt>{words.section}</dt>
          <dd>{idea.section?.name ?? words.noSection}</dd>
        </dl>
        <p className="meta">{words.proposedBy(idea.proposedBy.name, times.on(idea.createdAt))}</p>
      </div>
    </div>
  );
}

function IdeaActs({ idea }: { idea: IdeaView }) {
  const words = useWords(planningTexts);
  const { message } = App.useApp();
  const confirm = useConfirm();
  const [changing, setChanging] = useState(false);
  const { run, busy } = useAct<IdeaView>();
  if (!idea.abilities.includes('idea.change')) return null;
  const open = idea.assignments.filter((one) => one.state !== 'done' && one.state !== 'cancelled');
  const isUnderway = open.some((one) => ['accepted', 'in_progress', 'submitted'].includes(one.state));
  const end = async (as: 'done' | 'dropped'): Promise<void> => {
    const sure =
      as === 'dropped'
        ? await confirm({ title: words.dropTitle, consequence: words.dropConsequence(open.length), act: words.drop })
        : open.length === 0 ||
          (await confirm({
            title: words.conclude,
            consequence: words.concludeConsequence(open.length),
            act: words.conclude,
            danger: false,
          }));
    if (!sure || !(await run('POST', `/ideas/${idea.id}/conclusions`, { as }))) return;
    void message.success(words.ended);
    await refresh();
  };
  const reopen = async (): Promise<void> => {
    if (!(await run('POST', `/ideas/${idea.id}/reopenings`, {}))) return;
    void message.success(words.reopened);
    await refresh();
  };
  return (
    <>
      {idea.state === 'open' ? (
        <>
          <Button onClick={() => setChanging(true)}>{words.change}</Button>
          <RepeatActs idea={idea} />
          {!isUnderway && (
            <Button loading={busy} onClick={() => void end('done')}>
              {words.conclude}
            </Button>
          )}
          <Button type="text" loading={busy} onClick={() => void end('dropped')}>
            {words.drop}
          </Button>
        </>
      ) : (
        <Button loading={busy} onClick={() => void reopen()}>
          {words.reopen}
        </Button>
      )}
      {changing && <IdeaDialog idea={idea} onClose={() => setChanging(false)} />}
    </>
  );
}

// What repeats is changed as a whole apart from this one date.
function RepeatActs({ idea }: { idea: IdeaView }) {
  const words = useWords(repeatTexts);
  const [isOpen, setOpen] = useState(false);
  const { recurrence, fromOn } = idea;
  if (!idea.abilities.includes('idea.repeat') || (!recurrence && !fromOn)) return null;
  const close = (): void => setOpen(false);
  if (!recurrence)
    return (
      <>
        <Button onClick={() => setOpen(true)}>{words.repeat}</Button>
        {isOpen && fromOn && <RepeatDialog idea={idea} day={fromOn} onClose={close} />}
      </>
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.changeMany}</Button>
      {isOpen && <DatesDialog idea={idea} recurrence={recurrence} onClose={close} />}
    </>
  );
}

function Assignments({ idea }: { idea: IdeaView }) {
  const words = useWords(planningTexts);
  const [adding, setAdding] = useState(false);
  const isOpen = idea.state === 'open';
  const mayPlan = isOpen && idea.abilities.includes('assignment.plan');
  const mayTake = isOpen && idea.abilities.includes('assignment.take');
  const add = mayPlan ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : null;
  const acts = (
    <div className="row">
      {add}
      {mayTake && <TakeButton idea={idea} />}
    </div>
  );
  return (
    <Part title={words.assignments} aside={idea.assignments.length > 0 ? acts : undefined}>
      {idea.assignments.length === 0 ? (
        <Quiet title={words.noAssignments} {...(isOpen ? { hint: words.noAssignmentsHint } : {})}>
          {acts}
        </Quiet>
      ) : (
        <ul className="assignments">
          {idea.assignments.map((one) => (
            <AssignmentCard key={one.id} idea={idea} one={one} />
          ))}
        </ul>
      )}
      {adding && <AssignmentDialog idea={idea} assignment={null} onClose={() => setAdding(false)} />}
    </Part>
  );
}

// Whoever wants to do it needs no form: a text of their own, taken.
function TakeButton({ idea }: { idea: IdeaView }) {
  const words = useWords(planningTexts);
  const me = useMe();
  const { message } = App.useApp();
  const { run, busy } = useAct<AssignmentView>();
  const isMineAlready = idea.assignments.some(
    (one) =>
      one.kind === 'text' && one.person?.id === me.personId && one.state !== 'cancelled' && one.state !== 'declined',
  );
  const hasOpenText = idea.assignments.some((one) => one.kind === 'text' && one.moves.includes('accepted'));
  if (isMineAlready || hasOpenText) return null;
  const take = async (): Promise<void> => {
    if (!(await run('POST', `/ideas/${idea.id}/assignments`, { kind: 'text', personId: me.personId }))) return;
    void message.success(words.added);
    await refresh();
  };
  return (
    <Button type={idea.assignments.length === 0 ? 'primary' : 'default'} loading={busy} onClick={() => void take()}>
      {words.takeIt}
    </Button>
  );
}

function AssignmentCard({ idea, one }: { idea: IdeaView; one: AssignmentView }) {
  const words = useWords(planningTexts);
  const times = useTimes();
  const isPending = ['draft', 'assigned', 'accepted', 'declined', 'in_progress'].includes(one.state);
  const facts = [
    one.place?.name,
    one.startsAt ? `${words.starts} ${times.at(one.startsAt)}` : '',
    one.dueAt && !isPending ? `${words.due} ${times.at(one.dueAt)}` : '',
    one.assignedBy && one.assignedBy.id !== one.person?.id && one.state !== 'draft'
      ? words.by(one.assignedBy.name)
      : '',
  ].filter(Boolean);
  return (
    <li className="card stack tight">
      <div className="assignment-head">
        <strong>{words.kinds[one.kind]}</strong>
        <Tag tone={tones[one.state]}>{words.states[one.state]}</Tag>
        {one.person && one.state !== 'draft' && <span>{one.person.name}</span>}
        {one.dueAt && isPending && (
          <span>
            <span className="meta">
              {words.due} {times.at(one.dueAt)}
            </span>{' '}
            <Due at={one.dueAt} soonMinutes={180} />
          </span>
        )}
      </div>
      {facts.length > 0 && <div className="plan-second">{facts.join(' · ')}</div>}
      {one.note !== '' && <p className="idea-note">{one.note}</p>}
      {one.story && (
        <p>
          {one.story.mayRead ? <Link to={`/stories/${one.story.id}`}>{words.openStory}</Link> : words.storyHidden}{' '}
          <span className="meta">{words.storyStates[one.story.publicState]}</span>
        </p>
      )}
      <AssignmentActs idea={idea} one={one} />
    </li>
  );
}

function AssignmentActs({ idea, one }: { idea: IdeaView; one: AssignmentView }) {
  const words = useWords(planningTexts);
  const moveWord = useMoveWord();
  const confirm = useConfirm();
  const { move, write, busy } = useMoves();
  const [open, setOpen] = useState<'ask' | 'change' | 'link' | null>(null);
  const close = (): void => setOpen(null);
  const go = async (to: AssignmentStateName): Promise<void> => {
    if (to === 'assigned') return setOpen('ask');
    const told = { title: words.moves.cancelled, consequence: idea.title, act: words.moves.cancelled };
    if (to === 'cancelled' && !(await confirm(told))) return;
    await move(idea.title, one, to);
  };
  if (one.moves.length === 0 && !one.mayPlan) return null;
  const offersStory = mayWrite({ assignment: one });
  const goesOnWriting = one.story?.mayRead === true && one.state === 'in_progress';
  const shown = shownSteps(one).filter((to) => one.moves.includes(to));
  const mayWork = (['done', 'submitted', 'in_progress'] as const).some((to) => one.moves.includes(to));
  const rest: NonNullable<MenuProps['items']> = [
    ...one.moves
      .filter((to) => !shown.includes(to))
      .map((to) => ({ key: to, label: moveWord(one, to), danger: to === 'cancelled', onClick: () => void go(to) })),
    ...(one.mayPlan && one.state !== 'cancelled'
      ? [{ key: 'change', label: words.changeAssignment, onClick: () => setOpen('change') }]
      : []),
    ...(one.kind === 'text' && mayWork
      ? [{ key: 'link', label: words.linkStory, onClick: () => setOpen('link') }]
      : []),
  ];
  return (
    <div className="row">
      {offersStory && (
        <Button type="primary" loading={busy} onClick={() => void write(one)}>
          {words.write}
        </Button>
      )}
      {goesOnWriting && (
        <LinkButton to={`/stories/${one.story?.id ?? ''}/edit`} type="primary">
          {words.write}
        </LinkButton>
      )}
      {shown.map((to, at) => (
        <Button
          key={to}
          type={at === 0 && !offersStory && !goesOnWriting ? 'primary' : 'default'}
          loading={busy}
          onClick={() => void go(to)}
        >
          {moveWord(one, to)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest }}>
          <Button type="text">{words.moreActs}</Button>
        </Dropdown>
      )}
      {open === 'ask' && <AskDialog idea={idea} assignment={one} onClose={close} />}
      {open === 'change' && <AssignmentDialog idea={idea} assignment={one} onClose={close} />}
      {open === 'link' && <LinkStoryDialog assignment={one} onClose={close} />}
    </div>
  );
}

// What usually comes next stands as a button, everything else in the menu. A text that is being written moves by itself.
function shownSteps(one: AssignmentView): AssignmentStateName[] {
  const next: Readonly<Record<AssignmentStateName, readonly AssignmentStateName[]>> = {
    draft: one.mayPlan ? ['assigned', 'accepted'] : ['accepted'],
    assigned: ['accepted', 'declined'],
    accepted: one.kind === 'text' ? ['declined'] : ['in_progress', 'declined'],
    declined: one.mayPlan ? ['assigned', 'accepted'] : ['accepted'],
    in_progress: one.story ? [] : ['submitted'],
    submitted: one.story ? [] : ['done', 'in_progress'],
    done: [],
    cancelled: ['draft'],
  };
  return [...next[one.state]];
}
