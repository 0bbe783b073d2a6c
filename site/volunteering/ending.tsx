import type { OrderEnding, OrderStatusPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { telephone } from '../shell/phone.tsx';

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
      <li class={ending.kind === 'cancelled' ? 'line-done' : 'line-now'} aria-current="step">
        <div>
          <b>{words.endings[ending.kind]}</b>
          <span>{here.format.nearTime(ending.at)}</span>
          {ending.reason && <p>{ending.reason}</p>}
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
