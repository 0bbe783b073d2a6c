import {
  answerOffer,
  backForDispatch,
  cancelNow,
  checkIn,
  checkOrder,
  closeNow,
  completeVisit,
  confirmNow,
  confirmOrder,
  dispatchOrder,
  disputeNow,
  endOpenOffers,
  failVisit,
  offersOfOrder,
  orderForUpdate,
  placeOrder,
  rateNow,
  rateOrder,
  releaseVisit,
  reopenOrder,
  serviceById,
  takeDownOrder,
  triageOrder,
  repeatOrder,
} from '#volunteering';
import type { PlacedOrder } from '#volunteering/contract';
import { placeByCode } from '#places';
import { guestActor, systemActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { countyClock, momentAt } from '../content/county-time.ts';
import type { OrderContent } from '../content/orders.ts';
import type { OrderAct, OrderActor } from '../content/order-content.ts';
import { stationFor } from '../content/people.ts';
import { placeByCode as placeContent } from '../content/places.ts';
import { serviceByKey } from '../content/services.ts';
import { chanceFrom } from '../content/random.ts';
import { coordinatorOf } from '../content/orders/course.ts';
import { wishesOf } from './order-wishes.ts';
import type { Teller } from './teller.ts';

/** Tells one order through the verbs of volunteering, each act by its person at its minute. */
export class OrderTelling {
  readonly #teller: Teller;
  readonly #tx: Tx;
  readonly #order: OrderContent;
  #id = '';
  constructor(teller: Teller, tx: Tx, order: OrderContent) {
    this.#teller = teller;
    this.#tx = tx;
    this.#order = order;
  }

  /** 点单, over the web or written down at a desk. */
  async place(): Promise<PlacedOrder> {
    const [first] = this.#order.history;
    const order = this.#order;
    this.#at(-(first?.enteredMinutesAgo ?? first?.atMinutesAgo ?? 0));
    const { zh } = { zh: order.note?.zh ?? '' };
    const contacts = [{ name: order.orderedBy.name, phone: order.orderedBy.phone, relation: 'self' as const }];
    const facts = {
      contacts,
      orderedFor: order.orderedFor,
      address: addressOf(order),
      note: zh,
      needs: [...(order.needs ?? [])],
      wishes: wishesOf(order),
      peopleServed: order.peopleServed ?? 1,
      language: 'zh-CN' as const,
      again: true,
    };
    const place = placeByCode(this.#tx, order.villageCode) ?? refuse('NotFound');
    const serviceId = this.#teller.id(`service:${order.serviceKey}`);
    const placed =
      order.takenDownBy === undefined
        ? await placeOrder(this.#tx, guestActor(`form:${order.key}`), {
            ...facts,
            service: await serviceById(this.#tx, serviceId),
            place,
            channel: 'web',
            suspect: false,
            takenDownBy: null,
          })
        : await takeDownOrder(this.#tx.ctx, await this.#actor(order.takenDownBy), {
            ...facts,
            serviceId,
            placeId: place.id,
            channel: order.channel === 'web' ? 'phone' : order.channel,
            consentRead: true,
            ...(order.channel === 'paper' ? { happenedAt: momentAt(countyClock, -(first?.atMinutesAgo ?? 0)) } : {}),
          });
    this.#id = placed.orderId;
    await this.#sayMore();
    return placed;
  }

  // The station says how urgent it is, and lets it come again.
  async #sayMore(): Promise<void> {
    const { ctx } = this.#tx;
    const { urgency, repeats, villageCode } = this.#order;
    const keeper = () => this.#actor(stationFor(villageCode).keeperKey);
    if (urgency) await triageOrder(ctx, await keeper(), this.#id, { verdict: 'urgency', urgency });
    if (repeats) await repeatOrder(ctx, await keeper(), this.#id, { rule: repeats });
  }

  /** One act after the first; `next` is the following `taken`, for whose visit an offer goes out. */
  async act(act: OrderAct, next: OrderAct | undefined): Promise<void> {
    const { ctx } = this.#tx;
    this.#at(-act.atMinutesAgo);
    switch (act.state) {
      case 'accepted':
        return this.#accept(act);
      case 'refused':
        return void (await triageOrder(ctx, await this.#by(act.by), this.#id, {
          verdict: 'refuse',
          reason: act.reason.zh,
          nextAddress: act.nextAddress.zh,
        }));
      case 'referred':
        return void (await triageOrder(ctx, await this.#by(act.by), this.#id, {
          verdict: 'refer',
          reason: act.nextAddress.zh,
          nextAddress: act.nextAddress.zh,
        }));
      case 'helped':
        return void (await triageOrder(ctx, await this.#by(act.by), this.#id, { verdict: 'help', reason: act.how.zh }));
      case 'paused':
        return void (await triageOrder(ctx, await this.#by(act.by), this.#id, {
          verdict: 'pause',
          reason: act.reason.zh,
        }));
      case 'merged':
        return void (await triageOrder(ctx, await this.#by(act.by), this.#id, {
          verdict: 'merge',
          intoId: this.#teller.id(`order:${act.into}`),
        }));
      case 'cancelled':
        return cancelNow(this.#tx, this.#orderer(), await this.#row(), { reason: act.reason.zh });
      case 'dispatched':
        return this.#dispatch(act, next);
      case 'taken':
        for (const key of act.takenBy) await this.#accepts(key);
        return;
      case 'under-way':
        return void (await checkIn(ctx, await this.#by(act.by), await this.#visitId(), {}));
      case 'done': {
        const vouched =
          act.evidence === 'organiser-attested'
            ? await this.#actor(coordinatorOf(placeContent(this.#order.villageCode)))
            : await this.#by(act.by);
        return void (await completeVisit(ctx, vouched, await this.#visitId(), {
          minutesServed: act.minutesServed,
          report: '',
          absent: [],
        }));
      }
      case 'visit-failed':
        return void (await failVisit(ctx, await this.#by(act.by), await this.#visitId(), { reason: act.reason.zh }));
      case 'confirmed': {
        const heard = { settled: act.settled?.zh, minutes: act.minutesHeard };
        if (act.by.kind === 'resident')
          return void (await confirmNow(this.#tx, this.#orderer(), await this.#row(), heard));
        return void (await confirmOrder(ctx, await this.#by(act.by), this.#id, heard));
      }
      case 'disputed':
        return void (await disputeNow(this.#tx, this.#orderer(), await this.#row(), { reason: act.reason.zh }));
      case 'rated': {
        const rating = { outcome: 'done' as const, score: act.stars, words: act.words?.zh ?? '' };
        if (act.by.kind === 'resident')
          return void (await rateNow(this.#tx, this.#orderer(), await this.#row(), rating));
        return void (await rateOrder(ctx, await this.#by(act.by), this.#id, rating));
      }
      case 'closed':
        return closeNow(this.#tx, systemActor('demonstration'), await this.#row());
      case 'submitted':
        throw new Error('an order is submitted once');
    }
  }

  // 审单; or back to where it waits for dispatch, for one reason or another.
  async #accept(act: Extract<OrderAct, { state: 'accepted' }>): Promise<void> {
    const { ctx } = this.#tx;
    const by = await this.#by(act.by);
    const row = await this.#row();
    if (row.state === 'submitted') {
      await this.#check(by);
      return void (await triageOrder(ctx, by, this.#id, { verdict: 'accept' }));
    }
    if (row.state === 'paused') return void (await triageOrder(ctx, by, this.#id, { verdict: 'resume' }));
    if (act.because === 'declined')
      return void (await answerOffer(ctx, by, await this.#offerTo(by.id), { answer: 'decline' }));
    if (act.because === 'given-back') return void (await releaseVisit(ctx, by, await this.#visitId(), {}));
    if (act.because === 'expired') {
      await endOpenOffers(this.#tx, this.#id, 'expired', by);
      return backForDispatch(this.#tx, by, this.#id, 'expired');
    }
    return void (await reopenOrder(ctx, by, this.#id, { reason: act.reason?.zh ?? '再去一趟。' }));
  }

  // 核实: what the service asks for, by whoever answers the order.
  async #check(by: Actor): Promise<void> {
    const { checks } = serviceByKey(this.#order.serviceKey);
    if (!checks) return;
    await checkOrder(this.#tx.ctx, by, this.#id, {
      checked: [...checks],
      risk: null,
      riskReason: '',
      twoNeeded: false,
    });
  }

  async #dispatch(act: Extract<OrderAct, { state: 'dispatched' }>, next: OrderAct | undefined): Promise<void> {
    const wished = this.#order.wishedWindows.find(
      ({ startsInMinutes }) => startsInMinutes > -act.atMinutesAgo,
    )?.startsInMinutes;
    const startsInMinutes = next?.state === 'taken' ? next.visit.startsInMinutes : (wished ?? 24 * 60);
    const endsInMinutes = next?.state === 'taken' ? { endsAt: momentAt(countyClock, next.visit.endsInMinutes) } : {};
    await dispatchOrder(this.#tx.ctx, await this.#by(act.by), this.#id, {
      candidates: act.offeredTo.map(({ kind, key }) => ({
        kind,
        id: this.#teller.id(kind === 'team' ? `team:${key}` : `person:${key}`),
      })),
      startsAt: momentAt(countyClock, startsInMinutes),
      ...endsInMinutes,
      expiresInMinutes: Math.max(1, act.expiresInMinutes + act.atMinutesAgo),
    });
  }

  async #accepts(key: string): Promise<void> {
    const volunteer = await this.#actor(key);
    await answerOffer(this.#tx.ctx, volunteer, await this.#offerTo(volunteer.id), { answer: 'accept' });
  }

  async #offerTo(personId: string): Promise<string> {
    const offers = await offersOfOrder(this.#tx, this.#id);
    const offer = offers.find((one) => one.state === 'open' && one.candidateIds.includes(personId));
    return offer?.id ?? refuse('OfferEnded', { order: this.#order.key });
  }

  async #visitId(): Promise<string> {
    return (await this.#row()).visitId ?? refuse('WrongState', { order: this.#order.key });
  }

  #row(): ReturnType<typeof orderForUpdate> {
    return orderForUpdate(this.#tx, this.#id);
  }

  #at(inMinutes: number): void {
    this.#teller.at(momentAt(countyClock, inMinutes));
  }

  // The resident's own word: the actor whom code and digits make.
  #orderer(): Actor {
    return guestActor(`order:${this.#id}`);
  }

  async #by(actor: OrderActor): Promise<Actor> {
    return actor.kind === 'resident'
      ? this.#orderer()
      : actor.kind === 'system'
        ? systemActor('demonstration')
        : this.#actor(actor.key);
  }

  #actor(key: string): Promise<Actor> {
    return this.#teller.actor(this.#tx, key);
  }
}

/** An invented door: no two orders need the same, and none is real. */
function addressOf({ key, villageCode }: OrderContent): string {
  const chance = chanceFrom(`door ${key}`);
  const { zh, kind } = placeContent(villageCode);
  return kind === 'community'
    ? `${zh}${chance.between(1, 40)}号楼${chance.between(1, 4)}单元${chance.between(1, 6)}0${chance.between(1, 3)}`
    : `${zh}${chance.between(1, 12)}组${chance.between(1, 90)}号`;
}
