import type { OrderRow } from '#volunteering';
import { isFromHere } from '#access';
import type { Page, PageCall } from '#platform/page';
import type { Tx } from '#platform/transaction';
import type { WalkPageProps, WalkStep } from '../page-contract.ts';
import type { OrderContent } from '../content/orders.ts';
import { leakingTap, nextAct, orderActs, orderCast, residentOf, takeOrderStep } from './order-walk.ts';
import type { OrderWalkAct } from './order-walk.ts';
import { actOf, mustBeDemonstration } from './story-walk-page.ts';
import { castWords, clockTime, onwardFrom, wordsOf } from './walk-words.ts';

/** `/demonstration/order`: from the resident's phone to the rating. */
export const orderWalkPage: Page = {
  path: '/demonstration/order',
  view: 'demonstration/walk',
  cached: false,
  async load(call) {
    mustBeDemonstration(call);
    return { props: await call.ctx.transaction((tx) => orderWalk(tx, call)) };
  },
  async submit(call) {
    mustBeDemonstration(call);
    return takeOrderStep(call, call.form['act']);
  },
};

async function orderWalk(tx: Tx, call: PageCall): Promise<WalkPageProps> {
  const say = wordsOf(call.ctx);
  const { order, code } = await leakingTap(tx);
  const isOver = order.state === 'rated' || order.state === 'closed';
  return {
    walk: 'order',
    title: say('order.title'),
    introduction: [say('order.introduction'), isFromHere(call.request) ? '' : say('only-here')].join(' ').trim(),
    steps: orderSteps(call, order, await residentOf()),
    result: isOver
      ? {
          signOffToPublicMilliseconds: null,
          change: null,
          text: say('order.result'),
          link: { href: `/orders/${code}`, label: say('order.result.link') },
        }
      : null,
    onward: onwardFrom(call.ctx, 'order'),
  };
}

function orderSteps(call: PageCall, order: OrderRow, { note, orderedBy }: OrderContent): WalkStep[] {
  const { ctx } = call;
  const say = wordsOf(ctx);
  const resident = { personName: ctx.language === 'en' ? orderedBy.nameEn : orderedBy.name, roleName: say('resident') };
  const coordinator = castWords(ctx, orderCast.dispatch);
  const volunteer = castWords(ctx, orderCast.volunteer);
  const done = (key: string, who: typeof resident, values: Record<string, string>): WalkStep => ({
    key,
    state: 'done',
    ...who,
    title: say(`order.${key}.title`),
    text: say(`order.${key}.text`, values),
    act: null,
  });
  const next = nextAct(order);
  const people: Readonly<Record<OrderWalkAct, typeof resident>> = {
    dispatch: coordinator,
    take: volunteer,
    arrive: volunteer,
    finish: volunteer,
    confirm: resident,
    rate: resident,
  };
  return [
    done('place', resident, {
      time: clockTime(ctx, order.happenedAt),
      note: (ctx.language === 'en' ? note?.en : note?.zh) ?? '',
    }),
    done('accept', coordinator, {
      name: coordinator.personName,
      time: clockTime(ctx, order.answeredAt ?? order.happenedAt),
    }),
    ...orderActs.map((act, at): WalkStep => {
      const state = next === act ? 'now' : next && at > orderActs.indexOf(next) ? 'ahead' : 'done';
      const label = say(`order.${act}.act`, { name: people[act].personName, volunteer: volunteer.personName });
      return {
        key: act,
        state,
        ...people[act],
        title: say(`order.${act}.title`),
        text: say(`order.${act}.text`),
        act: state === 'now' ? actOf(call, act, '/demonstration/order', label) : null,
      };
    }),
  ];
}
