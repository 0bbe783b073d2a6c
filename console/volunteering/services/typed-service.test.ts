import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceFacts } from '@xiangyin/server/contract';
import { factsOf, type TypedService } from './typed-service.ts';

const before: ServiceFacts = {
  name: { 'zh-CN': '送餐', en: 'Meals' },
  hint: { 'zh-CN': '', en: '' },
  summary: { 'zh-CN': '', en: '' },
  prepare: { 'zh-CN': '', en: '' },
  whoMay: { 'zh-CN': '', en: '' },
  where: 'home',
  durationMinutes: 60,
  peopleNeeded: 1,
  skills: [],
  licences: [],
  licencesOfAll: ['first-aid'],
  trainings: ['blood-pressure'],
  riskClass: 'home-visit',
  pair: false,
  evidenceRule: 'confirmed',
  insurance: true,
  publicKind: true,
  season: { fromMonth: 4, toMonth: 10, toDay: 15 },
  groupUpTo: 12,
};

test('a service that is saved as it stands loses nothing, also of what the form does not ask', () => {
  const { licencesOfAll: _, ...asked } = before;
  const typed = {
    ...asked,
    season: { ...before.season },
    slug: 'meals',
    group: 'care',
    level: 'village',
  } as TypedService;
  assert.deepEqual(factsOf(typed, before), {
    ...before,
    hint: {},
    summary: {},
    prepare: {},
    whoMay: {},
  });
  const { groupUpTo, season, ...alone } = factsOf({ ...typed, groupUpTo: undefined, season: { fromMonth: 4 } }, before);
  assert.deepEqual([groupUpTo, season, alone.insurance], [undefined, null, true]);
});
