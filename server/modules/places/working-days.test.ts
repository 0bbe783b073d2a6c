import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LegalHoliday } from 'tyme4ts';
import { announcedUntil, isHolidayByLaw, isWorkingDay, workingDayAfter } from './working-days.ts';

const cn = { countryPack: 'cn' as const, settings: {} };
const generic = { countryPack: 'generic' as const, settings: {} };

test('the working day follows the announced holidays and their make-up days', () => {
  assert.equal(isWorkingDay(cn, '2026-09-20'), true, 'a Sunday that is worked for National Day');
  assert.equal(isWorkingDay(cn, '2026-10-10'), true, 'a Saturday that is worked');
  assert.equal(isWorkingDay(cn, '2026-10-07'), false, 'a Wednesday within the holiday');
  assert.equal(isWorkingDay(cn, '2026-10-17'), false, 'a plain Saturday');
  assert.equal(workingDayAfter(cn, '2026-09-30', 1), '2026-10-08', 'over National Day');
  assert.equal(workingDayAfter(cn, '2026-10-08', 2), '2026-10-10', 'the make-up Saturday counts');
  assert.equal(workingDayAfter(cn, '2026-02-13', 1), '2026-02-14', 'a Saturday worked before Spring Festival');
  assert.equal(workingDayAfter(cn, '2026-02-14', 1), '2026-02-24', 'over Spring Festival');
});

test('without an announcement it is Monday to Friday without the days that the law names', () => {
  assert.equal(LegalHoliday.fromYmd(2031, 10, 1), null, 'a year that nobody has announced');
  assert.equal(isWorkingDay(cn, '2031-10-01'), false);
  assert.equal(isWorkingDay(cn, '2031-10-06'), true, 'no bridge is guessed');
  assert.equal(isWorkingDay(cn, '2031-01-22'), false, 'the eve of the lunar year');
  assert.equal(isWorkingDay(cn, '2031-01-23'), false, 'its first day');
  assert.equal(isWorkingDay(cn, '2031-01-27'), true);
});

test('every day that the law names was free in the years announced under it', () => {
  let named = 0;
  for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    if (!isHolidayByLaw(year, month, date)) continue;
    named += 1;
    assert.equal(isWorkingDay(cn, day), false, day);
  }
  assert.equal(named, 26, 'thirteen a year');
});

test('elsewhere it is Monday to Friday, without the county’s own days off', () => {
  assert.equal(workingDayAfter(generic, '2026-10-02', 1), '2026-10-05');
  const county = { ...generic, settings: { daysOff: ['2026-10-05'] } };
  assert.equal(workingDayAfter(county, '2026-10-02', 1), '2026-10-06');
  assert.equal(isWorkingDay({ ...cn, settings: { daysOff: ['2026-10-08'] } }, '2026-10-08'), false);
});

test('what a county enters for a year that nobody has told the program holds before everything else', () => {
  const year = Number(announcedUntil(cn)) + 1;
  assert.equal(LegalHoliday.fromYmd(year, 10, 1), null);
  assert.ok(LegalHoliday.fromYmd(year - 1, 10, 1));
  assert.equal(announcedUntil(generic), null);
  const entered = { ...cn, settings: { daysOff: ['2031-10-06'], daysWorked: ['2031-10-11', '2031-10-01'] } };
  assert.equal(isWorkingDay(entered, '2031-10-06'), false, 'a bridge');
  assert.equal(isWorkingDay(entered, '2031-10-11'), true, 'the Saturday that makes up for it');
  assert.equal(isWorkingDay(entered, '2031-10-01'), true);
  assert.equal(workingDayAfter(entered, '2031-10-10', 1), '2031-10-11');
});
