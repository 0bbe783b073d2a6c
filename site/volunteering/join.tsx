import type { JoinedPageProps, JoinPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { DayField, Option, SelectField, TextField, Tick } from '../shell/fields.tsx';
import { Form, Honeypot, titleWithProblems } from '../shell/form.tsx';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';
import { Agreement } from './agreement.tsx';
import { Boxes } from './boxes.tsx';
import { PlaceField } from './place-field.tsx';

/** Joining: which teams look for people, and the fewest questions that let somebody begin. */
export const join: View<JoinPageProps> = {
  head: ({ form }, here) => ({
    title: titleWithProblems(here, form, here.t.volunteering.join.title),
    description: here.t.volunteering.join.description,
  }),
  Body: ({ props, here }) => {
    const words = here.t.volunteering.join;
    const { phone } = here.frame.county;
    return (
      <div class="wrap page narrow">
        <h1>{words.title}</h1>
        <p class="deck">
          <Phone words={words.lead(phone)} number={phone} />
        </p>
        {props.teams.length > 0 && <Teams here={here} teams={props.teams} />}
        <Form here={here} form={props.form} labels={labelsOf(here)} send={words.send}>
          <Who here={here} props={props} />
          <Able here={here} props={props} />
          <When here={here} props={props} />
          <Minor here={here} props={props} />
          <fieldset class="group consent">
            <legend>{words.consentTitle}</legend>
            <Agreement here={here} text={props.consent} original={props.consentOriginal} />
            <Tick here={here} form={props.form} name="consent" label={words.consent} />
          </fieldset>
          <Honeypot here={here} />
        </Form>
      </div>
    );
  },
};

/** What happens next. */
export const joined: View<JoinedPageProps> = {
  head: (_, { t }) => ({
    title: t.volunteering.join.thanks,
    description: t.volunteering.join.description,
    isPrivate: true,
  }),
  Body: ({ here }) => {
    const words = here.t.volunteering.join;
    return (
      <div class="wrap page narrow">
        <h1>{words.thanks}</h1>
        <p class="deck">{words.thanksLead}</p>
        <p>{words.thanksFree}</p>
        <p>
          <a class="button" href={here.to('/')}>
            {words.home}
          </a>
        </p>
      </div>
    );
  },
};

const labelsOf = (here: Here): Record<string, string> => {
  const words = here.t.volunteering.join;
  return {
    team: words.team,
    name: words.name,
    phone: words.phone,
    place: words.place,
    from: words.from,
    to: words.to,
    within: words.within,
    bornOn: words.bornOn,
    guardianName: words.guardianName,
    guardianPhone: words.guardianPhone,
    consent: words.consentTitle,
  };
};

function Teams({ here, teams }: { here: Here; teams: JoinPageProps['teams'] }) {
  const words = here.t.volunteering.join;
  return (
    <section aria-labelledby="teams">
      <h2 class="rule" id="teams">
        {words.teams}
      </h2>
      <ul class="join-teams">
        {teams.map((team) => (
          <li key={team.id}>
            <h3>
              {team.name} <span class="quiet">{team.placeName}</span>
            </h3>
            {team.about && <p>{team.about}</p>}
            {team.skills.length > 0 && (
              <p class="quiet">
                {words.needs}
                {here.colon}
                {team.skills.join(here.frame.language === 'en' ? ', ' : '、')}
              </p>
            )}
            <a href={`${here.to('/volunteer')}?team=${team.id}#f-name`}>{words.choose}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Given {
  here: Here;
  props: JoinPageProps;
}

function Who({ here, props: { form, teams, places } }: Given) {
  const words = here.t.volunteering.join;
  return (
    <fieldset class="group">
      <legend>{words.who}</legend>
      {teams.length > 0 && (
        <SelectField here={here} form={form} name="team" label={words.team}>
          <Option form={form} name="team" value="">
            {words.anyTeam}
          </Option>
          {teams.map(({ id, name }) => (
            <Option key={id} form={form} name="team" value={id}>
              {name}
            </Option>
          ))}
        </SelectField>
      )}
      <TextField
        here={here}
        form={form}
        name="name"
        label={words.name}
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
      <PlaceField here={here} form={form} places={places} words={words} />
    </fieldset>
  );
}

function Able({ here, props: { form, skills } }: Given) {
  const words = here.t.volunteering.join;
  if (skills.length === 0) return null;
  return (
    <Boxes
      form={form}
      legend={words.skills}
      hint={words.skillsHint}
      boxes={skills.map(({ key, name }) => ({ name: `skill-${key}`, label: name }))}
    />
  );
}

const hours = Array.from({ length: 16 }, (_, at) => `${String(at + 7).padStart(2, '0')}:00`);

function When({ here, props: { form } }: Given) {
  const words = here.t.volunteering.join;
  const hour = (name: 'from' | 'to') => (
    <SelectField here={here} form={form} name={name} label={words[name]} required>
      {hours.map((value) => (
        <Option key={value} form={form} name={name} value={value}>
          {value}
        </Option>
      ))}
    </SelectField>
  );
  return (
    <fieldset class="group">
      <legend>{words.when}</legend>
      <Boxes
        form={form}
        legend={words.days}
        hint={words.daysHint}
        boxes={words.weekdays.map((label, at) => ({ name: `day-${at + 1}`, label }))}
        small
      />
      {hour('from')}
      {hour('to')}
      <TextField
        here={here}
        form={form}
        name="within"
        label={words.within}
        hint={words.withinHint}
        help={{ inputMode: 'numeric', maxLength: 3 }}
      />
    </fieldset>
  );
}

function Minor({ here, props: { form, latestBirth } }: Given) {
  const words = here.t.volunteering.join;
  return (
    <fieldset class="group">
      <legend>{words.minor}</legend>
      <p class="hint">{words.minorHint}</p>
      <DayField here={here} form={form} name="bornOn" label={words.bornOn} min="1990-01-01" max={latestBirth} />
      <TextField
        here={here}
        form={form}
        name="guardianName"
        label={words.guardianName}
        help={{ autocomplete: 'off', maxLength: 40 }}
      />
      <TextField
        here={here}
        form={form}
        name="guardianPhone"
        label={words.guardianPhone}
        type="tel"
        help={{ autocomplete: 'off', inputMode: 'tel', maxLength: 30 }}
      />
    </fieldset>
  );
}
