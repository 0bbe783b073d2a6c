import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emergencyNumbers, stepNames } from './country-pack.ts';

test('the steps of help are called after the county’s own levels, else as its pack says, in the reader’s language', () => {
  const service = (county: Parameters<typeof stepNames>[0], language: 'zh-CN' | 'en') =>
    Object.values(stepNames(county, language)).map((one) => `${one.service} / ${one.station}`);
  const cn = { countryPack: 'cn' as const, settings: {} };
  assert.deepEqual(service(cn, 'zh-CN'), ['县 / 中心', '镇 / 所', '村 / 站']);
  const generic = { countryPack: 'generic' as const, settings: {} };
  assert.deepEqual(service(generic, 'en'), [
    'Whole area / Centre',
    'Town / Town station',
    'Neighbourhood / Neighbourhood station',
  ]);
  const levels = [
    { level: 'city', name: { en: 'City' } },
    { level: 'ward', name: { en: 'Ward' } },
  ];
  assert.deepEqual(service({ ...generic, settings: { levels } }, 'en'), [
    'City / Centre',
    'Ward / Ward station',
    'Neighbourhood / Neighbourhood station',
  ]);
  const asEverywhere = { level: 'town', name: { 'zh-CN': '乡镇（街道）', en: 'Town' } };
  const streets = { level: 'village', name: { 'zh-CN': '社区', en: 'Street' } };
  const half = { levels: [{ level: 'county', name: { 'zh-CN': '区', en: 'District' } }, asEverywhere, streets] };
  assert.deepEqual(
    service({ ...cn, settings: half }, 'zh-CN'),
    ['区 / 中心', '镇 / 所', '社区 / 社区站点'],
    'a level that was left alone keeps its words',
  );
  assert.equal(stepNames({ ...generic, settings: { levels } }, 'zh-CN').town.service, 'Ward', 'a word it has');
});

test('whom to call in danger is as the county says, else as its pack does', () => {
  const numbers = (county: Parameters<typeof emergencyNumbers>[0]) =>
    emergencyNumbers(county, 'en').map(({ number }) => number);
  assert.deepEqual(numbers({ countryPack: 'cn', settings: {} }), ['120', '119', '110', '122']);
  assert.deepEqual(numbers({ countryPack: 'generic', settings: {} }), ['112']);
  const emergencies = [{ number: '911', name: { en: 'emergency' } }];
  assert.deepEqual(numbers({ countryPack: 'generic', settings: { emergencies } }), ['911']);
});
