import { z } from 'zod';
import { need, noticePurpose } from '../contract.ts';
import type { Contact, Need, Wish } from '../contract.ts';

const wishedOn = z.union([z.literal(''), z.iso.date()]).default('');
const wishedPart = z.enum(['any', 'morning', 'afternoon', 'evening']).default('any');

/** Up to three times, best first, as a form without script sends them: `wishedOn`, `wishedPart`, then `wishedOn2` … `wishedPart3`. */
export const wishFields = {
  wishedOn,
  wishedPart,
  wishedOn2: wishedOn,
  wishedPart2: wishedPart,
  wishedOn3: wishedOn,
  wishedPart3: wishedPart,
};

/** Path in a refusal → name of the form's field. */
export const wishFieldOf: Readonly<Record<string, string>> = {
  '/wishes/0/on': 'wishedOn',
  '/wishes/1/on': 'wishedOn2',
  '/wishes/2/on': 'wishedOn3',
};

interface Wished {
  wishedOn: string;
  wishedPart: Wish['part'];
  wishedOn2: string;
  wishedPart2: Wish['part'];
  wishedOn3: string;
  wishedPart3: Wish['part'];
}

/** The wishes that were typed: the first always, a further one only with a day. */
export function wishesOf(typed: Wished): Wish[] {
  const further: Wish[] = [
    { on: typed.wishedOn2 || null, part: typed.wishedPart2 },
    { on: typed.wishedOn3 || null, part: typed.wishedPart3 },
  ];
  return [{ on: typed.wishedOn || null, part: typed.wishedPart }, ...further.filter((wish) => wish.on !== null)];
}

/** The same as the form shows them again. */
export function typedWishes(wishes: readonly Wish[]): Record<string, string> {
  return Object.fromEntries(
    wishes.slice(0, 3).flatMap(({ on, part }, at) => {
      const number = at === 0 ? '' : String(at + 1);
      return [
        [`wishedOn${number}`, on ?? ''],
        [`wishedPart${number}`, part],
      ];
    }),
  );
}

const ticked = z.literal('yes').optional();

/** A box for each need: `need-hearing`. */
export const needFields = Object.fromEntries(need.options.map((one) => [`need-${one}`, ticked]));

/** Those that are ticked. */
export const needsOf = (typed: Readonly<Record<string, unknown>>): Need[] =>
  need.options.filter((one) => typed[`need-${one}`] === 'yes');

/** How whoever orders wishes to be told: `notify` `none`, `sms` or `email` with `email`. */
export const noticeFields = {
  notify: z.enum(['none', 'sms', 'email']).default('none'),
  email: z.union([z.literal(''), z.string().trim().pipe(z.email().max(200))]).default(''),
};

/** What they chose, for every purpose: it is their own order. */
export const noticesOf = (typed: { notify: 'none' | 'sms' | 'email'; email: string }): Contact['notices'] =>
  typed.notify === 'none'
    ? undefined
    : {
        channel: typed.notify,
        purposes: [...noticePurpose.options],
        ...(typed.notify === 'email' ? { email: typed.email } : {}),
      };
