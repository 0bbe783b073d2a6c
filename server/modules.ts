import type { Manifest } from '#platform/manifest';
import { access } from './modules/access/module.ts';
import { alerts } from './modules/alerts/module.ts';
import { audience } from './modules/audience/module.ts';
import { broadcast } from './modules/broadcast/module.ts';
import { channels } from './modules/channels/module.ts';
import { culture } from './modules/culture/module.ts';
import { demonstration } from './modules/demonstration/module.ts';
import { learning } from './modules/learning/module.ts';
import { media } from './modules/media/module.ts';
import { newsroom } from './modules/newsroom/module.ts';
import { notices } from './modules/notices/module.ts';
import { operations } from './modules/operations/module.ts';
import { people } from './modules/people/module.ts';
import { places } from './modules/places/module.ts';
import { plans } from './modules/plans/module.ts';
import { portal } from './modules/portal/module.ts';
import { recognition } from './modules/recognition/module.ts';
import { reports } from './modules/reports/module.ts';
import { stations } from './modules/stations/module.ts';
import { volunteering } from './modules/volunteering/module.ts';

/** The order of the modules IS the import rule: a module may import only those above it. */
export const moduleNames = [
  'places',
  'people',
  'notices',
  'access',
  'media',
  'stations',
  'newsroom',
  'culture',
  'learning',
  'volunteering',
  'recognition',
  'channels',
  'broadcast',
  'alerts',
  'audience',
  'plans',
  'reports',
  'portal',
  'operations',
  'demonstration',
] as const;

/** The modules in that order. */
export const modules: readonly Manifest[] = [
  places,
  people,
  notices,
  access,
  media,
  stations,
  newsroom,
  culture,
  learning,
  volunteering,
  recognition,
  channels,
  broadcast,
  alerts,
  audience,
  plans,
  reports,
  portal,
  operations,
  demonstration,
];
