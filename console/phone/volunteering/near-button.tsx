import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { measureOnce, metresBetween, type Degrees, type Measured } from '../../kit/degrees.ts';
import { inWords, say } from '../kit/language.ts';
import { sendAtOnce } from '../outbox/send-at-once.ts';
import { happenedNow } from './happened-now.ts';

/** So many metres away counts as there: yards, stairs, and what a phone is off in a narrow street. */
const nearMetres = 200;

/** For who wishes: the phone looks once whether the door is near, and says only that it is. Nothing where nobody noted where the door is, or before the address was looked at. */
export function NearButton({ visit, door }: { visit: VisitLine; door: Degrees | null }) {
  const [told, setTold] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!door) return null;
  const look = async () => {
    setBusy(true);
    setTold(say('near.looking'));
    const found = await measureOnce();
    const why = typeof found === 'string' ? say(`near.${found}`) : whyNot(found, door);
    setTold(why ?? (await arrived(visit)));
    setBusy(false);
  };
  return (
    <div class="near">
      <button type="button" class="plain" disabled={busy} onClick={() => void look()}>
        {say('near.ask')}
      </button>
      <output class="meta">{told ?? say('near.how')}</output>
    </div>
  );
}

// What the phone does not know well enough is not said of anybody.
function whyNot(found: Measured, door: Degrees): string | null {
  const metres = metresBetween(found, door);
  if (found.accuracy > nearMetres) return say('near.vague', { far: farOf(found.accuracy) });
  return metres > nearMetres ? say('near.far', { far: farOf(metres) }) : null;
}

const farOf = (metres: number): string =>
  metres < 1_000
    ? say('near.metres', { n: Math.ceil(metres / 10) * 10 })
    : say('near.kilometres', { n: (metres / 1_000).toFixed(1) });

const arrived = (visit: VisitLine): Promise<string | null> =>
  sendAtOnce(inWords(visit.service.name), {
    kind: 'check-in',
    subjectId: visit.id,
    path: `/visits/${visit.id}/check-ins`,
    body: { ...happenedNow(), near: true },
  });
