import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  demonstrationCast,
  demonstrationKeepers,
  demonstrationPeople,
  demonstrationStations,
  demonstrationTeams,
  demonstrationVolunteers,
  holdsLicence,
  stationFor,
  volunteerByKey,
} from './people.ts';
import { demonstrationPlaces, distanceKm, placeByCode, placeByName } from './places.ts';
import { demonstrationServices } from './services.ts';
import { roles } from './texts/zh-cn.ts';

test('every role has somebody with a login, and the roles that must not be one person have two', () => {
  const holders = (role: string) =>
    demonstrationCast.filter((member) => member.roles.some((grant) => grant.role === role));
  for (const role of Object.keys(roles)) assert.ok(holders(role).length >= 1, role);
  for (const role of ['editor', 'chief-editor', 'coordinator', 'volunteer', 'correspondent'])
    assert.ok(holders(role).length >= 2, role);
  for (const { login, key } of demonstrationCast) assert.equal(login, key);
  assert.ok(demonstrationCast.some(({ login, zh }) => login === 'chenxi' && zh === '陈溪'));
});

test('people, their keys, names and numbers are unique, and no number could be a real one', () => {
  assert.equal(demonstrationPeople.length, 17 + 36 + 80 - 3);
  for (const values of [
    demonstrationPeople.map(({ key }) => key),
    demonstrationPeople.map(({ zh }) => zh),
    demonstrationPeople.map(({ phone }) => phone),
  ]) {
    assert.deepEqual(
      values.filter((value, index) => values.indexOf(value) !== index),
      [],
    );
  }
  for (const { phone, placeCode, en, key } of demonstrationPeople) {
    assert.match(phone, /^19900\d{6}$/u);
    assert.ok(placeByCode(placeCode));
    assert.match(en, /^[A-Z][a-z]+ [A-Z][a-z']+$/u);
    assert.match(key, /^[a-z]+$/u);
  }
});

test('80 volunteers with ages, hours and reach; minors are untrained and never lead', () => {
  assert.equal(demonstrationVolunteers.length, 80);
  for (const {
    key,
    age,
    trained,
    skills,
    availability,
    withinKm,
    languages,
    xKm,
    yKm,
    placeCode,
  } of demonstrationVolunteers) {
    assert.ok(age >= 16 && age <= 75, key);
    if (age < 18) assert.equal(trained, false, key);
    assert.ok(skills.length > 0 && availability.length > 0 && withinKm > 0 && languages.length > 0, key);
    assert.ok(distanceKm({ xKm, yKm }, placeByCode(placeCode)) < 1, key);
  }
});

test('every service has a trained adult whose papers are valid today', () => {
  for (const { key, skills, licences } of demonstrationServices) {
    const able = demonstrationVolunteers.filter(
      (one) =>
        one.trained &&
        skills.every((skill) => one.skills.includes(skill)) &&
        licences.every((licence) => holdsLicence(one, licence, 0)),
    );
    assert.ok(able.length >= 2, `${key}: ${able.length}`);
  }
});

test('an expired licence is no licence', () => {
  assert.equal(holdsLicence(volunteerByKey('duchunsheng'), 'electrician', 0), false);
  assert.equal(holdsLicence(volunteerByKey('duchunsheng'), 'electrician', -20), true);
});

test('14 teams: the leader is a trained member, and every volunteer is in one', () => {
  assert.equal(demonstrationTeams.length, 14);
  assert.equal(new Set(demonstrationTeams.flatMap(({ key, zh, en }) => [key, zh, en])).size, 42);
  for (const { key, leaderKey, memberKeys } of demonstrationTeams) {
    assert.ok(memberKeys.includes(leaderKey) && volunteerByKey(leaderKey).trained, key);
    assert.ok(memberKeys.length >= 4, key);
  }
  const inTeams = new Set(demonstrationTeams.flatMap(({ memberKeys }) => memberKeys));
  assert.equal(inTeams.size, 80);
});

test('a centre, 12 town stations and 24 village posts, each with a keeper, hours and an invented number', () => {
  const count = (level: string) => demonstrationStations.filter((station) => station.level === level).length;
  assert.deepEqual([count('county'), count('town'), count('village')], [1, 12, 24]);
  const people = new Set(demonstrationPeople.map(({ key }) => key));
  for (const { keeperKey, telephone, openingHours, placeCode, level } of demonstrationStations) {
    assert.ok(people.has(keeperKey), keeperKey);
    assert.match(telephone, /^0000-12\d{5}$/u);
    assert.ok(openingHours.length > 0);
    assert.equal(placeByCode(placeCode).level, level);
  }
  for (const values of [
    demonstrationStations.map(({ key }) => key),
    demonstrationStations.map(({ telephone }) => telephone),
    demonstrationStations.map(({ keeperKey }) => keeperKey),
  ])
    assert.equal(new Set(values).size, 37);
  assert.equal(demonstrationKeepers.length, 36);
  assert.ok(demonstrationStations.some(({ telephone }) => telephone === '0000-1234567'));
});

test('a village without a post is answered for by its town', () => {
  assert.equal(stationFor(placeByName('东门社区').code).zh, '东门社区服务站');
  assert.equal(stationFor(placeByName('鸭嘴村').code).en, 'Liuhe Town Service Station');
  assert.equal(stationFor(placeByName('清溪县').code).level, 'county');
  for (const { code } of demonstrationPlaces) assert.ok(stationFor(code));
});

test('grants point to places and units that exist', () => {
  const units = new Set([...demonstrationTeams, ...demonstrationStations].map(({ key }) => key));
  for (const grant of demonstrationCast.flatMap((member) => member.roles)) {
    assert.ok(placeByCode(grant.placeCode));
    if (grant.unitKey !== undefined) assert.ok(units.has(grant.unitKey), grant.unitKey);
  }
});
