import { Button, Select } from 'antd';
import { useState } from 'react';
import type { DispatchPlanView, PlannedOrder } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { usePlaces } from '../../places/use-places.ts';
import { PlacesMap } from '../map/places-map.tsx';
import { planTexts } from '../plan-texts.ts';
import { PlanOrders } from './plan-orders.tsx';
import { visitSpots } from './plan-spots.ts';

/** The plan on a map: where visits are, where those live who go, and on request how far somebody wishes to go. The orders stand below. */
export function PlanMap({ plan, onAsk }: { plan: DispatchPlanView; onAsk: (item: PlannedOrder) => void }) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const { longName } = usePlaces();
  const { homes } = plan.map;
  const visits = visitSpots(plan.items);
  const spots = visits.map(({ placeId, at, items, goers, left }) => ({
    placeId,
    at,
    count: items.length,
    presses: left > 0,
    label: words.map.spot(longName(placeId), items.length, left),
    goers,
  }));
  const person = homes.find((home) => home.personId === personId);
  const here = visits.find((one) => one.placeId === chosenId);
  const legend = (isGrounded: boolean) => (
    <>
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
    </>
  );
  return (
    <div className="stack">
      <PlacesMap
        map={plan.map}
        picture={{ title: words.map.title, spots, homes, person, chosenId, onChoose: setChosenId }}
        legend={legend}
      />
      {spots.length === 0 ? null : here ? (
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
