import assert from 'node:assert/strict';
import { test } from 'node:test';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import { wallClock } from './wall-clock.ts';

dayjs.extend(timezone);

test('the clock on the wall over midnight, new year and changes of the clocks', () => {
  const shown = (iso: string, zone: string): string => wallClock(Date.parse(iso), zone).format('YYYY-MM-DD HH:mm:ss');
  assert.equal(shown('2025-12-31T15:59:59.999Z', 'Asia/Shanghai'), '2025-12-31 23:59:59');
  assert.equal(shown('2025-12-31T16:00:00.000Z', 'Asia/Shanghai'), '2026-01-01 00:00:00');
  assert.equal(shown('nonsense', 'Asia/Shanghai'), 'Invalid Date');
  for (const zone of ['Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'])
    for (const start of ['2026-03-07T12:15:00Z', '2026-03-28T12:15:00Z', '2026-10-24T12:15:00Z'])
      for (let hour = 0; hour < 30; hour += 1) {
        const moment = dayjs(start).add(hour, 'hour');
        const iso = moment.toISOString();
        assert.equal(shown(iso, zone), moment.tz(zone).format('YYYY-MM-DD HH:mm:ss'), `${zone} ${iso}`);
      }
});
