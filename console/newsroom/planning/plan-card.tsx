import { Dropdown, type MenuProps } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AssignmentStateName } from '@xiangyin/server/contract';
import { Due } from '../../kit/due.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import type { PlanCard } from './cards.ts';
import { useMoveWord } from './move-assignment.ts';
import { planningTexts } from './planning-texts.ts';
import { repeatTexts } from './repeat-texts.ts';
import { useWhen } from './plan-words.ts';

/** What a card can be asked to do. */
export interface CardActs {
  move(card: PlanCard, to: AssignmentStateName): void;
  write(card: PlanCard): void;
}

/** A card of the board. Its menu is made when it is asked for: two thousand of them at once would be slow. */
export const PlanCardView = memo(function PlanCardView({ card, acts }: { card: PlanCard; acts: CardActs }) {
  const words = useWords(planningTexts);
  const when = useWhen();
  const repeat = useWords(repeatTexts);
  const { idea, assignment } = card;
  const places = assignment?.place ? [assignment.place] : idea.places;
  const isOpen = card.column !== 'done' && card.column !== 'submitted';
  return (
    <li className="plan-card" data-card={card.key} draggable={(assignment?.moves.length ?? 0) > 0}>
      <div className="plan-card-head">
        <Link to={`/ideas/${idea.id}`} draggable={false}>
          {idea.title}
        </Link>
        {assignment && <CardMenu card={card} acts={acts} />}
      </div>
      <div className="second">
        {[
          assignment ? words.kinds[assignment.kind] : '',
          places[0]?.name ?? '',
          idea.fromOn ? when(idea) : '',
          idea.recurrence ? repeat.repeats : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {assignment && (
        <div className="row plan-card-foot">
          {assignment.person && assignment.state !== 'declined' && <span>{assignment.person.name}</span>}
          {assignment.state === 'declined' && <Tag tone="due">{words.states.declined}</Tag>}
          {assignment.state === 'accepted' && <Tag tone="info">{words.states.accepted}</Tag>}
          {assignment.story && <Tag tone="ok">{words.storyStates[assignment.story.publicState]}</Tag>}
          {isOpen && <Due at={assignment.dueAt} soonMinutes={180} />}
        </div>
      )}
    </li>
  );
});

function CardMenu({ card, acts }: { card: PlanCard; acts: CardActs }) {
  const words = useWords(planningTexts);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpenRef = useRef(false);
  // The button is another one after the menu: it takes the focus that nobody has.
  useEffect(() => {
    if (wasOpenRef.current && !open && document.activeElement === document.body) button.current?.focus();
    wasOpenRef.current = open;
  }, [open]);
  const trigger = (
    <button
      ref={button}
      type="button"
      className="plain plan-menu"
      aria-label={words.menu(card.idea.title)}
      aria-haspopup="menu"
      aria-expanded={open}
      onClick={() => setOpen(true)}
    >
      ⋯
    </button>
  );
  return open ? <OpenMenu card={card} acts={acts} trigger={trigger} onClose={() => setOpen(false)} /> : trigger;
}

function OpenMenu({
  card,
  acts,
  trigger,
  onClose,
}: {
  card: PlanCard;
  acts: CardActs;
  trigger: React.ReactNode;
  onClose: () => void;
}) {
  const words = useWords(planningTexts);
  const moveWord = useMoveWord();
  const navigate = useNavigate();
  const { idea, assignment } = card;
  if (!assignment) return trigger;
  const items: NonNullable<MenuProps['items']> = [
    { key: 'open', label: words.open, onClick: () => void navigate(`/ideas/${idea.id}`) },
    ...(assignment.story?.mayRead
      ? [
          {
            key: 'story',
            label: words.openStory,
            onClick: () => void navigate(`/stories/${assignment.story?.id ?? ''}`),
          },
        ]
      : []),
    ...(mayWrite(card) ? [{ key: 'write', label: words.write, onClick: () => acts.write(card) }] : []),
    ...assignment.moves.map((to) => ({
      key: to,
      label: moveWord(assignment, to),
      danger: to === 'cancelled',
      onClick: () => acts.move(card, to),
    })),
  ];
  return (
    <Dropdown
      open
      trigger={['click']}
      autoFocus
      onOpenChange={(open) => !open && onClose()}
      menu={{ items, onClick: onClose }}
    >
      {trigger}
    </Dropdown>
  );
}

/** Whether the asker may begin the story from this card: a text that is theirs to begin, or nobody's. */
export const mayWrite = ({ assignment }: Pick<PlanCard, 'assignment'>): boolean =>
  assignment !== null &&
  assignment.kind === 'text' &&
  assignment.story === null &&
  (assignment.moves.includes('accepted') || assignment.moves.includes('declined'));
