import type { assignableList, AssignmentKindName, IdeaAct, IdeaLine } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import type { Many } from '../../kit/list/many/many-spec.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { manyTexts } from '../stories/many-texts.ts';
import { useSections } from '../use-sections.ts';
import { planningTexts } from './planning-texts.ts';

const kinds = ['text', 'picture', 'audio', 'video'] as const satisfies readonly AssignmentKindName[];

/** What can be done to several ideas at once. The server says of each whether it can. */
export function useManyIdeas(): Many<IdeaLine> {
  const words = useWords(manyTexts);
  const plan = useWords(planningTexts);
  const sections = useSections();
  const sectionOf = (id: string | undefined): string => sections.find(({ value }) => value === id)?.label ?? '';
  const isOpen = ({ state }: IdeaLine): boolean => state === 'open';
  const kindOf = (kind: string | undefined): AssignmentKindName => kinds.find((one) => one === kind) ?? 'text';
  return {
    path: '/ideas/batches',
    nameOf: ({ title }) => title,
    acts: [
      {
        key: 'assign',
        label: words.assign,
        fits: isOpen,
        asks: [
          { key: 'kind', label: words.kind, options: kinds.map((value) => ({ value, label: plan.kinds[value] })) },
          { key: 'person', label: words.person, options: candidates },
        ],
        act: ({ id }, chosen): IdeaAct => ({
          do: 'assign',
          id,
          personId: chosen['person'] ?? '',
          kind: kindOf(chosen['kind']),
        }),
        effect: (_, chosen) => words.asked(plan.kinds[kindOf(chosen['kind'])]),
      },
      {
        key: 'move',
        label: words.move,
        fits: () => sections.length > 1,
        asks: [{ key: 'section', label: words.toSection, options: sections }],
        act: ({ id }, chosen): IdeaAct => ({ do: 'move', id, sectionId: chosen['section'] ?? null }),
        effect: (idea, chosen) => words.from(idea.section?.name ?? plan.noSection, sectionOf(chosen['section'])),
      },
      ...(['done', 'dropped'] as const).map((as) => ({
        key: as,
        label: as === 'done' ? words.conclude : words.drop,
        fits: isOpen,
        act: ({ id }: IdeaLine): IdeaAct => ({ do: 'conclude', id, as }),
        effect: (idea: IdeaLine) => words.from(plan.ideaStates[idea.state], plan.ideaStates[as]),
      })),
      {
        key: 'reopen',
        label: words.reopen,
        fits: (idea) => !isOpen(idea),
        act: ({ id }): IdeaAct => ({ do: 'reopen', id }),
        effect: (idea) => words.from(plan.ideaStates[idea.state], plan.ideaStates.open),
      },
    ],
  };
}

// Whoever can be asked for the first of them; whether they can for the others, the server says.
async function candidates([first]: readonly IdeaLine[]): Promise<{ value: string; label: string }[]> {
  if (!first) return [];
  const { items } = await read<Answer<typeof assignableList>>(`/ideas/${first.id}/candidates`);
  return items.map(({ id, name }) => ({ value: id, label: name }));
}
