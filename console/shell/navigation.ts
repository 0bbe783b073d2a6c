import type { SameWords } from '../kit/texts.ts';
import type { shellTexts } from './shell-texts.ts';

type ShellWords = SameWords<(typeof shellTexts)['zh-CN']>;

/** An entry of the navigation; shown to whoever holds one of the abilities somewhere. */
export interface Way {
  readonly name: keyof ShellWords['nav'];
  readonly to: string;
  /** None: for everybody. */
  readonly abilities: readonly string[];
}

/** The navigation: what is at hand every day first, what is arranged once after it. */
export const ways: readonly { readonly group: keyof ShellWords['groups']; readonly entries: readonly Way[] }[] = [
  {
    group: 'mine',
    entries: [
      { name: 'work', to: '/', abilities: [] },
      { name: 'offers', to: '/offers', abilities: ['offer.answer'] },
    ],
  },
  {
    group: 'newsroom',
    entries: [
      { name: 'plan', to: '/plan', abilities: ['idea.list'] },
      { name: 'submissions', to: '/submissions', abilities: ['submission.decide'] },
      { name: 'stories', to: '/stories', abilities: ['story.list', 'story.write'] },
      { name: 'adoptions', to: '/adoptions', abilities: ['adoption.list', 'point-table.read'] },
      { name: 'reports', to: '/error-reports', abilities: ['error-report.list'] },
      { name: 'front', to: '/front', abilities: ['front.arrange'] },
      { name: 'releases', to: '/releases', abilities: ['release.see'] },
      { name: 'copies', to: '/copies', abilities: ['copy.list'] },
    ],
  },
  {
    group: 'library',
    entries: [
      { name: 'pictures', to: '/pictures', abilities: ['picture.list'] },
      { name: 'materials', to: '/materials', abilities: ['material.list', 'upload.send'] },
    ],
  },
  {
    group: 'rules',
    entries: [
      { name: 'roster', to: '/roster', abilities: ['duty.see'] },
      { name: 'sections', to: '/sections', abilities: ['section.arrange'] },
      { name: 'tags', to: '/tags', abilities: ['tag.add'] },
      { name: 'series', to: '/series', abilities: ['series.arrange'] },
      { name: 'chains', to: '/chains', abilities: ['chain.arrange'] },
      { name: 'lexicon', to: '/lexicon', abilities: ['lexicon.write'] },
      { name: 'channels', to: '/channels', abilities: ['channel.list'] },
      { name: 'mailbox', to: '/mailbox', abilities: ['mailbox.read'] },
      { name: 'inspections', to: '/inspections', abilities: ['inspection.draw'] },
    ],
  },
  {
    group: 'volunteering',
    entries: [
      { name: 'orders', to: '/orders', abilities: ['order.list'] },
      { name: 'visitAlarms', to: '/visit-alarms', abilities: ['visit.end-alarm'] },
      { name: 'callBacks', to: '/call-backs', abilities: ['call-back.list'] },
      { name: 'incidents', to: '/incidents', abilities: ['incident.read'] },
      { name: 'dispatchPlans', to: '/dispatch-plans', abilities: ['dispatch-plan.list'] },
      { name: 'rosters', to: '/rosters', abilities: ['offer.propose'] },
      { name: 'services', to: '/services', abilities: ['service.write', 'order.list'] },
      { name: 'limits', to: '/limits', abilities: ['limit.write'] },
      { name: 'terms', to: '/service-terms', abilities: ['service.write'] },
      { name: 'volunteers', to: '/volunteers', abilities: ['volunteer.list'] },
      { name: 'applications', to: '/applications', abilities: ['application.read'] },
      { name: 'claims', to: '/licence-claims', abilities: ['volunteer.write'] },
      { name: 'teams', to: '/teams', abilities: ['team.list'] },
      { name: 'gatherings', to: '/gatherings', abilities: ['gathering.list'] },
      { name: 'hours', to: '/hours', abilities: ['hours.list', 'offer.answer'] },
      { name: 'certificates', to: '/certificates', abilities: ['certificate.list', 'certificate.ask'] },
      { name: 'stations', to: '/stations', abilities: ['station.list', 'station.open'] },
    ],
  },
  {
    group: 'desk',
    entries: [
      { name: 'people', to: '/people', abilities: ['person.see', 'grant.see'] },
      { name: 'units', to: '/units', abilities: ['unit.see'] },
      { name: 'places', to: '/places', abilities: [] },
      { name: 'noticeHooks', to: '/notice-hooks', abilities: ['notice-hook.list'] },
      { name: 'apiKeys', to: '/api-keys', abilities: ['api-key.read'] },
      { name: 'audit', to: '/audit', abilities: ['audit.read'] },
      { name: 'jobs', to: '/jobs', abilities: ['job.read'] },
      { name: 'measurements', to: '/measurements', abilities: ['measurement.read'] },
      { name: 'settings', to: '/settings', abilities: ['setting.read'] },
    ],
  },
];

/** What people begin many times a day, wherever they are: offered with the pages when somebody asks where to go. */
export const acts = [
  { name: 'writeStory', to: '/stories/new', ability: 'story.write' },
  { name: 'takeDownOrder', to: '/orders/new', ability: 'order.take-down' },
] as const satisfies readonly { name: keyof ShellWords['acts']; to: string; ability: string }[];

/** What this person's navigation holds; groups without an entry are left out. */
export function waysFor(held: readonly string[]): typeof ways {
  const shown = ways.map(({ group, entries }) => ({
    group,
    entries: entries.filter(
      (way) => way.abilities.length === 0 || way.abilities.some((ability) => held.includes(ability)),
    ),
  }));
  return shown.filter(({ entries }) => entries.length > 0);
}
