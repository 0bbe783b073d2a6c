import type { ComponentChildren } from 'preact';
import type { FormState, OrderCancelPageProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { TextField } from '../shell/fields.tsx';
import { Form, titleWithProblems } from '../shell/form.tsx';
import { Phone } from '../shell/phone.tsx';
import type { PageHead } from '../view.ts';

/** The head of a page on which whoever ordered says something of their order. */
export const orderHead = (here: Here, form: FormState, title: string): PageHead => ({
  title: titleWithProblems(here, form, title),
  isPrivate: true,
});

/** Such a page: which order, what it is about, and the way back to the order's page. */
export function OrderFrame({
  here,
  words,
  about,
  deck,
  station,
  children,
}: {
  here: Here;
  words: { readonly title: string; readonly back: string };
  about: ComponentChildren;
  deck: string;
  station: OrderCancelPageProps['station'];
  children?: ComponentChildren;
}) {
  const path = (here.frame.path.split('?')[0] ?? '/').replace(/\/[a-z-]+$/, '');
  return (
    <div class="wrap page narrow">
      <p class="kicker">{about}</p>
      <h1>{words.title}</h1>
      <p class="deck">{deck}</p>
      {children}
      <p class="back">
        <a href={here.to(path)}>{words.back}</a> ·{' '}
        <Phone words={`${station.name} ${station.phone}`} number={station.phone} />
      </p>
    </div>
  );
}

/** What is said, and the last four digits of the telephone number left with the order, which say that it is the same person. */
export function OrderForm({
  here,
  form,
  labels = {},
  send,
  danger = false,
  children,
}: {
  here: Here;
  form: FormState;
  labels?: Readonly<Record<string, string>>;
  send: string;
  danger?: boolean;
  children?: ComponentChildren;
}) {
  const words = here.t.volunteering.change;
  return (
    <Form here={here} form={form} labels={{ ...labels, lastFour: words.lastFour }} send={send} danger={danger}>
      {children}
      <TextField
        here={here}
        form={form}
        name="lastFour"
        label={words.lastFour}
        hint={words.lastFourHint}
        required
        large
        help={{ autocomplete: 'off', inputMode: 'numeric', maxLength: 4 }}
      />
    </Form>
  );
}
