import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { OrderView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Due } from '../kit/due.tsx';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { usePublicPrefix } from '../kit/public-prefix.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { deskTexts } from './desk-texts.ts';
import { OrderStateTag, useWishWords } from './order-states.tsx';
import { AfterPart } from './order/after-part.tsx';
import { AppealPart } from './order/appeal-part.tsx';
import { DifferencePart } from './hours/difference-part.tsx';
import { CheckPart } from './order/check-part.tsx';
import { DispatchPart } from './order/dispatch-part.tsx';
import { ExclusionsPart } from './order/exclusions-part.tsx';
import { HistoryPart } from './order/history-part.tsx';
import { LookPart } from './order/look-part.tsx';
import { NoticesPart } from './order/notices-part.tsx';
import { PriorityLine } from './order/priority-line.tsx';
import { OffersPart } from './order/offers-part.tsx';
import { RoundPart } from './order/round-part.tsx';
import { PastVisit } from './order/past-visit.tsx';
import { SeriesPart } from './order/series-part.tsx';
import { TakeOnBar } from './order/take-on-bar.tsx';
import { TriageBar } from './order/triage-bar.tsx';
import { VisitsPart } from './order/visits-part.tsx';
import { useTerms } from './use-terms.ts';
import { volunteeringTexts } from './volunteering-texts.ts';
import { triageTexts } from './order/triage-texts.ts';
import { serviceTexts } from './services/service-texts.ts';

/** An order: what it is, what to do next, whom it concerns, what happened. */
export function OrderPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => read<OrderView>(`/orders/${id}`, {}, { signal }),
  });
  return <Loaded query={query}>{(order) => <Order order={order} />}</Loaded>;
}

function Order({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const { longName } = usePlaces();
  return (
    <Page
      title={inWords(order.service.name, language)}
      crumb={{ to: '/orders', text: words.orders }}
      meta={
        <span className="row">
          <OrderStateTag state={order.state} /> <Due at={order.dueAt} />{' '}
          {longName(order.place.id) || inWords(order.place.name, language)}{' '}
          {order.suspect && <Tag tone="due">{words.suspect}</Tag>}
        </span>
      }
    >
      <AppealPart order={order} />
      <DifferencePart orderId={order.id} />
      <TakeOnBar order={order} />
      <TriageBar order={order} />
      <div className="split">
        <div className="stack wide">
          <OrderFacts order={order} />
          <CheckPart order={order} />
          <RoundPart order={order} />
          <DispatchPart order={order} />
          <OffersPart order={order} />
          <VisitsPart order={order} />
          <PastVisit order={order} />
          <AfterPart order={order} />
        </div>
        <div className="stack wide">
          <LookPart order={order} />
          <NoticesPart order={order} />
          <SeriesPart order={order} />
          <ExclusionsPart order={order} />
          <HistoryPart order={order} />
        </div>
      </div>
    </Page>
  );
}

function OrderFacts({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  const serviceWords = useWords(serviceTexts);
  const triageWords = useWords(triageTexts);
  const desk = useWords(deskTexts);
  const publicPrefix = usePublicPrefix();
  const language = useLanguage();
  const times = useTimes();
  const wishWords = useWishWords();
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const { facts } = order;
  const where =
    facts.where in words.order.where ? words.order.where[facts.where as keyof typeof words.order.where] : facts.where;
  return (
    <Part
      title={words.order.what}
      aside={<a href={`${publicPrefix}/services/${order.service.slug}`}>{serviceWords.publicPage}</a>}
    >
      <dl className="facts">
        <dt>{words.wish}</dt>
        <dd>
          {order.wishes.length === 0
            ? words.anyDay
            : order.wishes.map((wish, at) => <div key={at}>{wishWords(wish)}</div>)}
        </dd>
        <dt>{words.order.note}</dt>
        <dd>
          {order.note === null ? (
            <span className="meta">{order.forgottenAt ? desk.forget.done : words.order.noteHidden}</span>
          ) : (
            order.note || '—'
          )}
        </dd>
        {order.needs.length > 0 && (
          <>
            <dt>{desk.needsTitle}</dt>
            <dd>{listed(order.needs.map((need) => desk.needs[need]))}</dd>
          </>
        )}
        {order.peopleServed > 1 && (
          <>
            <dt>{desk.people}</dt>
            <dd className="num">{order.peopleServed}</dd>
          </>
        )}
        <PriorityLine order={order} />
        {order.parts.length > 0 && (
          <>
            <dt>{desk.split.parts}</dt>
            <dd>
              {order.parts.map((part) => (
                <div key={part.id} className="row">
                  <Link to={`/orders/${part.id}`}>{inWords(part.service, language)}</Link>
                  {part.peopleServed > 1 && <span className="num">{part.peopleServed}</span>}
                  <OrderStateTag state={part.state} />
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>{serviceWords.where}</dt>
        <dd>
          {where} · {times.span(facts.durationMinutes)} · {words.taken(order.peopleTaken, order.peopleNeeded)}
          {facts.pair && ` · ${words.order.pair}`}
        </dd>
        {facts.skills.length > 0 && (
          <>
            <dt>{words.order.skills}</dt>
            <dd>{listed(facts.skills.map(skills.name))}</dd>
          </>
        )}
        {facts.licences.length > 0 && (
          <>
            <dt>{words.order.licences}</dt>
            <dd>{listed(facts.licences.map(licences.name))}</dd>
          </>
        )}
        <dt>{words.order.forWhom}</dt>
        <dd>
          {words.order.forWhoms[order.orderedFor]}
          {order.servedAgreedAt && (
            <span className="meta">
              {' · '}
              {desk.served.agreed} · {times.at(order.servedAgreedAt)}
            </span>
          )}
        </dd>
        {order.station && (
          <>
            <dt>{words.order.station}</dt>
            <dd>
              {inWords(order.station.name, language)}{' '}
              <a className="num" href={`tel:${order.station.phone}`}>
                {order.station.phone}
              </a>
            </dd>
          </>
        )}
        <dt>{words.ordered}</dt>
        <dd>
          {times.at(order.orderedAt)} · {words.channels[order.channel]}
          {order.kioskAt && ` · ${inWords(order.kioskAt, language)}`}
          {order.takenDownBy && ` · ${words.order.takenDownBy(order.takenDownBy)}`}
        </dd>
        {order.outcomeReason && (
          <>
            <dt>{words.order.outcome}</dt>
            <dd>{order.outcomeReason}</dd>
          </>
        )}
        {order.nextAddress && (
          <>
            <dt>{words.order.nextAddress}</dt>
            <dd>{order.nextAddress}</dd>
          </>
        )}
        {order.referredTo && (
          <>
            <dt>{words.order.referredTo}</dt>
            <dd>{inWords(order.referredTo.name, language)}</dd>
          </>
        )}
        {order.mergedInto && (
          <>
            <dt>{triageWords.mergedInto}</dt>
            <dd>
              <Link to={`/orders/${order.mergedInto}`}>{triageWords.theOther}</Link>
            </dd>
          </>
        )}
        {order.reopened > 0 && (
          <>
            <dt />
            <dd className="meta">{words.order.reopened(order.reopened)}</dd>
          </>
        )}
      </dl>
    </Part>
  );
}
