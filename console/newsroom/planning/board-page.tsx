import { Button, Segmented } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AssignmentStateName, AssignmentView, IdeaLine } from '@xiangyin/server/contract';
import { csvOf, download } from '../../kit/csv.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { listed } from '../../kit/language.ts';
import { inCountyTime } from '../../kit/list/in-county-time.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import '../../kit/list/list.css';
import { AskDialog } from './ask-dialog.tsx';
import { cardsOf, columnNames, columnsOf, stateIn, type ColumnName, type PlanCard } from './cards.ts';
import { useMoves } from './move-assignment.ts';
import { PlanBar } from './plan-bar.tsx';
import { PlanCardView, type CardActs } from './plan-card.tsx';
import { PlanViews, QuickIdea } from './plan-head.tsx';
import { planningTexts } from './planning-texts.ts';
import './planning.css';
import { useBoardDrag } from './use-board-drag.ts';
import { usePlan, usePlanFilters } from './use-plan.ts';

/** The board: what nobody has, what waits for an answer, what is in work, handed in and done. Cards are drawn to a column or moved by their menu. */
export function BoardPage() {
  const words = useWords(planningTexts);
  const plan = usePlan();
  return (
    <Page title={words.plan} actions={<PlanViews at="board" />}>
      <QuickIdea />
      <PlanBar ideas={plan.data?.items ?? []} />
      <Loaded query={plan}>
        {({ items, more }) => (
          <>
            {more && <p className="notice due">{words.tooMany}</p>}
            <Board ideas={items} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Board({ ideas }: { ideas: readonly IdeaLine[] }) {
  const words = useWords(planningTexts);
  const { isFiltered, clear } = usePlanFilters();
  const [shown, setShown] = useState<ColumnName>('open');
  const cards = useMemo(() => cardsOf(ideas), [ideas]);
  const columns = useMemo(() => columnsOf(cards), [cards]);
  const [asking, setAsking] = useState<PlanCard | null>(null);
  const acts = useCardActs(setAsking);
  const { board, dragged } = useBoardDrag(cards, acts.move);
  if (cards.length === 0)
    return isFiltered ? (
      <Quiet title={words.emptyFiltered}>
        <Button onClick={clear}>{words.clear}</Button>
      </Quiet>
    ) : (
      <Quiet title={words.empty} hint={words.emptyHint} />
    );
  return (
    <>
      <Segmented
        className="only-narrow"
        aria-label={words.chosen}
        value={shown}
        onChange={setShown}
        options={columnNames.map((value) => ({ value, label: `${words.columns[value]} ${columns[value].length}` }))}
      />
      <div className="board" ref={board}>
        {columnNames.map((name) => (
          <Column
            key={name}
            name={name}
            cards={columns[name]}
            isShown={name === shown}
            isTarget={dragged !== null && stateIn(dragged, name) !== undefined}
            acts={acts}
          />
        ))}
      </div>
      <div className="list-foot">
        <Export cards={cards} />
      </div>
      {asking?.assignment && (
        <AskDialog idea={asking.idea} assignment={asking.assignment} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

// The acts stay the same object for all cards, so that a card is drawn anew only when it changed.
function useCardActs(ask: (card: PlanCard) => void): CardActs {
  const words = useWords(planningTexts);
  const confirm = useConfirm();
  const { move, write } = useMoves();
  const act = async (card: PlanCard, to: AssignmentStateName): Promise<void> => {
    const one = card.assignment as AssignmentView;
    if (to === 'assigned') return ask(card);
    const told = { title: words.moves.cancelled, consequence: card.idea.title, act: words.moves.cancelled };
    if (to === 'cancelled' && !(await confirm(told))) return;
    await move(card.idea.title, one, to);
  };
  const latest = useRef({ act, write });
  useEffect(() => {
    latest.current = { act, write };
  });
  const moveCard = useCallback((card: PlanCard, to: AssignmentStateName) => void latest.current.act(card, to), []);
  const writeCard = useCallback((card: PlanCard) => card.assignment && void latest.current.write(card.assignment), []);
  return useMemo(() => ({ move: moveCard, write: writeCard }), [moveCard, writeCard]);
}

const atOnce = 40;

function Column({
  name,
  cards,
  isShown,
  isTarget,
  acts,
}: {
  name: ColumnName;
  cards: readonly PlanCard[];
  isShown: boolean;
  /** Whether the card that is being drawn can come here. */
  isTarget: boolean;
  acts: CardActs;
}) {
  const words = useWords(planningTexts);
  const [shown, setShown] = useState(atOnce);
  return (
    <section
      className="board-column"
      data-shown={isShown}
      data-target={isTarget}
      data-column={name}
      aria-label={words.columns[name]}
    >
      <h2>
        {words.columns[name]} <span className="meta num">{cards.length}</span>
        {name === 'done' && <span className="meta"> {words.columnHint.done}</span>}
      </h2>
      {cards.length === 0 && <p className="meta">{words.emptyColumn}</p>}
      <ul>
        {cards.slice(0, shown).map((card) => (
          <PlanCardView key={card.key} card={card} acts={acts} />
        ))}
      </ul>
      {cards.length > shown && (
        <Button size="small" onClick={() => setShown(shown + atOnce)}>
          {words.more(Math.min(atOnce, cards.length - shown))}
        </Button>
      )}
    </section>
  );
}

function Export({ cards }: { cards: readonly PlanCard[] }) {
  const words = useWords(planningTexts);
  const { timeZone } = useMe().county;
  const { title, kind, columnsList, places, section, day, starts, due } = words;
  const heads = [title, kind, columnsList.state, columnsList.who, places, section, day, starts, due];
  const rows = (): string[][] =>
    cards.map(({ idea, assignment, column }) => [
      idea.title,
      assignment ? words.kinds[assignment.kind] : '',
      assignment ? words.states[assignment.state] : words.columns[column],
      assignment?.person?.name ?? '',
      listed((assignment?.place ? [assignment.place] : idea.places).map(({ name }) => name)),
      idea.section?.name ?? '',
      idea.fromOn ?? '',
      assignment?.startsAt ?? idea.startsAt ?? '',
      assignment?.dueAt ?? '',
    ]);
  return (
    <Button type="text" size="small" onClick={() => download(csvOf(inCountyTime(heads, rows(), timeZone)), 'plan.csv')}>
      {words.export}
    </Button>
  );
}
