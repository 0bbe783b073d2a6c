import type {
  FormState,
  SubscribePageProps,
  SubscriptionChoicesPageProps,
  SubscriptionConfirmPageProps,
  SubscriptionOption,
} from '@xiangyin/server/contract';
import { langOfWords, type Here } from '../here.ts';
import { Choices, TextField } from '../shell/fields.tsx';
import { fieldId, Form, Honeypot, titleWithProblems } from '../shell/form.tsx';
import type { View } from '../view.ts';

/** Somebody asks for a newsletter; no account. */
export const subscribe: View<SubscribePageProps> = {
  head: ({ form }, here) => ({
    title: titleWithProblems(here, form, here.t.channels.subscribe.title),
    description: here.t.channels.subscribe.lead,
  }),
  Body: ({ props, here }) => {
    const words = here.t.channels.subscribe;
    return (
      <div class="wrap page narrow">
        <h1>{words.title}</h1>
        {props.done === null ? (
          <>
            <p class="deck">{words.lead}</p>
            {props.newsletters.length > 0 && <Asking here={here} props={props} />}
            {props.accounts.length > 0 && <Accounts here={here} accounts={props.accounts} />}
            <Feeds here={here} />
          </>
        ) : (
          <p class="deck">{words.done[props.done]}</p>
        )}
        <p class="back">
          <a href={here.to('/')}>{words.back}</a>
        </p>
      </div>
    );
  },
};

function Asking({ here, props }: { here: Here; props: SubscribePageProps }) {
  const words = here.t.channels.subscribe;
  const { newsletters, form } = props;
  const [only] = newsletters;
  return (
    <>
      <h2>{words.byMail}</h2>
      {newsletters.length === 1 && only && (
        <p {...langOfWords(here, `${only.name}${only.lead}`)}>
          <strong>{only.name}</strong>
          {only.lead && `${here.t.channels.subscribe.dash}${only.lead}`}
        </p>
      )}
      <Form
        here={here}
        form={form}
        labels={{ email: words.email, pace: words.pace, newsletter: words.newsletter }}
        send={words.send}
      >
        {newsletters.length === 1 ? (
          <input type="hidden" name="newsletter" value={only?.id ?? ''} />
        ) : (
          <Choices
            here={here}
            form={form}
            name="newsletter"
            label={words.newsletter}
            required
            choices={newsletters.map(({ id, name, lead }) => ({
              value: id,
              label: lead ? `${name}${words.dash}${lead}` : name,
              ...langOfWords(here, `${name}${lead}`),
            }))}
          />
        )}
        <TextField
          here={here}
          form={form}
          name="email"
          label={words.email}
          hint={words.emailHint}
          required
          help={{ autocomplete: 'email', maxLength: 200 }}
        />
        <PaceChoice here={here} form={form} />
        <What here={here} form={form} props={props} />
        <Honeypot here={here} />
        <p class="quiet">{words.privacy}</p>
      </Form>
    </>
  );
}

/** The same for whoever has an account on a server of the fediverse. */
function Accounts({ here, accounts }: { here: Here; accounts: SubscribePageProps['accounts'] }) {
  const words = here.t.channels.subscribe;
  return (
    <section class="feeds">
      <h2>{words.byAccount}</h2>
      <p>{words.accountLead}</p>
      <ul>
        {accounts.map(({ handle, name, lead }) => (
          <li key={handle}>
            <span {...langOfWords(here, `${name}${lead}`)}>
              <strong>{name}</strong>
              {lead && `${words.dash}${lead}`}
            </span>
            <code class="hash">{handle}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same without any address of theirs: for whoever has a feed reader. */
function Feeds({ here }: { here: Here }) {
  const words = here.t.channels.subscribe;
  const { sections } = here.frame;
  return (
    <section class="feeds">
      <h2>{words.byReader}</h2>
      <p>{words.readerLead}</p>
      <ul>
        <Feed
          here={here}
          title={words.everything}
          rss="/feeds/rss.xml"
          atom="/feeds/atom.xml"
          json="/feeds/feed.json"
        />
        <Feed
          here={here}
          title={words.corrections}
          rss="/feeds/corrections-rss.xml"
          atom="/feeds/corrections-atom.xml"
          json="/feeds/corrections.json"
        />
        {sections.map(({ slug, name }) => (
          <Feed
            key={slug}
            here={here}
            title={name}
            rss={`/sections/${slug}/rss.xml`}
            atom={`/sections/${slug}/atom.xml`}
            json={`/sections/${slug}/feed.json`}
          />
        ))}
      </ul>
      <p class="quiet">{words.moreFeeds}</p>
      <p class="quiet">
        {words.forPrograms} <a href="/api/docs">{words.apiDocs}</a>
      </p>
    </section>
  );
}

function Feed({
  here,
  title,
  rss,
  atom,
  json,
}: {
  here: Here;
  title: string;
  rss: string;
  atom: string;
  json: string;
}) {
  return (
    <li>
      <strong>{title}</strong>
      <span>
        <a href={here.to(rss)}>RSS</a> <a href={here.to(atom)}>Atom</a> <a href={here.to(json)}>JSON</a>
      </span>
    </li>
  );
}

function PaceChoice({ here, form }: { here: Here; form: FormState }) {
  const words = here.t.channels.subscribe;
  return (
    <Choices
      here={here}
      form={form}
      name="pace"
      label={words.pace}
      required
      choices={(['daily', 'weekly', 'instant'] as const).map((value) => ({ value, label: words.paces[value] }))}
    />
  );
}

/** Which sections and places: nothing ticked is everything. */
function What({
  here,
  form,
  props: { sections, places },
}: {
  here: Here;
  form: FormState;
  props: { sections: readonly SubscriptionOption[]; places: readonly SubscriptionOption[] };
}) {
  const words = here.t.channels.subscribe;
  return (
    <>
      {sections.length > 1 && (
        <Ticks here={here} form={form} kind="section" legend={words.sections} options={sections} />
      )}
      {places.length > 1 && <Ticks here={here} form={form} kind="place" legend={words.places} options={places} />}
    </>
  );
}

function Ticks({
  here,
  form,
  kind,
  legend,
  options,
}: {
  here: Here;
  form: FormState;
  kind: 'section' | 'place';
  legend: string;
  options: readonly SubscriptionOption[];
}) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <p class="hint">{here.t.channels.subscribe.noneIsAll}</p>
      <div class="choices">
        {options.map(({ id, name }) => (
          <label key={id} class="choice" for={fieldId(`${kind}-${id}`)}>
            <input
              type="checkbox"
              id={fieldId(`${kind}-${id}`)}
              name={`${kind}-${id}`}
              value="yes"
              checked={form.values[`${kind}-${id}`] === 'yes'}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** From the letter that asks back: one button. */
export const subscriptionConfirm: View<SubscriptionConfirmPageProps> = {
  head: (_, { t }) => ({ title: t.channels.subscribe.confirmTitle, isPrivate: true }),
  Body: ({ props: { newsletter, form }, here }) => {
    const words = here.t.channels.subscribe;
    if (newsletter === null) return <NotHeld here={here} title={words.confirmTitle} lead={words.confirmOver} />;
    return (
      <div class="wrap page narrow">
        <h1>{words.confirmTitle}</h1>
        <p class="deck">{words.confirmLead(newsletter)}</p>
        <Form here={here} form={form} labels={{}} send={words.confirm}>
          <></>
        </Form>
      </div>
    );
  },
};

/** An address from a letter by which nobody is written to any more, and the way to subscribe. */
function NotHeld({ here, title, lead }: { here: Here; title: string; lead: string }) {
  return (
    <div class="wrap page narrow">
      <h1>{title}</h1>
      <p class="deck">{lead}</p>
      <p class="ways">
        <a class="button button-primary" href={here.to('/subscribe')}>
          {here.t.channels.subscribe.again}
        </a>
      </p>
    </div>
  );
}

/** What somebody gets, and the way out. */
export const subscriptionChoices: View<SubscriptionChoicesPageProps> = {
  head: ({ form }, here) => ({
    title: titleWithProblems(here, form, here.t.channels.subscribe.choicesTitle),
    isPrivate: true,
  }),
  Body: ({ props, here }) => {
    const words = here.t.channels.subscribe;
    const { form, leaving, done, newsletter, email } = props;
    if (done === 'gone') return <NotHeld here={here} title={words.choicesTitle} lead={words.choicesOver} />;
    return (
      <div class="wrap page narrow">
        <h1>{words.choicesTitle}</h1>
        {done && (
          <p class="deck">
            <output>{words.choicesDone[done]}</output>
          </p>
        )}
        <p>{words.choicesOf(newsletter, email)}</p>
        <Form here={here} form={form} labels={{ pace: words.pace }} send={words.save}>
          <PaceChoice here={here} form={form} />
          <What here={here} form={form} props={props} />
        </Form>
        <h2>{words.leaveTitle}</h2>
        <p class="quiet">{words.leaveLead}</p>
        <Form here={here} form={leaving} labels={{}} send={words.leave} danger>
          <input type="hidden" name="leave" value="yes" />
        </Form>
      </div>
    );
  },
};
