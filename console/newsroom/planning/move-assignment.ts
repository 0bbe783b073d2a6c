import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { AssignmentStateName, AssignmentView, StoryView } from '@xiangyin/server/contract';
import { useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { planningTexts } from './planning-texts.ts';

/** The request of each step; asking a person needs one and has a dialog of its own. */
const steps: Readonly<Record<Exclude<AssignmentStateName, 'assigned'>, string>> = {
  draft: 'releases',
  accepted: 'acceptances',
  declined: 'declinations',
  in_progress: 'beginnings',
  submitted: 'deliveries',
  done: 'completions',
  cancelled: 'cancellations',
};

/** Brings assignments from state to state, and says what happened. */
export function useMoves() {
  const words = useWords(planningTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { run, busy } = useAct<AssignmentView>();
  const story = useAct<StoryView>();
  const move = async (
    title: string,
    one: Pick<AssignmentView, 'id'>,
    to: Exclude<AssignmentStateName, 'assigned'>,
  ): Promise<boolean> => {
    const moved = await run('POST', `/assignments/${one.id}/${steps[to]}`, {});
    if (moved) void message.success(words.moved(title, words.states[moved.state]));
    // Also after a refusal: somebody was faster, and the board shows an old state.
    await refresh();
    return moved !== undefined;
  };
  const write = async (one: Pick<AssignmentView, 'id'>): Promise<void> => {
    const begun = await story.run('POST', `/assignments/${one.id}/stories`, { language });
    if (begun) void navigate(`/stories/${begun.id}/edit`);
    else await refresh();
  };
  return { move, write, busy: busy || story.busy };
}

/** The word of a step, as it reads from where the assignment stands. */
export function useMoveWord(): (one: AssignmentView, to: AssignmentStateName) => string {
  const words = useWords(planningTexts);
  return (one, to) => {
    if (to === 'draft' && one.state === 'cancelled') return words.again.draft;
    if (to === 'in_progress' && (one.state === 'submitted' || one.state === 'done')) return words.again.in_progress;
    if (to === 'assigned' && one.person) return words.again.assigned;
    return words.moves[to];
  };
}
