import { z } from 'zod';
import { serviceCode } from './service.ts';

// GeoReport v2 (wiki.open311.org/GeoReport_v2): the names of its fields are the standard's.

const text = z.string();
const nothing = z.null();

/** `GET /open311/services`: the kinds that anybody may report with a program of their own. */
export const reportService = z.strictObject({
  service_code: text,
  service_name: text,
  description: text,
  /** There is a definition: place and consent are asked. */
  metadata: z.literal(true),
  type: z.literal('realtime'),
  keywords: text,
  group: text,
});
export type ReportService = z.infer<typeof reportService>;
export const reportServices = z.array(reportService);

const choice = z.strictObject({ key: text, name: text });
/** `GET /open311/services/:code`: what a report needs besides. */
export const reportDefinition = z.strictObject({
  service_code: text,
  attributes: z.array(
    z.strictObject({
      variable: z.literal(true),
      code: text,
      datatype: z.literal('singlevaluelist'),
      required: z.literal(true),
      datatype_description: nothing,
      order: z.int(),
      description: text,
      values: z.array(choice),
    }),
  ),
});
export type ReportDefinition = z.infer<typeof reportDefinition>;

/** `POST /open311/requests`, as a form. Other fields of the standard are left unread. */
export const newReport = z.strictObject({
  jurisdiction_id: z.string().max(200).optional(),
  /** A key of the public API, made for a program: `xyk_…`. */
  api_key: z.string().max(120),
  service_code: serviceCode,
  /** A resident's name may be given whole in either. */
  first_name: z.string().trim().max(30).default(''),
  last_name: z.string().trim().max(30).default(''),
  phone: z.string().trim().min(3).max(30),
  address_string: z.string().trim().max(200).default(''),
  description: z.string().trim().max(1_000).default(''),
  /** Division code, or the local code, of the place. */
  'attribute[place]': z.string().max(40),
  /** The consent text was shown and agreed to. */
  'attribute[consent]': z.literal('yes'),
});
export type NewReport = z.output<typeof newReport>;
export const placedReport = z.array(
  z.strictObject({ service_request_id: text, service_notice: text, account_id: nothing }),
);
export type PlacedReport = z.infer<typeof placedReport>;

/** `GET /open311/requests`: of the last 90 days unless said, newest first, at most a hundred. */
export const reportQuery = z.strictObject({
  jurisdiction_id: z.string().max(200).optional(),
  service_request_id: z
    .string()
    .max(4_000)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()))
    .optional(),
  service_code: z.string().max(400).optional(),
  start_date: z.iso.datetime({ offset: true }).optional(),
  end_date: z.iso.datetime({ offset: true }).optional(),
  status: z
    .string()
    .regex(/^(open|closed)(,(open|closed))?$/)
    .optional(),
});
export type ReportQuery = z.output<typeof reportQuery>;
/** A report as anybody may read it: no name, phone, address or words of a resident; the place is a village or community. */
export const report = z.strictObject({
  service_request_id: text,
  status: z.enum(['open', 'closed']),
  status_notes: text,
  service_name: text,
  service_code: text,
  description: nothing,
  agency_responsible: text.nullable(),
  service_notice: nothing,
  requested_datetime: z.iso.datetime(),
  updated_datetime: z.iso.datetime(),
  expected_datetime: z.iso.datetime().nullable(),
  address: text,
  address_id: text,
  zipcode: nothing,
  lat: nothing,
  long: nothing,
  media_url: nothing,
});
export type Report = z.infer<typeof report>;
export const reports = z.array(report);
export const reportOfToken = z.array(z.strictObject({ service_request_id: text, token: text }));
export const reportJurisdiction = z.strictObject({ jurisdiction_id: z.string().max(200).optional() });
