import { z } from 'zod';
import type { App } from '../app.ts';
import { kernelRefusals, knownRefusals } from '../refuse.ts';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 document of every route, made from the same declarations that serve them. */
export function openApiDocument(app: App): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const module of app.modules)
    for (const route of module.routes ?? []) {
      const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(app, module.name, route) };
    }
  return {
    openapi: '3.1.0',
    info: { title: 'Xiangyin', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    // Relative to where the document was read: each county has its own host.
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
        token: { type: 'http', scheme: 'bearer' },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key for more requests a minute; it gives no other right.',
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operation(app: App, module: string, route: Route): Record<string, unknown> {
  const problems = problemStatuses(route);
  return {
    tags: [module],
    summary: route.summary,
    'x-ability': route.ability,
    security: route.elsewhere
      ? [{}, { key: [] }]
      : isOpen(app, route)
        ? [{}, { session: [] }, { token: [] }]
        : [{ session: [] }, { token: [] }],
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.idempotency === 'none' ? [] : [keyParameter]),
    ],
    ...(route.body
      ? {
          requestBody: { required: true, content: { [bodyType(route)]: { schema: jsonSchema(route.body, 'input') } } },
        }
      : {}),
    ...(route.accepts === 'multipart'
      ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object' } } } } }
      : {}),
    ...(route.accepts === 'bytes' ? { requestBody: { required: true, content: bytesContent } } : {}),
    responses: {
      [route.status]: route.answer
        ? { description: 'done', content: { [route.answerType]: { schema: jsonSchema(route.answer, 'output') } } }
        : { description: 'done' },
      ...(route.elsewhere ? { 304: { description: 'as you have it (If-None-Match)' } } : {}),
      ...Object.fromEntries(
        problems.map(([status, codes]) => [
          status,
          {
            description: codes.join(', '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

// Open to everybody: by the route, or by an ability that everybody has.
const isOpen = (app: App, route: Route): boolean =>
  route.ability === 'public' || (route.ability !== 'signed-in' && app.permits.rule(route.ability).everybody === true);

const bodyType = ({ accepts }: Route): string =>
  accepts === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
const bytesContent = { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } };

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 16, maxLength: 255 },
};

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query'): Record<string, unknown>[] {
  if (!schema) return [];
  const json = jsonSchema(schema, 'input');
  const required = Array.isArray(json['required']) ? json['required'] : [];
  return Object.entries(json['properties'] ?? {}).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }));
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

// The kernel's own refusals may meet any request; a route lists only what is its own.
const always = [
  'BadRequest',
  'NotFound',
  'TooManyRequests',
  'CountyRequestsReached',
  'Unexpected',
  'Unavailable',
  'TooLarge',
  'UnsupportedMediaType',
  'CrossSite',
  'DiskFull',
] as const;

function problemStatuses(route: Route): [number, string[]][] {
  const codes = new Set<string>([...always, ...route.refuses]);
  if (route.ability !== 'public')
    for (const code of ['SignInRequired', 'SignInAgain', 'StepUpRequired', 'Forbidden']) codes.add(code);
  if (route.elsewhere) codes.add('KeyNotValid');
  if (route.method !== 'GET' && !route.withoutRoom) codes.add('NoRoom');
  if (route.method !== 'GET')
    for (const code of [
      'Conflict',
      'CountyPeopleReached',
      'CountyStorageReached',
      'StaleVersion',
      'WrongState',
      'IdempotencyKeyReused',
      'Unprocessable',
    ])
      codes.add(code);
  const known = knownRefusals();
  const byStatus = Map.groupBy([...codes], (code) => known.get(code) ?? (code in kernelRefusals ? 400 : 422));
  return [...byStatus].toSorted(([a], [b]) => a - b);
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  additionalProperties: false,
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        additionalProperties: false,
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    detail: { type: 'object' },
  },
};
