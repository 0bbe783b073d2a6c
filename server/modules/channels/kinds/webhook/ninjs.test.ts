import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { textHash } from '@xiangyin/document';
import { textOf } from '#newsroom/testing';
import type { Piece } from '../../piece/piece.ts';
import { endedNotice, ninjs } from './ninjs.ts';

// The schema is not ours to bring along: it lies beside the project where there is one.
const file = join(import.meta.dirname, '../../../../../../shared/schemas/ninjs-schema_3.1.json');
const text = textOf('柳河桥今天通车', ['限重 **十吨**，见 [公告](https://example.com/a)。', { list: ['一', '二'] }]);
const piece: Piece = {
  storyId: '01a21e04-28f7-7389-82fa-9514a273b085',
  editionNumber: 2,
  kind: 'correction',
  storyKind: 'story',
  language: 'zh-CN',
  text,
  textHash: textHash(text),
  marked: new Map(),
  byline: '柳河镇通讯员',
  correctionNote: '限重写错了',
  level: 'orange',
  notice: '橙色 · 尽快行动 · 有效到 2026年11月23日 17:00',
  validUntil: new Date('2026-11-23T09:00:00Z'),
  sectionSlug: 'life',
  sectionName: '民生',
  address: 'https://news.example/stories/bridge',
  successor: 'https://news.example/stories/bridge-again',
  site: 'https://news.example',
  publisher: '甲县融媒体中心',
  firstPublishedAt: new Date('2026-11-22T08:00:00Z'),
  publishedAt: new Date('2026-11-22T09:00:00Z'),
  places: [{ code: '331024101', name: '柳河镇' }],
};

const hash = 'a'.repeat(64);
const words = '这张图由人工智能生成';
const figure = { hash, alt: '新桥', caption: '', credit: '县融媒体中心', width: 600, height: 400 };
const withMark: Piece = {
  ...piece,
  text: textOf('柳河桥今天通车', ['通车了。', { figure }]),
  marked: new Map([[hash, { mark: 'made', words }]]),
};

test('a notice says how urgent it is and until when it holds', () => {
  const { urgency, expires } = ninjs(piece, 'usable');
  assert.deepEqual([urgency, expires], [2, '2026-11-23T09:00:00.000Z']);
});

test('a receiver finds where the signatures are checked, where it was corrected, and what its publisher promises', () => {
  const hrefs = (one: Piece): unknown[] =>
    (ninjs(one, 'usable')['trustIndicators'] as { href: string }[]).map(({ href }) => href.slice(one.site.length));
  assert.deepEqual(hrefs(piece), [
    '/stories/bridge/proof.json',
    '/stories/bridge/receipts',
    '/corrections',
    '/principles',
  ]);
  const english = { ...piece, language: 'en', address: 'https://news.example/en/stories/bridge' };
  assert.deepEqual(hrefs(english), [
    '/stories/bridge/proof.json',
    '/en/stories/bridge/receipts',
    '/en/corrections',
    '/en/principles',
  ]);
  assert.equal(ninjs(piece, 'canceled')['trustIndicators'], undefined);
});

test('a picture that a machine made or changed goes with its mark, for readers and for programs', () => {
  const { associations, bodies } = ninjs(withMark, 'usable') as {
    associations: Record<string, unknown>[];
    bodies: { value: string }[];
  };
  const uri = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
  assert.deepEqual(
    [associations[0]?.['digitalSourceType'], associations[0]?.['edNote']],
    [{ uri, name: words }, words],
  );
  assert.ok(bodies[0]?.value.includes(words));
  const plain = ninjs({ ...withMark, marked: new Map() }, 'usable')['associations'] as Record<string, unknown>[];
  assert.equal(plain[0]?.['digitalSourceType'], undefined);
});

test(
  'what is sent is valid ninjs 3.1, with its words and without',
  { skip: !existsSync(file) && 'no schema here' },
  () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
    const isValid = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
    for (const status of ['usable', 'canceled'] as const)
      for (const one of [piece, withMark])
        assert.equal(isValid(ninjs(one, status)), true, JSON.stringify(isValid.errors));
    const ended = endedNotice(piece, new Date('2026-11-23T09:00:00Z'));
    assert.equal(isValid(ended), true, JSON.stringify(isValid.errors));
    assert.equal(isValid({ ...ninjs(piece, 'usable'), pubStatus: 'perhaps' }), false);
  },
);
