import { Button, Select } from 'antd';
import { useState } from 'react';
import type { DispatchPlanView, PlannedOrder } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Quiet } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { planTexts } from '../plan-texts.ts';
import { GroundMap } from '../map/ground-map.tsx';
import { PlainMap } from '../map/plain-map.tsx';
import { PlanOrders } from './plan-orders.tsx';
import { visitSpots } from './plan-spots.ts';

/** The plan on a map: where visits are, where those live who go, and on request how far somebody wishes to go. Over the county's ground where it has one, else drawn from its list of places alone; the orders stand below. */
export function PlanMap({ plan, onAsk }: { plan: DispatchPlanView; onAsk: (item: PlannedOrder) => void }) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const [groundFailed, setGroundFailed] = useState(false);
  const { ground, landmarks, homes } = plan.map;
  const spots = visitSpots(plan.items);
  const person = homes.find((home) => home.personId === personId);
  if (spots.length + homes.length === 0) return <Quiet title={words.map.none} />;
  const picture = { spots, homes, person, chosenId, onChoose: setChosenId };
  const isGrounded = ground !== null && !groundFailed;
  const here = spots.find((one) => one.placeId === chosenId);
  return (
    <div className="stack">
      <div className="row apart">
        <span className="meta">{words.map.legend(isGrounded ? words.map.dots : words.map.squares)}</span>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 200 }}
          aria-label={words.map.whose}
          placeholder={words.map.whose}
          value={personId}
          onChange={(id: string | undefined) => setPersonId(id ?? null)}
          options={homes.map((home) => ({ value: home.personId, label: home.name }))}
        />
      </div>
      {person && (
        <p className="meta" role="status">
          {words.map.reach(person.name, inWords(person.place, language), person.withinKm)}
        </p>
      )}
      {isGrounded ? (
        <GroundMap
          key={JSON.stringify([ground, spots.map((one) => one.placeId)])}
          ground={ground}
          picture={picture}
          onFail={() => setGroundFailed(true)}
        />
      ) : (
        <PlainMap landmarks={landmarks} picture={picture} />
      )}
      {groundFailed && (
        <p className="meta" role="status">
          {words.map.groundFailed}
        </p>
      )}
      {here ? (
        <Button size="small" style={{ alignSelf: 'start' }} onClick={() => setChosenId(null)}>
          {words.map.all}
        </Button>
      ) : (
        <p className="meta">{words.map.choose}</p>
      )}
      <PlanOrders plan={here ? { ...plan, items: [...here.items] } : plan} onAsk={onAsk} />
    </div>
  );
}
