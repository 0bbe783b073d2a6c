import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDesk, story, textOf } from '#newsroom/testing';
import { testPlaceCode } from '#places/testing';
import { portalOptions } from '#portal';
import { buildServer } from '#platform/http/server';
import { findProgram } from './find-program.ts';

const sitemapSchema = join(import.meta.dirname, 'schemas', 'sitemap.xsd');
const opensAs = { rss: '<rss', atom: '<feed', sitemap: '<urlset', index: '<sitemapindex' } as const;

// The full doses install it; a short run takes the one that is there.
const xmllint = findProgram('xmllint');
if (xmllint)
  test('every feed and sitemap is XML as xmllint reads it, and every sitemap keeps to the schema of its protocol', async () => {
    await using desk = await openDesk();
    await using server = await buildServer(desk.county.app, portalOptions(desk.county.app));
    const title = '早市 <改到> 六点 & “半” ]]> \u2028 😀';
    const published = await desk.publish({ text: textOf(title, ['早市 <改到> & 六点。', { list: ['&amp;', '<b>'] }]) });
    story(await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: 'a < b & c' }), 201);
    const read = async (url: string, kind: keyof typeof opensAs): Promise<string> => {
      const { statusCode, body } = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
      assert.equal(statusCode, 200, url);
      assert.ok(body.includes(opensAs[kind]), url);
      lint(xmllint, body, kind === 'sitemap' || kind === 'index' ? ['--schema', sitemapSchema] : [], url);
      return body;
    };
    const place = testPlaceCode('village-1-1', 1);
    for (const page of ['/feeds', '/en/feeds', '/sections/life', `/places/${place}`])
      for (const kind of ['rss', 'atom'] as const) await read(`${page}/${kind}.xml`, kind);
    for (const kind of ['rss', 'atom'] as const) {
      await read(`/feeds/corrections-${kind}.xml`, kind);
      await read(`/feeds/search-${kind}.xml?q=${encodeURIComponent('早市 & <')}`, kind);
    }
    assert.match(await read('/news-sitemap.xml', 'sitemap'), /<news:title>/);
    const parts = [...(await read('/sitemap.xml', 'index')).matchAll(/<loc>http:\/\/one\.test([^<]+)<\/loc>/g)];
    assert.equal(parts.length, 2);
    for (const [, part = ''] of parts) await read(part, 'sitemap');
    assert.throws(() =>
      lint(
        xmllint,
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
        ['--schema', sitemapSchema],
        'a bad one',
      ),
    );
  });

/** Throws what xmllint says of it. It asks no network. */
function lint(program: string, xml: string, options: readonly string[], name: string): void {
  const { status, stderr } = spawnSync(program, ['--nonet', '--noout', ...options, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${name}: ${stderr}`);
}
