import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { OrderLine } from '@xiangyin/server/contract';
import { Due } from '../kit/due.tsx';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { usePlaces } from '../places/use-places.ts';
import { deskTexts } from './desk-texts.ts';
import { countAt, OrderStateTag, stages, useWishWords, type Stage } from './order-states.tsx';
import { OrdersFigures } from './orders/orders-figures.tsx';
import { boardTexts } from './orders/board-texts.ts';
import { OrdersBoard } from './orders/orders-board.tsx';
import { OrdersMap } from './orders/orders-map.tsx';
import { OrdersStrip } from './orders/orders-strip.tsx';
import { NextAct } from './orders/next-act.tsx';
import { DoorstepDialog } from './orders/doorstep-dialog.tsx';
import { PhoneSearch } from './orders/phone-search.tsx';
import { useManyOrders } from './orders/use-many-orders.ts';
import { presenceTexts } from './presence-texts.ts';
import { roundTexts } from './round-texts.ts';
import { useServiceChoices } from './use-service-choices.ts';
import { volunteeringTexts } from './volunteering-texts.ts';

const orderCode = /^[0-9a-z]{4}[ -]?[0-9a-z]{4}[ -]?[0-9a-z]{4}[ -]?[0-9a-z]{1,2}$/i;

/** Orders as a list, as a board by what is to be done, on a map, or as figures to look at. */
export function OrdersPage() {
  const words = useWords(volunteeringTexts);
  const [address, setAddress] = useSearchParams();
  const { search } = useWords(deskTexts);
  const { door } = useWords(presenceTexts);
  const mayTakeDown = useMaySomewhere('order.take-down');
  const maySearch = useMaySomewhere('order.see-contact');
  const mayConfirm = useMaySomewhere('order.confirm-doorstep');
  const [searching, setSearching] = useState(false);
  const [atDoor, setAtDoor] = useState(false);
  const kit = useWords(kitTexts);
  const mayList = useMaySomewhere('order.list');
  const maySeeFigures = useMaySomewhere('order.figures');
  const asked = address.get('view') ?? 'list';
  const view = asked === 'figures' && !maySeeFigures ? 'list' : asked;
  return (
    <Page
      title={words.orders}
      actions={
        <>
          <Segmented
            aria-label={kit.shownAs}
            value={view}
            onChange={(wanted) => setAddress(wanted === 'list' ? {} : { view: wanted })}
            options={[
              { value: 'list', label: words.list },
              { value: 'board', label: words.board },
              { value: 'map', label: words.mapView },
              ...(maySeeFigures ? [{ value: 'figures', label: kit.figures }] : []),
            ]}
          />
          {mayConfirm && <Button onClick={() => setAtDoor(true)}>{door.act}</Button>}
          {maySearch && <Button onClick={() => setSearching(true)}>{search.act}</Button>}
          {mayTakeDown && (
            <LinkButton to="/orders/new" type="primary">
              {words.newOrder}
            </LinkButton>
          )}
        </>
      }
    >
      {view !== 'figures' && mayList && <OrdersStrip />}
      {view === 'figures' ? (
        <OrdersFigures />
      ) : view === 'board' ? (
        <OrdersBoard />
      ) : view === 'map' ? (
        <OrdersMap />
      ) : (
        <OrdersList />
      )}
      {atDoor && <DoorstepDialog onClose={() => setAtDoor(false)} />}
      {searching && <PhoneSearch onClose={() => setSearching(false)} />}
    </Page>
  );
}

function OrdersList() {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const wishWords = useWishWords();
  const desk = useWords(deskTexts);
  const services = useServiceChoices();
  const board = useWords(boardTexts);
  const many = useManyOrders();
  const round = useWords(roundTexts);
  const [address] = useSearchParams();
  const since = address.get('since');
  const atPlaceId = address.get('atPlaceId');
  const typed = address.get('q') ?? '';
  const spec: ListSpec<OrderLine> = {
    name: 'orders',
    path: '/orders',
    pageSize: 30,
    // A whole code is looked up as such; anything else are words of the service's name.
    searchParam: orderCode.test(typed) ? 'code' : 'q',
    searchHint: words.search,
    placeParam: 'placeId',
    rowKey: (order) => order.id,
    href: (order) => `/orders/${order.id}`,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: words.tabs.all },
        ...(Object.keys(stages) as Stage[]).map((stage) => ({ value: stages[stage], label: words.tabs[stage] })),
      ],
      countOf: (value, counts) => (value === '' ? undefined : countAt(value, counts)),
    },
    filters: [
      { param: 'serviceId', label: words.service, options: services },
      {
        param: 'overdue',
        label: words.filters.overdue,
        options: [{ value: 'true', label: words.filters.overdueOnly }],
      },
      {
        param: 'today',
        isSeldom: true,
        label: board.today,
        options: [{ value: 'true', label: board.todayOnly }],
      },
      {
        param: 'since',
        isSeldom: true,
        label: board.since,
        options: since ? [{ value: since, label: board.sinceWhen(times.at(since)) }] : [],
      },
      {
        param: 'atPlaceId',
        isSeldom: true,
        label: words.place,
        options: atPlaceId ? [{ value: atPlaceId, label: longName(atPlaceId) }] : [],
      },
      {
        param: 'suspect',
        label: words.filters.suspect,
        options: [{ value: 'true', label: words.filters.suspectOnly }],
      },
      {
        param: 'toTakeOn',
        isSeldom: true,
        label: board.referredHere,
        options: [{ value: 'true', label: board.referredOnly }],
      },
      { param: 'mine', label: words.filters.mine, options: [{ value: 'true', label: words.filters.mineOnly }] },
    ],
    sorts: [
      { value: 'due', label: words.sorts.due },
      { value: 'alike', label: board.alike },
      { value: 'priority', label: desk.priority.sort },
      { value: 'newest', label: words.sorts.newest },
      { value: 'oldest', label: words.sorts.oldest },
    ],
    columns: [
      {
        key: 'service',
        title: words.service,
        text: (order) => inWords(order.service.name, language),
        cell: (order) => (
          <>
            <Link to={`/orders/${order.id}`}>{inWords(order.service.name, language)}</Link>{' '}
            {order.suspect && <Tag tone="due">{words.suspect}</Tag>}
            {order.roundStops > 1 && <Tag tone="info">{round.stops(order.roundStops)}</Tag>}
            <div className="second two-lines">
              {longName(order.place.id) || inWords(order.place.name, language)}
              {order.wishes[0] && ` · ${wishWords(order.wishes[0])}`}
              {order.station && ` · ${inWords(order.station.name, language)}`}
            </div>
          </>
        ),
      },
      {
        key: 'place',
        title: words.place,
        exported: true,
        text: (order) => longName(order.place.id) || inWords(order.place.name, language),
      },
      {
        key: 'channel',
        title: words.channel,
        exported: true,
        text: (order) => words.channels[order.channel],
      },
      {
        key: 'wishes',
        title: words.wished,
        exported: true,
        text: (order) => listed(order.wishes.map(wishWords)),
      },
      {
        key: 'station',
        title: words.order.station,
        exported: true,
        text: (order) => (order.station ? inWords(order.station.name, language) : ''),
      },
      {
        key: 'remarks',
        title: words.remarks,
        exported: true,
        text: (order) =>
          listed([
            ...(order.suspect ? [words.suspect] : []),
            ...(order.roundStops > 1 ? [round.stops(order.roundStops)] : []),
            ...(order.offersOpen > 0 ? [words.offersOpen(order.offersOpen)] : []),
          ]),
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: (order) => words.states[order.state],
        cell: (order) => <OrderStateTag state={order.state} />,
      },
      {
        key: 'priority',
        title: desk.priority.title,
        narrow: true,
        named: true,
        text: (order) => String(order.priority?.points ?? ''),
        cell: (order) =>
          order.priority && (
            <span
              className="num"
              title={desk.priority.parts(order.priority.urgency, order.priority.waiting, order.priority.late)}
            >
              {order.priority.points}
            </span>
          ),
      },
      {
        key: 'due',
        title: words.due,
        narrow: true,
        text: (order) => order.dueAt ?? '',
        cell: (order) => <Due at={order.dueAt} />,
      },
      {
        key: 'visit',
        title: words.visitAt,
        narrow: true,
        named: true,
        text: (order) => order.visitStartsAt ?? '',
        cell: (order) =>
          order.visitStartsAt
            ? times.at(order.visitStartsAt)
            : order.offersOpen > 0
              ? words.offersOpen(order.offersOpen)
              : '',
      },
      {
        key: 'ordered',
        title: words.ordered,
        narrow: true,
        named: true,
        text: (order) => order.orderedAt,
        cell: (order) => (
          <span className="meta">
            {times.at(order.orderedAt)}
            <span className="second by-channel">{words.channels[order.channel]}</span>
          </span>
        ),
      },
    ],
    action: (order) => <NextAct order={order} />,
    many,
    ...(address.get('sort') === 'alike' ? { groupOf: many.nameOf } : {}),
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return <RecordList spec={spec} />;
}
