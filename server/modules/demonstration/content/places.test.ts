import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demonstrationPlaces, distanceKm, placeByCode, placeByName, townOf } from './places.ts';

const towns = demonstrationPlaces.filter(({ level }) => level === 'town');
const villages = demonstrationPlaces.filter(({ level }) => level === 'village');

test('the county has 12 towns with 20 villages or communities each', () => {
  assert.equal(demonstrationPlaces[0]?.zh, '清溪县');
  assert.equal(towns.length, 12);
  assert.equal(villages.length, 240);
  for (const town of towns)
    assert.equal(villages.filter(({ parentCode }) => parentCode === town.code).length, 20, town.zh);
});

test('no two places share a code, a Chinese name, an English name or a spot', () => {
  const spots = villages.map(({ xKm, yKm }) => `${xKm} ${yKm}`);
  for (const values of [
    demonstrationPlaces.map(({ code }) => code),
    demonstrationPlaces.map(({ zh }) => zh),
    demonstrationPlaces.map(({ en }) => en),
    spots,
  ]) {
    assert.deepEqual(
      values.filter((value, index) => values.indexOf(value) !== index),
      [],
    );
  }
});

test('every code has the form of its level, extends its parent and lies outside all real provinces', () => {
  const form = {
    county: /^990101$/u,
    town: /^990101\d{3}$/u,
    township: /^9901012\d{2}$/u,
    community: /^990101[12]\d{2}0\d{2}$/u,
    village: /^990101[12]\d{2}2\d{2}$/u,
  };
  for (const { code, kind, parentCode, zh } of demonstrationPlaces) {
    assert.match(code, form[kind], zh);
    assert.ok(
      parentCode === undefined ? code === '990101' : code.startsWith(parentCode) && placeByCode(parentCode),
      zh,
    );
  }
});

test('the names of the sketches stand where they belong', () => {
  for (const name of ['大槐村', '上坪村', '石桥村', '东湾村', '柳堡村', '渡口村'])
    assert.equal(townOf(placeByName(name)).zh, '柳河镇', name);
  assert.equal(townOf(placeByName('东门社区')).zh, '城关镇');
  assert.equal(placeByName('大槐村').en, 'Dahuai Village');
  assert.equal(placeByName('上坪乡').en, 'Shangping Township');
  assert.equal(placeByName('柳河街社区').en, 'Liuhe Street Community');
});

test('names are words, not number series, and end as their kind says', () => {
  const ending = { county: '县', town: '镇', township: '乡', village: '村', community: '社区' };
  for (const { zh, en, kind } of demonstrationPlaces) {
    assert.ok(zh.endsWith(ending[kind]), zh);
    assert.match(en, /^[A-Z][a-z']+( [A-Z][a-z]+){1,2}$/u, zh);
    assert.doesNotMatch(zh, /[0-9]/u);
  }
});

test('a village lies within 7 km of its town, and people live everywhere', () => {
  for (const village of villages) assert.ok(distanceKm(village, townOf(village)) < 7, village.zh);
  for (const { residents, zh } of demonstrationPlaces)
    assert.ok(residents.from >= 500 && residents.to > residents.from, zh);
});

test('an unknown place is refused by name', () => {
  assert.throws(() => placeByName('没有村'), /没有村/u);
  assert.throws(() => placeByCode('110101'), /110101/u);
});
