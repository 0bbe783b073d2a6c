import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import type { Route } from '#platform/http/route';
import {
  newReport,
  placedReport,
  reportDefinition as definitionShape,
  reportJurisdiction,
  reportOfToken as tokenShape,
  reportQuery,
  reports,
  reportServices as servicesShape,
  serviceCode,
} from '../contract.ts';
import { asXml } from '../open311/as-xml.ts';
import type { Value } from '../open311/as-xml.ts';
import { placeReport } from '../open311/place-report.ts';
import { reportDefinition, reportServices } from '../open311/public-kinds.ts';
import { listReports, readReport, reportOfToken } from '../open311/read-reports.ts';

type Format = 'json' | 'xml';
const formats: readonly Format[] = ['json', 'xml'];

/** The shape of an answer as JSON; as XML it is a text. */
const shaped = (format: Format, answer: z.ZodType): { answer: z.ZodType; answerType: string } =>
  format === 'json' ? { answer, answerType: 'application/json' } : { answer: z.string(), answerType: 'text/xml' };
const sent = (format: Format, root: string, value: Value): unknown =>
  format === 'json' ? value : new Raw('text/xml; charset=utf-8', asXml(root, value));
const open = { ability: 'public', elsewhere: true, query: reportJurisdiction } as const;

const inFormat = (format: Format): Route[] => [
  route({
    ...open,
    ...shaped(format, servicesShape),
    method: 'GET',
    path: `/open311/services.${format}`,
    summary: 'Kinds that anybody may report (Open311 GeoReport v2).',
    handle: async ({ ctx }) => sent(format, 'services', await reportServices(ctx)),
  }),
  route({
    ...open,
    ...shaped(format, definitionShape),
    method: 'GET',
    path: `/open311/services/:code.${format}`,
    summary: 'What a report of a kind needs (Open311 GeoReport v2).',
    params: z.strictObject({ code: serviceCode }),
    refuses: ['NotFound'],
    handle: async ({ ctx, params: { code } }) => sent(format, 'service_definition', await reportDefinition(ctx, code)),
  }),
  route({
    ...shaped(format, placedReport),
    method: 'POST',
    status: 200,
    path: `/open311/requests.${format}`,
    ability: 'public',
    summary: 'Reports something of a public kind, by a program with a key (Open311 GeoReport v2).',
    body: newReport,
    accepts: 'form',
    idempotency: 'none',
    perMinute: 120,
    refuses: [
      'KeyNotValid',
      'NotFound',
      'PlaceNotServed',
      'ServiceNotOffered',
      'PhoneNotUnderstood',
      'OrderRepeated',
      'TooManyRequests',
    ],
    handle: async ({ ctx, request, body }) => sent(format, 'service_requests', await placeReport(ctx, request, body)),
  }),
  route({
    ...open,
    ...shaped(format, reports),
    method: 'GET',
    path: `/open311/requests.${format}`,
    summary: 'Reports of public kinds, without anything said by or of a resident (Open311 GeoReport v2).',
    query: reportQuery,
    handle: async ({ ctx, query }) => sent(format, 'service_requests', await listReports(ctx, query)),
  }),
  route({
    ...open,
    ...shaped(format, reports),
    method: 'GET',
    path: `/open311/requests/:id.${format}`,
    summary: 'One report (Open311 GeoReport v2).',
    params: z.strictObject({ id: z.uuid() }),
    refuses: ['NotFound'],
    handle: async ({ ctx, params: { id } }) => sent(format, 'service_requests', await readReport(ctx, id)),
  }),
  route({
    ...shaped(format, tokenShape),
    method: 'GET',
    path: `/open311/tokens/:token.${format}`,
    ability: 'public',
    summary: 'Which report a code belongs to (Open311 GeoReport v2).',
    params: z.strictObject({ token: z.string().max(40) }),
    query: reportJurisdiction,
    perMinute: 30,
    refuses: ['NotFound'],
    handle: async ({ ctx, params: { token } }) => sent(format, 'service_requests', await reportOfToken(ctx, token)),
  }),
];

/** Open311 GeoReport v2 for the public kinds, in both of its formats. Refusals are the same problems as everywhere. */
export const open311Routes = formats.flatMap(inFormat);
