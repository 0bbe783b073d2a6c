import type { App } from '#platform/app';
import { countyOptions, newCounty } from '../../new-county.ts';
import { addressIn, administratorIn, mailIn, placesIn, providerIn, smsIn } from '../start-request.ts';
import type { Flags } from '../start-request.ts';

/** A field of a step, under the option's own name. */
export interface Field {
  readonly option: string;
  readonly kind: 'text' | 'secret' | 'email' | 'tel' | 'choice' | 'file';
  readonly optional?: true;
  readonly choices?: readonly string[];
  /** What stands there at first. */
  readonly first?: string;
}

/** A page of the screen: what it asks, and how that is checked before the next. */
export interface ScreenStep {
  readonly name: 'customs' | 'county' | 'places' | 'address' | 'mail' | 'provider' | 'administrator' | 'review';
  fields(flags: Flags, app: App): readonly Field[];
  /** Throws CountyProblem. */
  check(flags: Flags, app: App): unknown;
  /** What can be tried here before anything is done. */
  readonly trials: readonly ('mail' | 'sms' | 'provider')[];
}

const speaks = (flags: Flags, language: string): boolean =>
  String(flags['languages'] ?? '')
    .split(',')
    .includes(language);
const isChina = (flags: Flags): boolean => flags['pack'] === 'cn';
const nothing = (): void => undefined;

/** The options that describe a county, with what the address would give; for a check of these alone. */
const describing = (flags: Flags): Flags =>
  Object.fromEntries(Object.entries(flags).filter(([name]) => countyOptions.includes(name)));
/** The county as far as it is described. Throws CountyProblem. */
export const countySoFar = (flags: Flags) => newCounty(describing(flags), 'http://localhost');

/** The pages in their order. */
export const screenSteps: readonly ScreenStep[] = [
  {
    name: 'customs',
    fields: () => [
      { option: 'pack', kind: 'choice', choices: ['cn', 'generic'], first: 'cn' },
      { option: 'languages', kind: 'choice', choices: ['zh-CN,en', 'zh-CN', 'en,zh-CN', 'en'], first: 'zh-CN,en' },
    ],
    check: nothing,
    trials: [],
  },
  {
    name: 'county',
    fields: (flags) => [
      ...inLanguages(flags, 'name'),
      ...inLanguages(flags, 'publisher'),
      { option: 'phone', kind: 'tel' },
      { option: 'slug', kind: 'text' },
      {
        option: 'time-zone',
        kind: 'text',
        first: isChina(flags) ? 'Asia/Shanghai' : Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      ...(isChina(flags) ? [] : [{ option: 'emergencies', kind: 'text', optional: true } as const]),
    ],
    check: (flags) => countySoFar(without(flags, ['levels'])),
    trials: [],
  },
  {
    name: 'places',
    fields: (flags) =>
      isChina(flags)
        ? [
            { option: 'division', kind: 'text', optional: true },
            { option: 'places', kind: 'file', optional: true },
          ]
        : [
            { option: 'places', kind: 'file' },
            { option: 'levels', kind: 'text', optional: true },
          ],
    check: (flags, app) => placesIn(flags, countySoFar(flags), app),
    trials: [],
  },
  {
    name: 'address',
    fields: (_flags, { settings }) => [{ option: 'address', kind: 'text', first: settings.publicAddress }],
    check: addressIn,
    trials: [],
  },
  {
    name: 'mail',
    fields: () => [
      { option: 'smtp-url', kind: 'secret', optional: true },
      { option: 'smtp-from', kind: 'text', optional: true },
      { option: 'test-mail', kind: 'email', optional: true },
      { option: 'sms-url', kind: 'secret', optional: true },
      { option: 'sms-from', kind: 'text', optional: true },
      { option: 'test-sms', kind: 'tel', optional: true },
    ],
    check: async (flags) => {
      await mailIn(flags);
      await smsIn(flags);
    },
    trials: ['mail', 'sms'],
  },
  {
    name: 'provider',
    fields: () => [
      { option: 'oidc-issuer', kind: 'text', optional: true },
      { option: 'oidc-client-id', kind: 'text', optional: true },
      { option: 'oidc-client-secret', kind: 'secret', optional: true },
      { option: 'oidc-name', kind: 'text', optional: true },
    ],
    check: providerIn,
    trials: ['provider'],
  },
  {
    name: 'administrator',
    fields: () => [
      { option: 'admin-name', kind: 'text' },
      { option: 'admin-login', kind: 'text' },
    ],
    check: administratorIn,
    trials: [],
  },
  { name: 'review', fields: () => [], check: nothing, trials: [] },
];

const inLanguages = (flags: Flags, what: 'name' | 'publisher'): Field[] => [
  ...(speaks(flags, 'zh-CN') ? [{ option: `${what}-zh`, kind: 'text' } as const] : []),
  ...(speaks(flags, 'en') ? [{ option: `${what}-en`, kind: 'text' } as const] : []),
];

/** The options but these. */
export const without = (flags: Flags, names: readonly string[]): Flags =>
  Object.fromEntries(Object.entries(flags).filter(([name]) => !names.includes(name)));
