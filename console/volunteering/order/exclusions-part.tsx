import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import type { exclusionList, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { gateTexts } from '../gate-texts.ts';

/** Whom the people of this order do not wish to see again, as the desk heard it. */
export function ExclusionsPart({ order }: { order: OrderView }) {
  const { apart } = useWords(gateTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<unknown>();
  const [chosen, setChosen] = useState<string | null>(null);
  const may = order.abilities.includes('order.exclude') && order.forgottenAt === null;
  const query = useQuery({
    queryKey: ['order', order.id, 'exclusions'],
    queryFn: ({ signal }) => read<Answer<typeof exclusionList>>(`/orders/${order.id}/exclusions`, {}, { signal }),
    enabled: may,
  });
  const met = peopleOf(order);
  if (!may || (met.size === 0 && (query.data?.items.length ?? 0) === 0)) return null;
  const act = async (method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> => {
    if ((await run(method, `/orders/${order.id}/exclusions${path}`, body)) === undefined) return;
    setChosen(null);
    void message.success(apart.saved);
    await refresh();
  };
  return (
    <Part title={apart.title}>
      <p className="meta" style={{ marginBottom: 8 }}>
        {apart.lead}
      </p>
      <Loaded query={query}>
        {({ items }) => (
          <div className="stack tight">
            {items.map((one) => (
              <div key={one.id} className="row apart">
                <span>{one.name}</span>
                <Button size="small" type="text" disabled={busy} onClick={() => void act('DELETE', `/${one.id}`)}>
                  {apart.end}
                </Button>
              </div>
            ))}
            {items.length === 0 && <p className="meta">{apart.empty}</p>}
            <div className="row">
              <Select
                aria-label={apart.who}
                placeholder={apart.who}
                style={{ minWidth: 160 }}
                value={chosen}
                onChange={setChosen}
                options={[...met]
                  .filter(([id]) => !items.some((one) => one.personId === id))
                  .map(([value, label]) => ({ value, label }))}
              />
              <Button
                disabled={chosen === null}
                loading={busy}
                onClick={() => void act('POST', '', { personId: chosen })}
              >
                {apart.add}
              </Button>
            </div>
          </div>
        )}
      </Loaded>
    </Part>
  );
}

/** Those who went, are to go, or were asked. */
function peopleOf(order: OrderView): Map<string, string> {
  const gone = order.visits.flatMap((visit) => visit.people.map((one) => [one.personId, one.name] as const));
  const asked = order.offers.flatMap((offer) =>
    offer.personId ? [[offer.personId, offer.personName ?? ''] as const] : [],
  );
  return new Map([...asked, ...gone]);
}
