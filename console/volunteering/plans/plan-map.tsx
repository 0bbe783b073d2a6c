import { Select } from 'antd';
import { useState } from 'react';
import type { DispatchPlanView, PlannedOrder } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Quiet } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';
import { drawingOf } from './map-drawing.ts';
import type { Spot } from './map-drawing.ts';
import { PlanOrders } from './plan-orders.tsx';
import './plan-map.css';

/** The plan on a plain map, drawn from the county's own list of places: where visits are, where those live who go, and on request how far somebody wishes to go. */
export function PlanMap({ plan, onAsk }: { plan: DispatchPlanView; onAsk: (item: PlannedOrder) => void }) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const { landmarks, homes } = plan.map;
  const spots = [...groupsOf(plan.items).values()];
  const person = homes.find((home) => home.personId === personId);
  const drawing = drawingOf([...spots.map((one) => one.at), ...homes.map((home) => home.at)], landmarks);
  if (!drawing) return <Quiet title={words.map.none} />;
  const { x, y, length } = drawing;
  const here = spots.find((one) => one.placeId === chosen);
  return (
    <div className="stack">
      <div className="row apart">
        <span className="meta">{words.map.legend}</span>
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
      <div className="plan-map">
        <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="group" aria-label={words.map.title}>
          {person?.withinKm && (
            <circle className="reach" cx={x(person.at)} cy={y(person.at)} r={length(person.withinKm)} />
          )}
          {drawing.landmarks.map((place) => (
            <text key={place.id} className="landmark" x={x(place.at)} y={y(place.at) + 22}>
              {inWords(place.name, language)}
            </text>
          ))}
          {spots.flatMap((one) =>
            homes
              .filter((home) => one.goers.has(home.personId))
              .map((home) => (
                <line
                  key={`${one.placeId} ${home.personId}`}
                  className={personId === null || personId === home.personId ? 'way' : 'way faint'}
                  x1={x(home.at)}
                  y1={y(home.at)}
                  x2={x(one.at)}
                  y2={y(one.at)}
                />
              )),
          )}
          {homes.map((home) => (
            <rect
              key={home.personId}
              className={personId === home.personId ? 'home chosen' : 'home'}
              x={x(home.at) - 4}
              y={y(home.at) - 4}
              width={8}
              height={8}
            >
              <title>{home.name}</title>
            </rect>
          ))}
          {spots.map((one) => (
            <Spots
              key={one.placeId}
              spot={one}
              at={[x(one.at), y(one.at)]}
              isChosen={one.placeId === chosen}
              onChoose={() => setChosen(one.placeId)}
            />
          ))}
          <g className="scale">
            <line x1={16} y1={drawing.height - 16} x2={16 + length(drawing.scaleKm)} y2={drawing.height - 16} />
            <text x={16} y={drawing.height - 22}>
              {words.map.km(drawing.scaleKm)}
            </text>
          </g>
        </svg>
      </div>
      {here ? (
        <PlanOrders plan={{ ...plan, items: [...here.items] }} onAsk={onAsk} />
      ) : (
        <p className="meta">{words.map.choose}</p>
      )}
    </div>
  );
}

interface Group {
  readonly placeId: string;
  readonly at: Spot;
  readonly items: PlannedOrder[];
  readonly goers: Set<string>;
}

function groupsOf(items: readonly PlannedOrder[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const item of items) {
    if (!item.at) continue;
    const group = groups.get(item.place.id) ?? { placeId: item.place.id, at: item.at, items: [], goers: new Set() };
    group.items.push(item);
    for (const one of item.people) group.goers.add(one.personId);
    groups.set(item.place.id, group);
  }
  return groups;
}

/** The visits of one place: how many, and whether one of them has nobody. */
function Spots({
  spot,
  at: [cx, cy],
  isChosen,
  onChoose,
}: {
  spot: Group;
  at: Spot;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const words = useWords(planTexts);
  const { longName } = usePlaces();
  const left = spot.items.filter((item) => item.people.length === 0).length;
  return (
    <g
      className={['spot', left > 0 ? 'left' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(' ')}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={words.map.spot(longName(spot.placeId), spot.items.length, left)}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <circle cx={cx} cy={cy} r={11} />
      <text x={cx} y={cy}>
        {spot.items.length}
      </text>
    </g>
  );
}
