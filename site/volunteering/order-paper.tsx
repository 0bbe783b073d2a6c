import type { OrderPaperPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Qr } from '../shell/qr.tsx';
import type { View } from '../view.ts';
import { Agreement } from './agreement.tsx';

/** A blank order for pen and paper: one sheet of A4, for those who would rather write, and for a station without a line. */
export const orderPaper: View<OrderPaperPageProps> = {
  islands: ['reader'],
  head: ({ name }, { t }) => ({ title: t.volunteering.paper.title(name), isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.paper;
    return (
      <div class="wrap page narrow paper">
        <p class="paper-publisher">{here.frame.county.publisher}</p>
        <h1>{words.title(props.name)}</h1>
        <p class="deck">{words.lead(props.station.name, props.station.phone)}</p>
        <p class="ways">
          <button class="button button-primary" type="button" data-print hidden>
            {words.print}
          </button>
          <a class="button" href={here.to(props.orderHref)}>
            {words.online}
          </a>
        </p>
        <p class="paper-emergency">
          <b>{here.t.volunteering.form.emergency}</b>{' '}
          {props.emergencies.map(({ number, name }) => (
            <span key={number}>
              <b>{number}</b> {name}
            </span>
          ))}
        </p>
        <Who here={here} props={props} />
        <When here={here} props={props} />
        <Agreed here={here} props={props} />
        <Foot here={here} props={props} />
      </div>
    );
  },
};

/** A word and a line to write on. */
function Line({ label, hint, filled }: { label: string; hint?: string; filled?: string }) {
  return (
    <p class="paper-line">
      <span class="paper-label">
        {label}
        {hint && <small> {hint}</small>}
      </span>
      <span class="paper-blank">{filled}</span>
    </p>
  );
}

function Boxes({ label, choices }: { label?: string; choices: readonly string[] }) {
  return (
    <p class="paper-boxes">
      {label && <span class="paper-label">{label}</span>}
      {choices.map((choice) => (
        <span key={choice} class="paper-box">
          {choice}
        </span>
      ))}
    </p>
  );
}

function Who({ here, props }: { here: Here; props: OrderPaperPageProps }) {
  const words = here.t.volunteering.paper;
  const form = here.t.volunteering.form;
  return (
    <section>
      <div class="paper-pair">
        <Line label={words.name} />
        <Line label={form.phone} />
      </div>
      <Boxes label={words.forWhom} choices={words.forWhoms} />
      <div class="paper-pair">
        <Line label={words.served} />
        <Boxes choices={[words.servedAgrees]} />
      </div>
      <Line label={form.place} filled={props.placeName} />
      <Line label={form.address} />
    </section>
  );
}

function When({ here, props }: { here: Here; props: OrderPaperPageProps }) {
  const words = here.t.volunteering.paper;
  const { form } = here.t.volunteering;
  const { parts } = here.t.shell;
  return (
    <section>
      <div class="paper-pair">
        <Line label={form.wishedOn} hint={words.dayHint} />
        <Boxes choices={[parts.morning, parts.afternoon, parts.evening, parts.any]} />
      </div>
      <Boxes label={form.needsTitle} choices={words.needs} />
      <Line label={form.note} />
      <p class="paper-line">
        <span class="paper-blank" />
      </p>
      <p class="paper-line">
        <span class="paper-blank" />
      </p>
      {props.prepare && (
        <p class="quiet">
          {here.t.volunteering.service.prepare}
          {here.colon}
          {props.prepare}
        </p>
      )}
    </section>
  );
}

function Agreed({ here, props }: { here: Here; props: OrderPaperPageProps }) {
  const words = here.t.volunteering.paper;
  return (
    <section class="paper-consent" aria-labelledby="consent">
      <h2 class="small-title" id="consent">
        {words.consent}
      </h2>
      <Agreement here={here} text={props.consent} original={props.consentOriginal} />
      <div class="paper-pair">
        <Line label={words.signed} />
        <Line label={words.date} />
      </div>
      <p class="meta">{words.version(props.consentVersion)}</p>
    </section>
  );
}

function Foot({ here, props }: { here: Here; props: OrderPaperPageProps }) {
  const words = here.t.volunteering.paper;
  return (
    <div class="paper-foot">
      <div>
        <p>{words.handIn(props.station.name)}</p>
        <p class="paper-phone">{words.call(props.station.phone)}</p>
        <div class="paper-pair">
          <Line label={words.code} />
          <Line label={words.clerk} />
        </div>
      </div>
      {props.qr && (
        <figure>
          <Qr code={props.qr} label={words.scan} />
          <figcaption>{words.scan}</figcaption>
        </figure>
      )}
      {props.deskQr && (
        <figure>
          <Qr code={props.deskQr} label={words.scanDesk} />
          <figcaption>{words.scanDesk}</figcaption>
        </figure>
      )}
    </div>
  );
}
