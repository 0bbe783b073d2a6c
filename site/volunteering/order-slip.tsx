import type { OrderSlipPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { PhoneOfButton, telephone } from '../shell/phone.tsx';
import { Qr } from '../shell/qr.tsx';
import type { View } from '../view.ts';
import { Days } from './order-days.tsx';
import { wishesWords } from './wish.ts';

/** After ordering: what happens next, by when, whom to call, how to cancel. On paper a slip of A6. */
export const orderSlip: View<OrderSlipPageProps> = {
  islands: ['reader'],
  head: (_, { t }) => ({ title: t.volunteering.slip.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.slip;
    return (
      <div class="wrap page narrow slip">
        <SlipWords here={here} props={props} keep={words.keep} />
        <p class="slip-station">
          <a class="button button-primary button-wide" href={telephone(props.station.phone)}>
            <PhoneOfButton words={words.call(props.station.phone)} number={props.station.phone} />
          </a>
        </p>
        <p class="ways slip-ways">
          <a class="button" href={here.to(props.statusHref)}>
            {words.status}
          </a>
          <button class="button" type="button" data-print hidden>
            {words.print}
          </button>
        </p>
        <SlipFoot here={here} props={props} />
      </div>
    );
  },
};

/** What has been ordered, its code, what comes next and the words for the door. */
export function SlipWords({ here, props, keep }: { here: Here; props: OrderSlipPageProps; keep: string }) {
  const words = here.t.volunteering.slip;
  return (
    <>
      <p class="slip-publisher">{here.frame.county.publisher}</p>
      <h1>{words.title}</h1>
      <p class="deck">{words.lead(props.serviceName, props.placeName)}</p>
      <div class="slip-code">
        <p class="meta">{words.code}</p>
        <p class="code">{props.code}</p>
        <p class="meta slip-keep">{keep}</p>
      </div>
      <Next here={here} props={props} />
      <Days here={here} repeats={props.repeats} plain />
      {props.passphrase && (
        <div class="passphrase">
          <p>{words.passphrase}</p>
          <p class="passphrase-word">{props.passphrase}</p>
          <p>{words.passphraseNote}</p>
          {props.reply && (
            <>
              <p>{words.reply}</p>
              <p class="passphrase-word">{props.reply}</p>
            </>
          )}
        </div>
      )}
    </>
  );
}

/** How to follow and to cancel it. */
export function SlipFoot({ here, props }: { here: Here; props: OrderSlipPageProps }) {
  const words = here.t.volunteering.slip;
  return (
    <div class="slip-foot">
      {props.qr && (
        <figure>
          <Qr code={props.qr} label={here.t.shell.qrAlt} />
          <figcaption>{words.scan}</figcaption>
        </figure>
      )}
      <div>
        <h2 class="small-title">{words.cancel}</h2>
        <p>{words.cancelText}</p>
        <p class="meta slip-address">
          {here.frame.origin}
          {here.to(props.statusHref)}
        </p>
      </div>
    </div>
  );
}

function Next({ here, props }: { here: Here; props: OrderSlipPageProps }) {
  const words = here.t.volunteering.slip;
  const steps = [
    words.answer(here.format.nearTime(props.answerBy), props.station.name),
    words.arrange,
    props.passphrase === null ? words.come : words.comePassphrase,
    words.after,
  ];
  return (
    <section aria-labelledby="next">
      <h2 class="small-title" id="next">
        {words.next}
      </h2>
      <ol class="next">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="meta">{words.wish(wishesWords(here, props.wishes))}</p>
    </section>
  );
}
