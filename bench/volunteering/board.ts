import pg from 'pg';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../e2e/support/chromium.ts';
import { front, opened } from '../desk.ts';
import type { BenchCounty } from '../prepare.ts';
import { act } from '../sign-off.ts';
import type { Figure } from '../times.ts';
import { Times } from '../times.ts';

const columns = 5;

/** The orders' screens in a real Chromium with so many open ones, each time in a browser that holds nothing from before: the board until all its columns stand there and it answers, and the list sorted by priority. */
export async function measureBoard(
  county: BenchCounty,
  address: string,
  { orders, opens }: { orders: number; opens: number },
): Promise<Figure[]> {
  await multiplyOrders(county, address, orders);
  await front(address);
  const times = new Times();
  const browser = await chromium.launch(launchOptions());
  try {
    for (let n = -1; n < opens; n += 1) {
      const limit = await opened(
        browser,
        county,
        address,
        '/account',
        (page) => page.getByRole('heading', { level: 1 }).waitFor(),
        'coordinator',
      );
      // The first only warms the browser and the program.
      const note = (name: string, took: number): void => {
        if (n >= 0) times.note(name, took, limit, 'another page of the console, the same way');
      };
      note(
        `board of ${orders} open orders until it answers`,
        await opened(
          browser,
          county,
          address,
          '/orders?view=board',
          async (page) => {
            await page.locator('.board-card').first().waitFor();
            await page
              .locator('.board-column h2 .meta')
              .nth(columns - 1)
              .filter({ hasText: /\d/ })
              .waitFor();
          },
          'coordinator',
        ),
      );
      note(
        `list of ${orders} open orders by priority until it answers`,
        await opened(
          browser,
          county,
          address,
          '/orders?sort=priority',
          (page) => page.locator('tbody tr a').first().waitFor(),
          'coordinator',
        ),
      );
    }
  } finally {
    await browser.close();
  }
  return times.figures(0);
}

// Copies of one order, over the villages of its town, due one after the other; three in five wait for the station's answer, the others for somebody to be found.
async function multiplyOrders(county: BenchCounty, address: string, count: number): Promise<void> {
  const { orderId } = await act(address, county, 'coordinator', 'POST', '/orders', {
    serviceId: county.serviceId,
    placeId: county.placeId,
    channel: 'phone',
    contacts: [{ name: '王阿姨', phone: '13800019999' }],
    consentRead: true,
  });
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    await owner.query(
      `insert into volunteering.orders
       select made.*
         from volunteering.orders o, generate_series(1, $2) n, (select array_agg(id) as ids from places.places where county_id = 1 and level = 'village') p,
              jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'code_hash', 'copy-' || n, 'phone_hash', 'copy-' || n,
               'state', case when n % 5 < 3 then 'submitted' else 'accepted' end, 'place_id', p.ids[1 + n % cardinality(p.ids)], 'due_at', o.due_at + make_interval(mins => n))) made
        where o.county_id = 1 and o.id = $1`,
      [orderId, count - 1],
    );
    await owner.query('vacuum analyze volunteering.orders');
  } finally {
    await owner.end();
  }
}
