import { App, Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { frontChanged, type Front } from './front-answer.ts';
import { frontTexts } from './front-texts.ts';
import { PlaceDialog } from './place-dialog.tsx';
import { useSlotDrag } from './use-slot-drag.ts';

type Slot = Front['slots'][number];
type Placement = NonNullable<Slot['placement']>;

/** The places from the head of the page. Drawn with the mouse, moved with the arrows, each with its own acts. */
export function FrontSlots({ front }: { front: Front }) {
  const words = useWords(frontTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<Front>();
  const [placing, setPlacing] = useState<number | null>(null);
  const move = async (id: string, slot: number): Promise<void> => {
    const after = await run('PATCH', `/placements/${id}`, { slot });
    if (!after) return;
    void message.success(words.moved);
    frontChanged(after);
  };
  const list = useSlotDrag((id, slot) => void move(id, slot));
  return (
    <>
      <ol className="front-slots" ref={list}>
        {front.slots.map((slot) => (
          <li
            key={slot.slot}
            data-slot={slot.slot}
            data-placement={slot.placement?.id}
            draggable={slot.placement !== null}
          >
            <span className="front-number">{words.slot(slot.slot)}</span>
            <Standing slot={slot} section={front.section !== null} />
            <SlotActs
              slot={slot}
              front={front}
              busy={busy}
              onMove={(id, to) => void move(id, to)}
              onPlace={() => setPlacing(slot.slot)}
            />
          </li>
        ))}
      </ol>
      <p className="meta">{words.drag}</p>
      {placing !== null && <PlaceDialog front={front} slot={placing} onClose={() => setPlacing(null)} />}
    </>
  );
}

function Standing({ slot: { story, placement }, section }: { slot: Slot; section: boolean }) {
  const words = useWords(frontTexts);
  const times = useTimes();
  if (!story) return <div className="meta">{section ? words.emptySlot : words.nothing}</div>;
  return (
    <div>
      <strong>{story.title}</strong>
      <div className="second">
        {placement
          ? `${words.since(placement.placedBy.name, times.at(placement.fromAt))} · ${placement.untilAt ? words.until(times.at(placement.untilAt)) : words.open}`
          : words.auto}
      </div>
    </div>
  );
}

function SlotActs({
  slot,
  front,
  busy,
  onMove,
  onPlace,
}: {
  slot: Slot;
  front: Front;
  busy: boolean;
  onMove: (id: string, to: number) => void;
  onPlace: () => void;
}) {
  const words = useWords(frontTexts);
  const { placement } = slot;
  return (
    <div className="front-acts">
      {placement && (
        <>
          <Button
            size="small"
            type="text"
            aria-label={words.up(placement.story.title)}
            disabled={busy || slot.slot === 1}
            onClick={() => onMove(placement.id, slot.slot - 1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            type="text"
            aria-label={words.down(placement.story.title)}
            disabled={busy || slot.slot === front.slots.length}
            onClick={() => onMove(placement.id, slot.slot + 1)}
          >
            ↓
          </Button>
          <RemoveButton placement={placement} front={front} />
        </>
      )}
      <Button size="small" onClick={onPlace}>
        {placement ? words.replace : words.place}
      </Button>
    </div>
  );
}

/** Takes a story away, with ten seconds to think again: putting it back is a placement of its own, for the times that were left. */
export function RemoveButton({ placement, front }: { placement: Placement; front: Front }) {
  const words = useWords(frontTexts);
  const { notification } = App.useApp();
  const { run, busy } = useAct<Front>();
  const back = async (): Promise<void> => {
    notification.destroy(placement.id);
    const after = await run('POST', '/placements', {
      section: front.section?.id ?? null,
      slot: placement.slot,
      storyId: placement.story.id,
      ...(placement.standing === 'later' ? { fromAt: placement.fromAt } : {}),
      untilAt: placement.untilAt,
    });
    if (!after) return;
    notification.success({ title: words.backAgain, duration: 3 });
    frontChanged(after);
  };
  const remove = async (): Promise<void> => {
    const after = await run('POST', `/placements/${placement.id}/removals`, {});
    if (!after) return;
    notification.info({
      key: placement.id,
      title: placement.standing === 'later' ? words.cancelled : words.removed,
      description: placement.story.title,
      duration: 10,
      actions: (
        <Button size="small" onClick={() => void back()}>
          {words.putBack}
        </Button>
      ),
    });
    frontChanged(after);
  };
  return (
    <Button size="small" type="text" disabled={busy} onClick={() => void remove()}>
      {words.remove}
    </Button>
  );
}
