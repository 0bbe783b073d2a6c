import { absent } from './bodies.ts';
import { anywhere, atPlace, county, everybody, nobody, to } from './row.ts';
import type { Row } from './row.ts';

const ownLimits = { openFiles: 50, gigabytesADay: 12, pictureMegabytesADay: 300 };
const noNumbers = { licence: '', icp: '', police: '', complaints: '', register: '' };
const noGround = { tiles: '', labels: '', attribution: '', origin: null };
const otherNumbers = [{ number: '00', name: { 'zh-CN': '没人', en: 'nobody' } }];
const otherLevels = [{ level: 'realm', name: { 'zh-CN': '国', en: 'Realm' } }];
export const operations: Record<string, Row> = {
  'GET /audit': anywhere(['auditor', 'administrator'], to('/audit')),
  'GET /chain-heads': everybody(to('/chain-heads')),
  'GET /jobs': anywhere(['auditor', 'administrator'], to('/jobs')),
  'GET /failed-jobs': anywhere(['auditor', 'administrator'], to('/failed-jobs')),
  'POST /jobs/:id/retries': atPlace(nobody, to(`/jobs/${absent}/retries`)),
  'GET /failed-notices': anywhere(['auditor', 'administrator'], to('/failed-notices')),
  'POST /failed-notices/:id/retries': atPlace(nobody, to(`/failed-notices/${absent}/retries`)),
  'GET /measurements': anywhere(['administrator'], to('/measurements')),
  'GET /troubles': anywhere(['auditor', 'administrator'], to('/troubles')),
  'GET /backups': anywhere(['auditor', 'administrator'], to('/backups')),
  'GET /settings': anywhere(['auditor', 'administrator'], to('/settings')),
  'PATCH /settings': county(
    ['administrator'],
    to('/settings', {
      read: {
        name: { 'zh-CN': '别县' },
        publisher: { 'zh-CN': '别县融媒体中心' },
        phone: '000000',
        languages: ['zh-CN'],
      },
    }),
  ),
  'PUT /registration': county(
    ['administrator'],
    // Read as nobody left it: allowed and stale, so that nothing is changed.
    to('/registration', { ...noNumbers, read: { ...noNumbers, icp: '0' } }),
  ),
  'PUT /upload-limits': county(
    ['administrator'],
    to('/upload-limits', { ...ownLimits, read: { ...ownLimits, openFiles: 499 } }),
  ),
  'PUT /emergencies': county(
    ['administrator'],
    to('/emergencies', { emergencies: otherNumbers, read: { emergencies: otherNumbers } }),
  ),
  'PUT /place-levels': county(
    ['administrator'],
    to('/place-levels', { placeLevels: otherLevels, read: { placeLevels: otherLevels } }),
  ),
  'PUT /ground-map': county(
    ['administrator'],
    to('/ground-map', { ...noGround, read: { ...noGround, attribution: '0' } }),
  ),
  'PUT /own-days': county(
    ['administrator'],
    to('/own-days', { read: { daysOff: ['2031-01-01'], daysWorked: [] }, daysOff: [], daysWorked: [] }),
  ),
};
