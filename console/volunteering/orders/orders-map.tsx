import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import type { orderList, OrderMap } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Quiet } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAddress } from '../../kit/use-address.ts';
import { usePlaces } from '../../places/use-places.ts';
import type { MapSpot } from '../map/picture.ts';
import { PlacesMap } from '../map/places-map.tsx';
import { stages } from '../order-states.tsx';
import { useServiceChoices } from '../use-service-choices.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { boardTexts } from './board-texts.ts';
import './orders-map.css';
import { listAddress } from './list-address.ts';
import { OrderCard } from './order-card.tsx';

type OnMap = OrderMap['spots'][number];

const openStages = ['submitted', 'accepted', 'dispatched', 'taken', 'done'] as const;
const nobody: ReadonlySet<string> = new Set();
const open = openStages.map((stage) => stages[stage]).join(',');

/** What is asked of the server for a choice of the first field. */
const askedFor = (shown: string): { state?: string; overdue?: string; today?: string } =>
  shown === 'overdue' || shown === 'today' ? { state: open, [shown]: 'true' } : { state: shown || open };

/** Where the open orders are: villages and towns with how many, on a map and as a table, and on request the orders of one of them. */
export function OrdersMap() {
  const here = usePlaceHere();
  const { chosen } = useAddress();
  const asked = { ...askedFor(chosen('shown')), serviceId: chosen('serviceId') || undefined };
  const query = useQuery({
    queryKey: ['list', 'order-map', here, asked],
    queryFn: ({ signal }) => read<OrderMap>('/order-map', { placeId: here, ...asked }, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <div className="stack">
      <WhichOrders />
      <Loaded query={query} rows={6}>
        {(map) => <MapAndTable map={map} asked={asked} />}
      </Loaded>
    </div>
  );
}

function WhichOrders() {
  const words = useWords(volunteeringTexts);
  const board = useWords(boardTexts);
  const services = useServiceChoices();
  const { chosen, choose } = useAddress();
  return (
    <div className="row">
      <Select
        style={{ minWidth: 180 }}
        aria-label={board.map.which}
        value={chosen('shown')}
        onChange={(shown: string) => choose({ shown, spot: '' })}
        options={[
          { value: '', label: board.map.allOpen },
          ...openStages.map((stage) => ({ value: stages[stage] as string, label: words.tabs[stage] })),
          { value: 'overdue', label: words.filters.overdueOnly },
          { value: 'today', label: board.todayOnly },
        ]}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 180 }}
        aria-label={words.service}
        placeholder={words.service}
        value={chosen('serviceId') || null}
        onChange={(serviceId: string | undefined) => choose({ serviceId, spot: '' })}
        options={services}
      />
    </div>
  );
}

function MapAndTable({ map, asked }: { map: OrderMap; asked: object }) {
  const board = useWords(boardTexts);
  const { longName } = usePlaces();
  const language = useLanguage();
  const { chosen, choose } = useAddress();
  const nameOf = ({ place }: OnMap): string => longName(place.id) || inWords(place.name, language);
  const spots = map.spots.flatMap((one): MapSpot[] =>
    one.at === null
      ? []
      : [
          {
            placeId: one.place.id,
            at: one.at,
            count: one.orders,
            presses: one.late > 0,
            label: board.map.spot(nameOf(one), one.orders, one.late),
            goers: nobody,
          },
        ],
  );
  const chosenId = chosen('spot');
  const chosenSpot = map.spots.find(({ place }) => place.id === chosenId);
  const onChoose = (placeId: string): void => choose({ spot: placeId === chosenId ? '' : placeId });
  if (map.spots.length === 0) return <Quiet title={board.map.none} />;
  return (
    <div className="orders-map">
      <div className="stack">
        <PlacesMap
          map={map}
          picture={{ title: board.map.title, spots, homes: [], chosenId, onChoose }}
          legend={() => <p className="meta">{board.map.legend}</p>}
        />
      </div>
      <MapTable map={map} nameOf={nameOf} chosenId={chosenId} onChoose={onChoose} />
      {chosenSpot && <OrdersAt key={chosenId} spot={chosenSpot} name={nameOf(chosenSpot)} asked={asked} />}
    </div>
  );
}

function MapTable({
  map,
  nameOf,
  chosenId,
  onChoose,
}: {
  map: OrderMap;
  nameOf: (spot: OnMap) => string;
  chosenId: string;
  onChoose: (placeId: string) => void;
}) {
  const words = useWords(volunteeringTexts);
  const board = useWords(boardTexts);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="orders-map-table" tabIndex={0} role="region" aria-label={board.map.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{board.map.orders}</th>
            <th scope="col">{board.late}</th>
          </tr>
        </thead>
        <tbody>
          {map.spots.map((spot) => (
            <tr key={spot.place.id}>
              <th scope="row">
                <button type="button" aria-pressed={spot.place.id === chosenId} onClick={() => onChoose(spot.place.id)}>
                  {nameOf(spot)}
                </button>
                {spot.at === null && <span className="meta">{board.map.nowhere}</span>}
              </th>
              <td className="num">{spot.orders}</td>
              <td className={spot.late > 0 ? 'num late' : 'num'}>{spot.late}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{board.map.all}</th>
            <td className="num">{map.total}</td>
            <td className="num">{map.spots.reduce((sum, { late }) => sum + late, 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The orders of one village, or of a town where the village was not said. */
function OrdersAt({ spot, name, asked }: { spot: OnMap; name: string; asked: object }) {
  const board = useWords(boardTexts);
  const kit = useWords(kitTexts);
  const { chosen, choose } = useAddress();
  const placeId = spot.place.id;
  const query = useQuery({
    queryKey: ['list', 'orders', 'map', placeId, asked],
    queryFn: ({ signal }) =>
      read<Answer<typeof orderList>>('/orders', { ...asked, atPlaceId: placeId, limit: 30 }, { signal }),
  });
  return (
    <section className="orders-at" aria-labelledby="orders-at">
      <div className="row apart">
        <h2 id="orders-at">{name}</h2>
        <span className="row">
          <Link to={listAddress(placeId, chosen('shown'), chosen('serviceId'))}>{board.map.inList}</Link>
          <Button size="small" onClick={() => choose({ spot: '' })}>
            {board.map.close}
          </Button>
        </span>
      </div>
      <Loaded query={query} rows={2}>
        {({ items, total }) => (
          <>
            <div className="orders-at-cards">
              {items.map((order) => (
                <OrderCard key={order.id} order={order} />
              ))}
            </div>
            {total > items.length && <p className="meta">{kit.shown(items.length, total)}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}
