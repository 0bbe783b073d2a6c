import type { OrderEnding, OrderStatusPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { telephone } from '../shell/phone.tsx';

// Nothing is left to do for anybody.
const isOver: ReadonlySet<OrderEnding['kind']> = new Set<OrderEnding['kind']>(['cancelled', 'helped']);

/** An order that ended without a visit: how, since when, why, and who can help instead. */
export function Ending({ here, props, ending }: { here: Here; props: OrderStatusPageProps; ending: OrderEnding }) {
  const words = here.t.volunteering.status;
  return (
    <ol class="line card">
      <li class="line-done">
        <div>
          <b>{words.steps.received.done}</b>
          <span>{here.format.nearTime(props.orderedAt)}</span>
        </div>
      </li>
      <li class={isOver.has(ending.kind) ? 'line-done' : 'line-now'} aria-current="step">
        <div>
          <b>{words.endings[ending.kind]}</b>
          <span>{here.format.nearTime(ending.at)}</span>
          {ending.reason && <p>{ending.reason}</p>}
          {ending.into && <Into here={here} into={ending.into} />}
          {ending.referredTo && (
            <p>
              {words.referredTo(ending.referredTo.name)}{' '}
              {here.isShared ? (
                ending.referredTo.phone
              ) : (
                <a class="phone" href={telephone(ending.referredTo.phone)}>
                  {ending.referredTo.phone}
                </a>
              )}
            </p>
          )}
        </div>
      </li>
    </ol>
  );
}

/** How the order stands into which it went: state only. */
function Into({ here, into }: { here: Here; into: NonNullable<OrderEnding['into']> }) {
  const words = here.t.volunteering.status;
  return (
    <p>
      {into.isSamePlace && `${words.joined.samePlace}${here.gap}`}
      {words.joined.stands(words.partStates[into.sentence])}
    </p>
  );
}
