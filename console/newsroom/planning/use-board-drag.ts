import { useEffect, useRef, useState, type RefObject } from 'react';
import type { AssignmentStateName } from '@xiangyin/server/contract';
import { stateIn, type ColumnName, type PlanCard } from './cards.ts';

/** Cards of a board that are drawn to another column. One ear for the whole board; the same moves stand in each card's menu, for keyboard and finger. */
export function useBoardDrag(
  cards: readonly PlanCard[],
  onDrop: (card: PlanCard, to: AssignmentStateName) => void,
): { board: RefObject<HTMLDivElement | null>; dragged: PlanCard | null } {
  const board = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<PlanCard | null>(null);
  useEffect(() => {
    const ground = board.current;
    if (!ground) return undefined;
    const near = (event: Event, what: string): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>(`[data-${what}]`) : null;
    const wanted = (event: Event): AssignmentStateName | undefined => {
      const column = near(event, 'column')?.dataset['column'] as ColumnName | undefined;
      return dragged && column ? stateIn(dragged, column) : undefined;
    };
    const ears: Readonly<Record<string, (event: DragEvent) => void>> = {
      dragstart: (event) => {
        const card = cards.find(({ key }) => key === near(event, 'card')?.dataset['card']);
        if (!card || !event.dataTransfer) return;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', card.idea.title);
        setDragged(card);
      },
      dragover: (event) => {
        if (wanted(event)) event.preventDefault();
      },
      drop: (event) => {
        event.preventDefault();
        const to = wanted(event);
        if (dragged && to) onDrop(dragged, to);
        setDragged(null);
      },
      dragend: () => setDragged(null),
    };
    for (const [name, ear] of Object.entries(ears)) ground.addEventListener(name, ear as EventListener);
    return () => {
      for (const [name, ear] of Object.entries(ears)) ground.removeEventListener(name, ear as EventListener);
    };
  }, [cards, dragged, onDrop]);
  return { board, dragged };
}
