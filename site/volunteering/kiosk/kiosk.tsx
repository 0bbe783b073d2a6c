import type {
  KioskHomePageProps,
  KioskLookUpPageProps,
  KioskOrderPageProps,
  KioskServicesPageProps,
  KioskSlipPageProps,
  KioskStartPageProps,
  KioskStatusPageProps,
} from '@xiangyin/server/contract';
import type { Here } from '../../here.ts';
import { TextField } from '../../shell/fields.tsx';
import { Form, titleWithProblems } from '../../shell/form.tsx';
import type { PageHead, View } from '../../view.ts';
import { Ending } from '../ending.tsx';
import { Days } from '../order-days.tsx';
import { OrderQuestions } from '../order-form.tsx';
import { SlipFoot, SlipWords } from '../order-slip.tsx';
import { Line, Parts } from '../order-status.tsx';
import { KioskEmergencies, KioskPage, renewSeconds } from './kiosk-frame.tsx';

const shared = (here: Here): Here => ({ ...here, isShared: true });
const headOf = (title: string): PageHead => ({ title, isPrivate: true, refreshSeconds: renewSeconds });
const kept = { header: 'none', islands: ['kiosk', 'reader'] } as const;

/** The beginning: which station this is, and two things to do. */
export const kiosk: View<KioskHomePageProps> = {
  ...kept,
  head: ({ kiosk: { station } }, { t }) => headOf(`${t.volunteering.kiosk.title} · ${station.name}`),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.kiosk;
    const { station } = props.kiosk;
    return (
      <KioskPage here={here} kiosk={props.kiosk} isHome>
        <h1>{station.name}</h1>
        <nav class="kiosk-ways" aria-label={words.title}>
          <a class="kiosk-way kiosk-way-first" href={here.to('/kiosk/services')}>
            <b>{words.order}</b>
            <span>{words.orderHint}</span>
          </a>
          <a class="kiosk-way" href={here.to('/kiosk/order')}>
            <b>{words.lookUp}</b>
            <span>{words.lookUpHint}</span>
          </a>
        </nav>
        <dl class="kiosk-station">
          <div>
            <dt>{words.phone}</dt>
            <dd>{station.phone}</dd>
          </div>
          {station.hours && (
            <div>
              <dt>{words.hours}</dt>
              <dd>{station.hours}</dd>
            </div>
          )}
        </dl>
        <p class="kiosk-languages">
          {here.otherLanguages.map(({ tag, name }) => (
            <a key={tag} class="button" href={here.inLanguage(tag, '/kiosk')} lang={tag}>
              {name}
            </a>
          ))}
        </p>
      </KioskPage>
    );
  },
};

/** What can be ordered: a large field each. */
export const kioskServices: View<KioskServicesPageProps> = {
  ...kept,
  head: (_, { t }) => headOf(t.volunteering.kiosk.services),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.kiosk;
    return (
      <KioskPage here={here} kiosk={props.kiosk}>
        <h1>{words.services}</h1>
        {props.groups.length === 0 && <p class="deck">{words.none}</p>}
        {props.groups.map((group) => (
          <section key={group.key} aria-labelledby={`group-${group.key}`}>
            <h2 class="small-title" id={`group-${group.key}`}>
              {group.name}
            </h2>
            <ul class="kiosk-services">
              {group.services.map((service) => (
                <li key={service.slug}>
                  <a class="kiosk-way" href={here.to(`/kiosk/services/${service.slug}`)}>
                    <b>{service.name}</b>
                    <span>{here.t.shell.where[service.where]}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </KioskPage>
    );
  },
};

/** The order form, of which no browser keeps anything. */
export const kioskOrder: View<KioskOrderPageProps> = {
  ...kept,
  head: ({ order: { service, form } }, here) =>
    headOf(titleWithProblems(here, form, here.t.volunteering.form.title(service?.name ?? null))),
  Body: ({ props, here }) => (
    <KioskPage here={here} kiosk={props.kiosk}>
      <h1>{here.t.volunteering.form.title(props.order.service?.name ?? null)}</h1>
      {props.order.service && <p class="deck">{props.order.service.summary}</p>}
      {props.order.service?.prepare && (
        <p class="quiet">
          {here.t.volunteering.service.prepare}
          {here.colon}
          {props.order.service.prepare}
        </p>
      )}
      <OrderQuestions here={shared(here)} props={props.order} />
    </KioskPage>
  ),
};

/** What was ordered, to take along. */
export const kioskSlip: View<KioskSlipPageProps> = {
  ...kept,
  head: (_, { t }) => headOf(t.volunteering.slip.title),
  Body: ({ props, here }) => {
    const words = here.t.volunteering;
    return (
      <KioskPage here={here} kiosk={props.kiosk}>
        <div class="slip">
          <SlipWords here={here} props={props.slip} keep={words.kiosk.keep} />
          <p class="slip-ways">
            <button class="button button-wide" type="button" data-print hidden>
              {words.slip.print}
            </button>
          </p>
          <SlipFoot here={here} props={props.slip} />
        </div>
      </KioskPage>
    );
  },
};

/** Asks for the code of an order. */
export const kioskLookUp: View<KioskLookUpPageProps> = {
  ...kept,
  head: ({ form }, here) => headOf(titleWithProblems(here, form, here.t.volunteering.kiosk.lookUp)),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.kiosk;
    return (
      <KioskPage here={here} kiosk={props.kiosk}>
        <h1>{words.lookUp}</h1>
        <Form here={shared(here)} form={props.form} labels={{ code: words.code }} send={words.send}>
          <TextField
            here={shared(here)}
            form={props.form}
            name="code"
            label={words.code}
            hint={words.codeHint}
            required
            large
            help={{ maxLength: 40, autocomplete: 'off' }}
          />
        </Form>
      </KioskPage>
    );
  },
};

/** How an order goes: state only. */
export const kioskStatus: View<KioskStatusPageProps> = {
  ...kept,
  head: (_, { t }) => headOf(t.volunteering.status.eyebrow),
  Body: ({ props: { status, kiosk: around }, here }) => {
    const words = here.t.volunteering;
    return (
      <KioskPage here={here} kiosk={around}>
        <div class="order">
          <p class="kicker">{words.status.eyebrow}</p>
          <h1>{status.serviceName}</h1>
          <p class="code">{status.code}</p>
          {status.overdue && (
            <p class="overdue" role="note">
              {words.status.overdue}
            </p>
          )}
          {status.ending ? (
            <Ending here={shared(here)} props={status} ending={status.ending} />
          ) : (
            <Line here={here} props={status} />
          )}
          <Days here={here} repeats={status.repeats} />
          <Parts here={here} props={status} />
          <p>{words.kiosk.ask(status.station.phone)}</p>
          <p class="quiet">{words.status.privacy}</p>
        </div>
      </KioskPage>
    );
  },
};

/** Makes this screen a kiosk, by one touch; or says why not. */
export const kioskStart: View<KioskStartPageProps> = {
  header: 'none',
  head: (_, { t }) => ({ title: t.volunteering.kiosk.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.kiosk.begin;
    return (
      <div class="wrap page kiosk">
        <KioskEmergencies here={here} emergencies={props.emergencies} />
        {props.stationName === null ? (
          <>
            <h1>{words.noTitle}</h1>
            <p class="deck">{props.why === 'used' ? words.used : words.unknown}</p>
          </>
        ) : (
          <>
            <h1>{words.title(props.stationName)}</h1>
            <p class="deck">{words.lead}</p>
            <Form here={here} form={props.form} labels={{}} send={words.send}>
              {null}
            </Form>
          </>
        )}
      </div>
    );
  },
};
