import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import type { GatheringLine } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { gatheringTexts } from './gathering-texts.ts';
import './gatherings.css';

/** Who was there: a tap for each, kept at once. */
export function WhoCameDialog({ gathering, onClose }: { gathering: GatheringLine; onClose: () => void }) {
  const words = useWords(gatheringTexts);
  const times = useTimes();
  const [now, setNow] = useState(gathering);
  const { run, busy } = useAct<GatheringLine>();
  const mark = async (personIds: string[], present: boolean): Promise<void> => {
    const changed = await run('POST', `/gatherings/${now.id}/presences`, { personIds, present });
    if (!changed) return;
    setNow(changed);
    await refresh();
  };
  const missing = now.guests.filter((guest) => !guest.present).map((guest) => guest.personId);
  return (
    <Modal open onCancel={onClose} footer={null} title={`${now.topic} · ${times.at(now.startsAt)}`} width={460}>
      <div className="stack">
        <p className="meta">{now.guests.length === 0 ? words.nobody : words.whoCameHint}</p>
        <ul className="who-came">
          {now.guests.map((guest) => (
            <li key={guest.personId}>
              <Checkbox
                checked={guest.present}
                disabled={busy}
                onChange={(event) => void mark([guest.personId], event.target.checked)}
              >
                {guest.name}
              </Checkbox>
            </li>
          ))}
        </ul>
        <div className="row apart">
          <span className="meta" role="status">
            {words.cameOf(now.presentCount, now.guestCount)}
          </span>
          {missing.length > 1 && (
            <Button loading={busy} onClick={() => void mark(missing, true)}>
              {words.all}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
