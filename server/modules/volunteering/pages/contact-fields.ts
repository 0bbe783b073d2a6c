import { z } from 'zod';
import type { FieldProblem } from '#platform/refuse';
import type { Contact } from '../contract.ts';

const purposes = ['booked', 'arrived', 'done'] as const;
const numbers = ['2', '3'] as const;

const name = z.string().trim().max(60).default('');
const phone = z.string().trim().max(30).default('');
const ticked = z.literal('yes').optional();

/** Up to two people beside whoever orders: `contactName2`, `contactPhone2` and a box for each that the person served agrees to, `told2-booked`, `told2-arrived`, `told2-done`; the same with 3; and that all agree, `contactsAgree`. */
export const contactFields = {
  contactName2: name,
  contactPhone2: phone,
  contactName3: name,
  contactPhone3: phone,
  contactsAgree: ticked,
  ...Object.fromEntries(numbers.flatMap((number) => purposes.map((purpose) => [`told${number}-${purpose}`, ticked]))),
};

interface Typed {
  readonly contactName2: string;
  readonly contactPhone2: string;
  readonly contactName3: string;
  readonly contactPhone3: string;
  readonly contactsAgree?: 'yes' | undefined;
}

interface Other {
  readonly number: '2' | '3';
  readonly name: string;
  readonly phone: string;
  readonly told: (typeof purposes)[number][];
}

function othersIn(typed: Typed & Readonly<Record<string, unknown>>): Other[] {
  return numbers
    .map((number) => ({
      number,
      name: typed[`contactName${number}`],
      phone: typed[`contactPhone${number}`],
      told: purposes.filter((purpose) => typed[`told${number}-${purpose}`] === 'yes'),
    }))
    .filter((one) => one.name !== '' || one.phone !== '' || one.told.length > 0);
}

/** Those who were named, each told by SMS what was ticked and nothing else: who comes and when, never how it goes; changing and cancelling stays with whoever ordered. */
export const contactsIn = (typed: Typed & Readonly<Record<string, unknown>>): Contact[] =>
  othersIn(typed).map(({ name: called, phone: number, told }) => ({
    name: called,
    phone: number,
    relation: 'other',
    told: ['visit'],
    notices: { channel: 'sms', purposes: told },
  }));

/** What is missing of them. */
export function contactProblems(typed: Typed & Readonly<Record<string, unknown>>): FieldProblem[] {
  const others = othersIn(typed);
  return [
    ...others.flatMap(({ number, name: called, phone: rung, told }) => [
      ...(called === '' ? [{ path: `/contactName${number}`, code: 'required' }] : []),
      ...(rung === '' ? [{ path: `/contactPhone${number}`, code: 'required' }] : []),
      ...(told.length === 0 ? [{ path: `/told${number}-booked`, code: 'contact_told' }] : []),
    ]),
    ...(others.length > 0 && !typed.contactsAgree ? [{ path: '/contactsAgree', code: 'contacts_agree' }] : []),
  ];
}

/** Path in a refusal → name of the form's field: the second contact may have been typed as the third. */
export const contactFieldOf = (typed: Typed & Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(othersIn(typed).map(({ number }, at) => [`/contacts/${at + 1}/phone`, `contactPhone${number}`]));
