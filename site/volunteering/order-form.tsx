import type { OrderFormPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Option, SelectField, TextArea, TextField, Tick } from '../shell/fields.tsx';
import { Form, Honeypot, titleWithProblems } from '../shell/form.tsx';
import { Phone, telephone } from '../shell/phone.tsx';
import type { View } from '../view.ts';
import { Agreement } from './agreement.tsx';
import { Boxes } from './boxes.tsx';
import { OtherPeople, otherPeopleLabels } from './other-people.tsx';
import { PlaceField } from './place-field.tsx';
import { Repeat, repeatLabels } from './repeat.tsx';
import { TellMe } from './tell-me.tsx';
import { When, whenLabels } from './when.tsx';

/** 点单: emergency numbers first, then the fewest questions that let somebody come. */
export const orderForm: View<OrderFormPageProps> = {
  head: ({ service, form }, here) => ({
    title: titleWithProblems(here, form, here.t.volunteering.form.title(service?.name ?? null)),
    description: here.t.volunteering.form.description,
    isPrivate: true,
  }),
  Body: ({ props, here }) => {
    const { t, frame } = here;
    const words = t.volunteering.form;
    return (
      <div class="wrap page narrow">
        <Emergencies here={here} emergencies={props.emergencies} />
        <h1>{words.title(props.service?.name ?? null)}</h1>
        {props.service ? <p class="deck">{props.service.summary}</p> : <p class="deck">{words.description}</p>}
        {props.service?.prepare && (
          <p class="quiet">
            {t.volunteering.service.prepare}
            {here.colon}
            {props.service.prepare}
          </p>
        )}
        <OrderQuestions here={here} props={props} />
        <p class="back">
          {words.or} <Phone words={words.orCall(frame.county.phone)} number={frame.county.phone} />
        </p>
      </div>
    );
  },
};

/** The form itself, here and at a station's kiosk. */
export function OrderQuestions({ here, props }: { here: Here; props: OrderFormPageProps }) {
  const words = here.t.volunteering.form;
  const labels = {
    service: words.service,
    name: words.name,
    phone: words.phone,
    forWhom: words.forWhom,
    servedName: words.servedName,
    servedAgrees: words.forWhom,
    place: words.place,
    address: words.address,
    ...whenLabels(here),
    ...repeatLabels(here),
    people: words.people,
    note: words.note,
    notify: words.tell.how,
    email: words.tell.address,
    ...otherPeopleLabels(here),
    consent: words.consentTitle,
  };
  return (
    <Form here={here} form={props.form} labels={labels} send={words.send}>
      <What here={here} props={props} />
      <Who here={here} props={props} />
      <Where here={here} props={props} />
      <How here={here} props={props} />
      <TellMe here={here} form={props.form}>
        <OtherPeople here={here} form={props.form} />
      </TellMe>
      <Consent here={here} props={props} />
      <Honeypot here={here} />
    </Form>
  );
}

function Emergencies({ here, emergencies }: { here: Here; emergencies: OrderFormPageProps['emergencies'] }) {
  const words = here.t.volunteering.form;
  return (
    <aside class="emergency" aria-label={words.emergency}>
      <p>
        <b>{words.emergency}</b>
      </p>
      <ul>
        {emergencies.map(({ number, name }) => (
          <li key={number}>
            <a href={telephone(number)}>
              <b>{number}</b> {name}
            </a>
          </li>
        ))}
      </ul>
      <p class="emergency-end">{words.emergencyEnd}</p>
    </aside>
  );
}

function What({ here, props: { service, services, form } }: { here: Here; props: OrderFormPageProps }) {
  const words = here.t.volunteering.form;
  if (service) return <input type="hidden" name="service" value={service.slug} />;
  const groups = Map.groupBy(services, ({ groupName }) => groupName);
  return (
    <SelectField here={here} form={form} name="service" label={words.service} required>
      <Option form={form} name="service" value="">
        {words.serviceChoose}
      </Option>
      {[...groups].map(([groupName, members]) => (
        <optgroup key={groupName} label={groupName}>
          {members.map(({ slug, name }) => (
            <Option key={slug} form={form} name="service" value={slug}>
              {name}
            </Option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function Who({ here, props: { form } }: { here: Here; props: OrderFormPageProps }) {
  const words = here.t.volunteering.form;
  return (
    <fieldset class="group">
      <legend>{words.who}</legend>
      <TextField
        here={here}
        form={form}
        name="name"
        label={words.name}
        hint={words.nameHint}
        required
        help={{ autocomplete: 'name', maxLength: 40 }}
      />
      <TextField
        here={here}
        form={form}
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        required
        type="tel"
        help={{ autocomplete: 'tel', inputMode: 'tel', maxLength: 30 }}
      />
      <ForWhom here={here} form={form} />
    </fieldset>
  );
}

/** Who is helped: what is asked of somebody else stands there only where somebody else was chosen. */
function ForWhom({ here, form }: { here: Here; form: OrderFormPageProps['form'] }) {
  const words = here.t.volunteering.form;
  return (
    <div class="for-whom">
      <SelectField here={here} form={form} name="forWhom" label={words.forWhom} required>
        {Object.entries(words.forWhoms).map(([value, label]) => (
          <Option key={value} form={form} name="forWhom" value={value}>
            {label}
          </Option>
        ))}
      </SelectField>
      <div class="served">
        <TextField
          here={here}
          form={form}
          name="servedName"
          label={words.servedName}
          hint={words.servedNameHint}
          sometimes
          help={{ autocomplete: 'off', maxLength: 60 }}
        />
        <Tick here={here} form={form} name="servedAgrees" label={words.servedAgrees} sometimes />
      </div>
    </div>
  );
}

function Where({ here, props: { form, places, service } }: { here: Here; props: OrderFormPageProps }) {
  const words = here.t.volunteering.form;
  return (
    <fieldset class="group">
      <legend>{words.whereTitle}</legend>
      <PlaceField here={here} form={form} places={places} words={words} />
      <TextField
        here={here}
        form={form}
        name="address"
        label={words.address}
        hint={words.addressHint}
        required={service?.where === 'home'}
        help={{ autocomplete: 'street-address', maxLength: 200 }}
      />
    </fieldset>
  );
}

function How({ here, props }: { here: Here; props: OrderFormPageProps }) {
  const { form, earliestOn, latestOn, service } = props;
  const words = here.t.volunteering.form;
  const boxes = Object.entries(words.needs).map(([key, label]) => ({ name: `need-${key}`, label }));
  return (
    <fieldset class="group">
      <legend>{words.when}</legend>
      <When here={here} form={form} earliestOn={earliestOn} latestOn={latestOn} />
      <Repeat here={here} props={props} />
      {service && service.groupUpTo > 1 && (
        <TextField
          here={here}
          form={form}
          name="people"
          label={words.people}
          hint={words.peopleHint(service.groupUpTo)}
          help={{ inputMode: 'numeric', maxLength: 3, autocomplete: 'off' }}
        />
      )}
      <Boxes form={form} legend={words.needsTitle} hint={words.needsHint} boxes={boxes} />
      <TextArea here={here} form={form} name="note" label={words.note} hint={words.noteHint} maxLength={1000} />
    </fieldset>
  );
}

function Consent({ here, props: { form, consent, consentOriginal } }: { here: Here; props: OrderFormPageProps }) {
  const words = here.t.volunteering.form;
  return (
    <fieldset class="group consent">
      <legend>{words.consentTitle}</legend>
      <Agreement here={here} text={consent} original={consentOriginal} />
      <Tick here={here} form={form} name="consent" label={words.consent} />
    </fieldset>
  );
}
