import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demonstrationServices, homeServices, isOfferedIn, serviceByKey } from './services.ts';
import * as en from './texts/en.ts';
import * as zh from './texts/zh-cn.ts';

const hanzi = /\p{Script=Han}/u;

test('the catalogue has 40 services in 8 groups, each key and name once', () => {
  assert.equal(demonstrationServices.length, 40);
  assert.deepEqual([...new Set(demonstrationServices.map(({ group }) => group))], Object.keys(zh.serviceGroups));
  for (const values of [
    demonstrationServices.map(({ key }) => key),
    demonstrationServices.map(({ zh }) => zh.name),
    demonstrationServices.map(({ en }) => en.name),
  ]) {
    assert.equal(new Set(values).size, 40);
  }
  for (const { key } of demonstrationServices) assert.match(key, /^[a-z]+(-[a-z]+)*$/u);
});

test('the home page shows the eight commonest wishes in the order of the sketch', () => {
  assert.deepEqual(
    homeServices.map(({ zh }) => zh.name),
    ['修水管电灯', '陪老人看病', '理发到家', '孩子作业', '代买送药', '写信填表', '手机教会您', '别的事'],
  );
});

test('every service says in both languages what it is, what to prepare and who may order', () => {
  for (const { key, zh, en } of demonstrationServices) {
    for (const words of Object.values(zh)) assert.match(words, hanzi, key);
    for (const words of Object.values(en)) {
      assert.ok(words.length >= 4, key);
      assert.doesNotMatch(words, hanzi, key);
    }
    assert.ok(zh.hint.length <= 12 && en.hint.length <= 32, `${key}: ${en.hint}`);
  }
});

test('what needs a licence is in the licensed class, and nobody enters a home in a pair of one', () => {
  for (const { key, licences, riskClass, where, homeVisitPair, peopleNeeded } of demonstrationServices) {
    assert.equal(riskClass === 'licensed', licences.length > 0, key);
    if (homeVisitPair) assert.equal(peopleNeeded, 2, key);
    if (where === 'home') assert.notEqual(riskClass, 'low', key);
  }
});

test('children are never with one adult alone', () => {
  for (const { key, licences, peopleNeeded } of demonstrationServices)
    if (licences.includes('child-protection')) assert.equal(peopleNeeded, 2, key);
});

test('a season may pass the turn of the year', () => {
  const vaccination = serviceByKey('to-the-vaccination');
  assert.deepEqual(
    [8, 9, 12, 4, 5].map((month) => isOfferedIn(month, vaccination)),
    [false, true, true, true, false],
  );
  assert.equal(isOfferedIn(12, serviceByKey('holiday-room')), false);
  assert.equal(isOfferedIn(1, serviceByKey('company')), true);
});

test('groups, skills, licences, roles, languages and channels have names in both languages', () => {
  const keys = (texts: object): string[] => Object.values(texts).flatMap((part: object) => Object.keys(part));
  assert.deepEqual(keys(en), keys(zh));
  for (const name of Object.values(en).flatMap((part) => Object.values(part))) assert.match(name, /^[A-Z][a-z -]+/u);
});
