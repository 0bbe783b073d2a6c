import { places } from './permissions/places.ts';
import { people } from './permissions/people.ts';
import { notices } from './permissions/notices.ts';
import { own } from './permissions/own.ts';
import { administration } from './permissions/administration.ts';
import { media } from './permissions/media.ts';
import { stations } from './permissions/stations.ts';
import { newsroom } from './permissions/newsroom.ts';
import { orders } from './permissions/orders.ts';
import { volunteering } from './permissions/volunteering.ts';
import { channels } from './permissions/channels.ts';
import { fediverse } from './permissions/fediverse.ts';
import { operations } from './permissions/operations.ts';
import type { Row } from './permissions/row.ts';

/** The reviewed table: method and path of every route → who may. A route without a row fails the test. */
export const permissionTable: Readonly<Record<string, Row>> = {
  ...places,
  ...people,
  ...notices,
  ...own,
  ...administration,
  ...media,
  ...stations,
  ...newsroom,
  ...orders,
  ...volunteering,
  ...channels,
  ...fediverse,
  ...operations,
};
