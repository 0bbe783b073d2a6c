import { z } from 'zod';
import { inWords, placeById, placeName } from '#places';
import { fieldProblems } from '#platform/http/problem';
import type { FormCall, Page, PageAnswer, PageCall } from '#platform/page';
import { formAgain, freshForm, tryAct } from '#platform/page-form';
import type { FormState } from '#platform/page-contract';
import type { Tx } from '#platform/transaction';
import { dayAfter, onTheWall } from '../county-day.ts';
import { applyByForm } from '../join/apply.ts';
import { joinConsentKeys } from '../join/consents.ts';
import { consentSaid } from '../order/consent.ts';
import type { JoinPageProps } from '../page-contract.ts';
import { plainWords } from '../plain-words.ts';
import { termNames } from '../service/terms.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import { townsOf } from './order-form-page.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):00$/, 'expected:clock');
const fields = z.object({
  team: z.union([z.literal(''), z.uuid()]).default(''),
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(3).max(30),
  place: z.string().min(1).max(40),
  from: clock.default('09:00'),
  to: clock.default('17:00'),
  within: z.union([z.literal(''), z.coerce.number().int().min(0).max(500)]).default(''),
  bornOn: z.union([z.literal(''), z.iso.date()]).default(''),
  guardianName: z.string().trim().max(60).default(''),
  guardianPhone: z.string().trim().max(30).default(''),
  consent: z.literal('yes'),
  website: z.string().max(2_000).default(''),
});
const sameNames = Object.fromEntries(
  ['team', 'name', 'phone', 'place', 'to', 'bornOn', 'guardianName', 'guardianPhone'].map((name) => [`/${name}`, name]),
);

/** `/volunteer`: who looks for people, and the form to join, without account. */
export const joinPage: Page = {
  path: '/volunteer',
  view: 'volunteering/join',
  cached: false,
  perMinute: 30,
  query: ['team'],
  load: (call) =>
    call.ctx.transaction(async (tx) => ({
      props: await propsOf(tx, call, freshForm({ from: '09:00', to: '17:00', team: call.query['team'] ?? '' })),
    })),
  submit,
};

/** `/volunteer/thanks`: what happens next. */
export const joinedPage: Page = {
  path: '/volunteer/thanks',
  view: 'volunteering/joined',
  cached: false,
  load: async () => ({ props: {} }),
};

async function submit(call: FormCall): Promise<PageAnswer> {
  const { key: _, ...typed } = call.form;
  const again = (form: FormState, status: number): Promise<PageAnswer> =>
    call.ctx.transaction(async (tx) => ({ props: await propsOf(tx, call, form), status }));
  const parsed = fields.safeParse(typed);
  const problems = parsed.success ? timeProblems(parsed.data, typed) : formProblems(parsed.error);
  if (!parsed.success || problems.length > 0) return again(formAgain(call, call.key, typed, problems), 422);
  const { data } = parsed;
  const weekdays = ticked(typed, 'day-').map(Number);
  const tried = await tryAct(call, call.key, typed, sameNames, () =>
    applyByForm(call.ctx, call.actor, {
      teamId: data.team || null,
      name: data.name,
      phone: data.phone,
      placeCode: data.place,
      skills: ticked(typed, 'skill-'),
      availability: weekdays.length > 0 ? [{ weekdays, from: data.from, to: data.to }] : [],
      withinKm: data.within === '' ? null : data.within,
      bornOn: data.bornOn || null,
      guardianName: data.guardianName,
      guardianPhone: data.guardianPhone,
      trap: data.website,
      net: call.request.ip,
    }),
  );
  return 'done' in tried ? { redirect: '/volunteer/thanks' } : again(tried.form, tried.status);
}

/** What is behind the prefix of every box that is ticked, in order. */
const ticked = (typed: Readonly<Record<string, string>>, prefix: string): string[] =>
  Object.entries(typed)
    .flatMap(([name, value]) => (name.startsWith(prefix) && value === 'yes' ? [name.slice(prefix.length)] : []))
    .filter((key) => (prefix === 'day-' ? /^[1-7]$/.test(key) : /^[a-z][a-z0-9-]{0,60}$/.test(key)))
    .toSorted();

const timeProblems = (
  { from, to }: { from: string; to: string },
  typed: Readonly<Record<string, string>>,
): { path: string; code: string }[] =>
  to <= from && ticked(typed, 'day-').length > 0 ? [{ path: '/to', code: 'invalid_value' }] : [];

function formProblems(error: z.ZodError): ReturnType<typeof fieldProblems> {
  return fieldProblems(error, '').map((problem) => {
    if (problem.path === '/consent') return { path: '/consent', code: 'consent' };
    return problem.code === 'too_small' ? { path: problem.path, code: 'required' } : problem;
  });
}

async function propsOf(tx: Tx, call: PageCall, form: FormState): Promise<JoinPageProps> {
  const { language, county } = call.ctx;
  const names = await termNames(tx, 'skill');
  const nameOf = (key: string): string => inWords(names.get(key) ?? { 'zh-CN': key }, language);
  const teams = (await teamsOf(tx)).filter((team) => team.recruits);
  const today = onTheWall(tx.at, county.timeZone).day;
  return {
    teams: teams.map((team) => {
      const place = placeById(tx, team.placeId);
      return {
        id: team.id,
        name: inWords(team.name, language),
        about: inWords(plainWords(team.about), language),
        placeName: place ? placeName(place, language) : '',
        skills: team.skills.map(nameOf),
      };
    }),
    skills: [...names.keys()].map((key) => ({ key, name: nameOf(key) })),
    places: townsOf(tx, language),
    ...consentSaid(call.ctx, joinConsentKeys),
    latestBirth: dayAfter(today, -1),
    form,
  };
}
