import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { buildCast } from '#access/testing';
import { buildTestPlaces } from '#places/testing';
import type { App, AppSettings } from '#platform/app';
import { inCounty } from '#platform/transaction';

/** The two counties of every test: nothing may cross from one to the other. Each answers under its own host. */
export const testCounties = [
  { id: 1, slug: 'one', host: 'one.test', zh: '甲县', en: 'One County' },
  { id: 2, slug: 'two', host: 'two.test', zh: '乙县', en: 'Two County' },
] as const;

/** Settings of a test's app: files under a folder of its own. */
export const testSettings = (databaseUrl: string): AppSettings => ({
  databaseUrl,
  varDirectory: mkdtempSync(join(tmpdir(), 'xy-test-')),
  publicAddress: 'http://one.test',
  logLevel: 'silent',
  trustedProxies: [],
  severalProcesses: false,
  poolSize: 8,
});

/** Fills the template: the rows of the counties, then through the modules' own builders the places and the cast. */
export const buildTestCounties = {
  async rows(owner: pg.Client): Promise<void> {
    for (const county of testCounties) {
      await owner.query(
        `insert into platform.counties (id, slug, name, publisher, phone, time_zone, country_pack, languages) values ($1, $2, $3, $4, '0000-1234567', 'Asia/Shanghai', 'cn', '{zh-CN,en}')`,
        [
          county.id,
          county.slug,
          JSON.stringify({ 'zh-CN': county.zh, en: county.en }),
          JSON.stringify({ 'zh-CN': `${county.zh}融媒体中心`, en: `${county.en} Media Centre` }),
        ],
      );
      await owner.query('insert into platform.hosts (host, county_id) values ($1, $2)', [county.host, county.id]);
    }
  },
  async cast(app: App): Promise<void> {
    for (const county of app.counties.all())
      await inCounty(app, county, async (ctx) => {
        await ctx.transaction(buildTestPlaces);
        await ctx.transaction(buildCast);
      });
  },
};
