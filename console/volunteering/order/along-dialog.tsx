import { useQuery } from '@tanstack/react-query';
import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { standInList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { gatheringTexts } from '../gatherings/gathering-texts.ts';

/** Asks a newcomer to come along to a visit that somebody leads. */
export function AlongDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { along } = useWords(gatheringTexts);
  const { message } = App.useApp();
  const [personId, setPersonId] = useState<string | null>(null);
  const { run, busy } = useAct<null>();
  const fit = useQuery({
    queryKey: ['newcomers', visitId],
    queryFn: ({ signal }) => read<Answer<typeof standInList>>(`/visits/${visitId}/newcomers`, {}, { signal }),
  });
  const ask = async (): Promise<void> => {
    if ((await run('POST', `/visits/${visitId}/newcomers`, { personId })) === undefined) return;
    void message.success(along.asked);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={along.title} width={460}>
      <div className="stack">
        <p>{along.hint}</p>
        <Loaded query={fit} rows={1}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="meta">{along.none}</p>
            ) : (
              <>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={along.who}
                  placeholder={along.who}
                  value={personId}
                  onChange={setPersonId}
                  options={items.map((one) => ({ value: one.personId, label: one.name }))}
                />
                <Button block type="primary" disabled={!personId} loading={busy} onClick={() => void ask()}>
                  {along.ask}
                </Button>
              </>
            )
          }
        </Loaded>
      </div>
    </Modal>
  );
}
