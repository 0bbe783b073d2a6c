import { randomInt, randomUUID } from 'node:crypto';
import type { BenchCounty } from './prepare.ts';
import type { LoadRequest } from './load.ts';

/** A list that nobody asked for before: it begins after a moment and an id of its own. */
export const anotherList = (): string => {
  const at = new Date(Date.now() - randomInt(1_000, 10_000_000)).toISOString();
  const cursor = Buffer.from(JSON.stringify([at, randomUUID()])).toString('base64url');
  return `/api/v1/public/stories?limit=20&after=${cursor}`;
};

/** Orders taken by telephone at a desk, each of another caller: two in a row from one are refused. */
export const orderRequests = (county: BenchCounty, address: string): LoadRequest => ({
  method: 'POST',
  path: '/api/v1/orders',
  headers: { cookie: county.cookies.coordinator, origin: address, 'content-type': 'application/json' },
  bodies: () => ({
    headers: { 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      serviceId: county.serviceId,
      placeId: county.placeId,
      channel: 'phone',
      contacts: [{ name: '王阿姨', phone: `13${randomInt(100_000_000, 999_999_999)}` }],
      address: '东头第二家',
      note: '水龙头一直滴水',
      wishes: [{ on: inThreeDays(), part: 'morning' }],
      consentRead: true,
    }),
  }),
});

const inThreeDays = (): string => new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
