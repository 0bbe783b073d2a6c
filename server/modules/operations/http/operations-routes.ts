import { z } from 'zod';
import { route } from '#platform/http/route';
import { latestHeads } from '../audit/chain-heads.ts';
import { listAudit } from '../audit/list-audit.ts';
import {
  auditList,
  auditQuery,
  backupOverview as backupOverviewShape,
  chainHeads,
  countyChange,
  emergenciesChange,
  failedJobList,
  failedJobQuery,
  failedNoticeList,
  failedNoticeQuery,
  groundMapChange,
  jobOverview as jobOverviewShape,
  measurementQuery,
  measurements,
  ownDaysChange,
  placeLevelsChange,
  registrationChange,
  uploadLimitsChange,
  settingsView as settingsShape,
  troubleList,
} from '../contract.ts';
import { backupOverview } from '../backup/backup-overview.ts';
import { changeCounty } from '../county/change-county.ts';
import { changeEmergencies } from '../county/change-emergencies.ts';
import { changeGroundMap } from '../county/change-ground-map.ts';
import { changeOwnDays } from '../county/change-own-days.ts';
import { changePlaceLevels } from '../county/change-place-levels.ts';
import { changeUploadLimits } from '../county/change-upload-limits.ts';
import { changeRegistration } from '../county/change-registration.ts';
import { presentMeasurements } from '../measurements/present-measurements.ts';
import { failedJobs } from '../queue/failed-jobs.ts';
import { failedNotices, retryNotice } from '../queue/failed-notices.ts';
import { jobOverview, retryJob } from '../queue/job-overview.ts';
import { settingsView } from '../settings-view.ts';
import { presentTroubles } from '../trouble/present-troubles.ts';

/** The installation's own records: audit, chains, jobs, settings. */
export const operationsRoutes = [
  route({
    method: 'GET',
    path: '/audit',
    ability: 'audit.read',
    summary: 'Acts on record, newest first; who looked at an address is act order.see-address.',
    query: auditQuery,
    answer: auditList,
    handle: ({ ctx, actor, query }) => listAudit(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/chain-heads',
    ability: 'public',
    summary: 'The latest signed end of each chain (audit, hours), for anybody to keep.',
    answer: chainHeads,
    perMinute: 120,
    handle: ({ ctx }) => latestHeads(ctx),
  }),
  route({
    method: 'GET',
    path: '/jobs',
    ability: 'job.read',
    summary: 'Reactions in work: how many wait, run and failed in each queue.',
    answer: jobOverviewShape,
    handle: ({ ctx, actor }) => jobOverview(ctx, actor),
  }),
  route({
    method: 'GET',
    path: '/failed-jobs',
    ability: 'job.read',
    summary: 'Reactions that failed for good, latest first unless asked otherwise.',
    query: failedJobQuery,
    answer: failedJobList,
    handle: ({ ctx, actor, query }) => failedJobs(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/jobs/:id/retries',
    ability: 'job.retry',
    summary: 'Tries a failed reaction again.',
    params: z.strictObject({ id: z.uuid() }),
    answer: jobOverviewShape,
    handle: ({ ctx, actor, params }) => retryJob(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/failed-notices',
    ability: 'job.read',
    summary: 'Notices that nobody took, latest first unless asked otherwise; not whom they were for.',
    query: failedNoticeQuery,
    answer: failedNoticeList,
    handle: ({ ctx, actor, query }) => failedNotices(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/failed-notices/:id/retries',
    ability: 'job.retry',
    summary: 'Sends a notice that nobody took once more.',
    params: z.strictObject({ id: z.uuid() }),
    answer: failedNoticeList,
    handle: ({ ctx, actor, params }) => retryNotice(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/backups',
    ability: 'job.read',
    summary: 'Whether the county could be brought back: the last backups and the proofs of them.',
    answer: backupOverviewShape,
    handle: ({ ctx, actor }) => backupOverview(ctx, actor),
  }),
  route({
    method: 'GET',
    path: '/troubles',
    ability: 'job.read',
    summary: 'What is wrong with the installation at this moment, since when, and what to do.',
    answer: troubleList,
    handle: ({ ctx, actor }) => presentTroubles(ctx, actor),
  }),
  route({
    method: 'GET',
    path: '/measurements',
    ability: 'measurement.read',
    summary:
      'How the program was over the last hour, day or thirty days: answers, failures, what waits, room on the disk.',
    query: measurementQuery,
    answer: measurements,
    handle: ({ ctx, actor, query }) => presentMeasurements(ctx, actor, query.range),
  }),
  route({
    method: 'GET',
    path: '/settings',
    ability: 'setting.read',
    summary: 'What the installation runs with.',
    answer: settingsShape,
    handle: ({ ctx, actor }) => settingsView(ctx, actor),
  }),
  route({
    method: 'PATCH',
    path: '/settings',
    ability: 'setting.change',
    summary: 'Change what stands on every public page: name, publisher, telephone, languages.',
    body: countyChange,
    answer: settingsShape,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeCounty(ctx, actor, body),
  }),
  route({
    method: 'PUT',
    path: '/own-days',
    ability: 'setting.change',
    summary: 'The days on which the county’s offices are closed or open against the calendar of its country.',
    body: ownDaysChange,
    answer: settingsShape,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeOwnDays(ctx, actor, body),
  }),
  route({
    method: 'PUT',
    path: '/upload-limits',
    ability: 'setting.change',
    summary: 'How much one person may send: files on their way at once, gigabytes a day, megabytes of pictures a day.',
    body: uploadLimitsChange,
    answer: settingsShape,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeUploadLimits(ctx, actor, body),
  }),
  route({
    method: 'PUT',
    path: '/ground-map',
    ability: 'setting.change',
    summary: 'Where the ground under the county’s maps comes from: tiles, names over them, who made them, the origin.',
    body: groundMapChange,
    answer: settingsShape,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeGroundMap(ctx, actor, body),
  }),
  route({
    method: 'PUT',
    path: '/emergencies',
    ability: 'setting.change',
    summary: 'Whom to call in danger: the numbers at the head of the order form, on paper and at the kiosk.',
    body: emergenciesChange,
    answer: settingsShape,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeEmergencies(ctx, actor, body),
  }),
  route({
    method: 'PUT',
    path: '/place-levels',
    ability: 'setting.change',
    summary: 'The levels of places from the top, and what they are called.',
    body: placeLevelsChange,
    answer: settingsShape,
    refuses: ['StaleVersion', 'LevelsInUse'],
    handle: ({ ctx, actor, body }) => changePlaceLevels(ctx, actor, body),
  }),
  route({
    method: 'PUT',
    path: '/registration',
    ability: 'setting.change',
    summary: 'The numbers that the law wants at the foot of every public page; empty ones are not shown.',
    body: registrationChange,
    answer: settingsShape,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeRegistration(ctx, actor, body),
  }),
];
