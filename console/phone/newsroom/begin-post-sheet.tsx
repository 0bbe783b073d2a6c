import type { PostView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { countyNow, dateOf, momentOfWall } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { FillGapSheet } from './fill-gap-sheet.tsx';
import { PlaceChoice } from './place-choice.tsx';

const roles = ['editor', 'section-head', 'chief-editor'] as const satisfies readonly PostView['role'][];
const daysAtFirst = 15;

/** A post on which nobody ever stood: which role, where; then who stands there, as on every other. */
export function BeginPostSheet({ close, done }: { close: () => void; done: (shifts: number) => void }) {
  const [role, setRole] = useState<(typeof roles)[number]>('editor');
  const [place, setPlace] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [isChosen, setChosen] = useState(false);
  if (isChosen && place)
    return (
      <FillGapSheet
        post={{ role, roleName: say(`begin.role.${role}`), place }}
        gap={fromNow()}
        close={close}
        done={done}
      />
    );
  return (
    <Sheet title={say('begin.title')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          setChosen(true);
        }}
      >
        <fieldset class="check-list">
          <legend class="meta">{say('begin.role')}</legend>
          {roles.map((name) => (
            <label key={name}>
              <input type="radio" name="role" checked={role === name} onChange={() => setRole(name)} />{' '}
              {say(`begin.role.${name}`)}
            </label>
          ))}
        </fieldset>
        <PlaceChoice label={say('begin.place')} value={place?.id ?? ''} choose={setPlace} />
        <SheetEnd go={say('begin.next')} close={close} busy={false} ready={place !== null} problem={null} />
      </form>
    </Sheet>
  );
}

// People change at eight in the morning unless told otherwise, as in the large console.
function fromNow(): { fromAt: string; untilAt: string } {
  const now = countyNow();
  const lastDay = dateOf(new Date(now + daysAtFirst * 86_400_000).toISOString());
  return { fromAt: new Date(now).toISOString(), untilAt: momentOfWall(`${lastDay}T08:00`) };
}
