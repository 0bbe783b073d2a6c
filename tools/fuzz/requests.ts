import fc from 'fast-check';
import { canary, hostileKeys, hostileTexts, hostileValue } from './hostile.ts';
import type { KnownIds } from './known-ids.ts';
import type { Operation, Parameter, Schema } from './operations.ts';
import { idFor, valid } from './values.ts';

/** A request made up by the fuzzer, before anybody in particular sends it. */
export interface MadeRequest {
  readonly method: Operation['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
  /** Whether a key that no schema declares was put in: such a request may not succeed. */
  readonly smuggled: boolean;
}

/** A request that is right, such as the reviewed permission table has for each route. */
export interface KnownRight {
  readonly path: string;
  readonly body?: unknown;
}

interface Parts {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  smuggled: boolean;
}

/** Requests for an operation: half of them right, the others right but for one or two things, some with a body that is no JSON. */
export function requestsFor(operation: Operation, ids: KnownIds, known?: KnownRight): fc.Arbitrary<MadeRequest> {
  const madeUp = rightParts(operation, ids);
  // What is known to be right leads behind the checks that made-up values hardly pass; bent, it spoils one thing there.
  const right = known ? fc.oneof(fc.constant(knownParts(operation, known)), madeUp) : madeUp;
  const bent = fc
    .tuple(right, fc.array(bending(), { minLength: 1, maxLength: 2 }))
    .map(([parts, bends]) => bends.reduce((bentSoFar, bend) => bend(bentSoFar, operation), parts));
  const parts = fc.oneof({ weight: 5, arbitrary: right }, { weight: 6, arbitrary: bent });
  const made = fc.tuple(parts, fc.uuid()).map(([one, key]) => written(operation, one, key));
  return fc.oneof(
    { weight: 12, arbitrary: made },
    { weight: 1, arbitrary: fc.tuple(made, malformed()).map(([one, wrong]) => ({ ...one, ...wrong(one) })) },
  );
}

function rightParts(operation: Operation, ids: KnownIds): fc.Arbitrary<Parts> {
  const of = (where: Parameter['in']) => {
    const parameters = operation.parameters.filter((one) => one.in === where);
    const needed = new Set(parameters.filter((one) => one.required).map((one) => one.name));
    const values = fc.record(
      Object.fromEntries(
        parameters.map((one) => [
          one.name,
          isId(one) ? idFor(nounOf(operation, one), ids) : valid(one.schema, one.name, ids),
        ]),
      ),
    );
    // At most two optional ones: all together would hardly ever be right.
    const optional = parameters.filter((one) => !one.required).map((one) => one.name);
    const chosen = fc.subarray(optional, { maxLength: Math.min(2, optional.length) });
    return fc
      .tuple(values, chosen)
      .map(([all, names]) =>
        Object.fromEntries(Object.entries(all).filter(([name]) => needed.has(name) || names.includes(name))),
      );
  };
  return fc.record({
    path: of('path'),
    query: of('query'),
    body: operation.body
      ? valid(operation.body, 'body', ids)
      : operation.multipart
        ? fc.constantFrom<unknown>(...pictureForms)
        : fc.constant(undefined),
    smuggled: fc.constant(false),
  });
}

/** The request that is known to be right, as it stands. */
export const rightRequest = (operation: Operation, known: KnownRight, key: string): MadeRequest =>
  written(operation, knownParts(operation, known), key);

function knownParts(operation: Operation, known: KnownRight): Parts {
  const address = new URL(known.path, 'http://fuzz.test');
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const shape = operation.path.replace(/\{\w+\}/g, '([^/]+)');
  const values = new RegExp(`^${shape}$`).exec(`/api/v1${address.pathname}`)?.slice(1) ?? [];
  return {
    path: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')])),
    query: Object.fromEntries(address.searchParams),
    body: operation.multipart ? multipartBody(known.body) : structuredClone(known.body),
    smuggled: false,
  };
}

const isId = (one: Parameter): boolean => one.in === 'path' && /^id$|Id$/.test(one.name);

// `{id}` means the noun before it: /stories/{id} a story.
function nounOf(operation: Operation, parameter: Parameter): string {
  if (parameter.in !== 'path' || parameter.name !== 'id') return parameter.name;
  const parts = operation.path.split('/');
  return parts[parts.indexOf('{id}') - 1] ?? 'id';
}

type Bend = (parts: Parts, operation: Operation) => Parts;

function bending(): fc.Arbitrary<Bend> {
  const pathBend = fc.tuple(fc.nat(), fc.constantFrom(...hostileTexts)).map(([which, text]): Bend => (parts) => ({
    ...parts,
    path: replaceAt(parts.path, which, text || 'x'),
  }));
  const queryBend = fc.tuple(fc.nat(), hostileValue).map(([which, value]): Bend => (parts, { parameters }) => {
    const names = parameters.filter((one) => one.in === 'query').map((one) => one.name);
    const name = names[which % Math.max(1, names.length)];
    return name ? { ...parts, query: { ...parts.query, [name]: value } } : parts;
  });
  const strangeQuery = fc
    .tuple(
      fc.constantFrom(canary, 'sort', 'filter', 'populate', 'fields', '__proto__', 'where[password]'),
      fc.constantFrom(canary, ...hostileTexts),
    )
    .map(([name, text]): Bend => (parts, { parameters }) => ({
      ...parts,
      query: { ...parts.query, [name]: text },
      smuggled: parts.smuggled || !parameters.some((one) => one.in === 'query' && one.name === name),
    }));
  const bodyBend = fc.tuple(fc.nat(), hostileValue).map(([which, value]): Bend => (parts) => ({
    ...parts,
    body: replaceDeep(parts.body, which, value),
  }));
  const smuggling = fc.tuple(fc.constantFrom(...hostileKeys), fc.nat(), fc.boolean()).map(
    ([key, which, deep]): Bend =>
      (parts, { body }) =>
        smuggle(parts, body, key, which, deep),
  );
  const wholeBody = hostileValue.map(
    (value): Bend =>
      (parts) =>
        parts.body === undefined ? parts : { ...parts, body: value },
  );
  return fc.oneof(
    { weight: 2, arbitrary: pathBend },
    { weight: 3, arbitrary: queryBend },
    { weight: 2, arbitrary: strangeQuery },
    { weight: 8, arbitrary: bodyBend },
    { weight: 3, arbitrary: smuggling },
    { weight: 1, arbitrary: wholeBody },
  );
}

/** Puts a key that the schema of that object does not know, with the canary as its value. */
function smuggle(parts: Parts, schema: Schema | undefined, key: string, which: number, deep: boolean): Parts {
  if (!schema || !isPlain(parts.body)) return parts;
  const inner = Object.entries(schema.properties ?? {}).filter(
    ([name, one]) => one.additionalProperties === false && isPlain(Object(parts.body)[name]),
  );
  const [name, shape] = deep && inner.length > 0 ? (inner[which % inner.length] ?? []) : [];
  const place = name === undefined ? parts.body : Object(parts.body)[name];
  const declared = (name === undefined ? schema : shape)?.properties ?? {};
  if (key in declared && Object.hasOwn(declared, key)) return parts;
  // Made by entries: `__proto__` must become a key of its own, not the prototype.
  const changed = Object.fromEntries([...Object.entries(place), [key, canary]]);
  const closed = (name === undefined ? schema : shape)?.additionalProperties === false;
  return {
    ...parts,
    body: name === undefined ? changed : { ...parts.body, [name]: changed },
    smuggled: parts.smuggled || closed,
  };
}

function replaceAt(record: Record<string, unknown>, which: number, value: unknown): Record<string, unknown> {
  const keys = Object.keys(record);
  const key = keys[which % Math.max(1, keys.length)];
  return key === undefined ? record : { ...record, [key]: value };
}

function replaceDeep(value: unknown, which: number, by: unknown): unknown {
  if (!isPlain(value)) return value;
  const keys = Object.keys(value);
  const key = keys[which % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const inner = value[key];
  if (isPlain(inner) && which % 3 > 0) return { ...value, [key]: replaceDeep(inner, Math.floor(which / 3), by) };
  if (Array.isArray(inner) && inner.length > 0 && which % 3 > 0)
    return { ...value, [key]: [replaceDeep(inner[0], Math.floor(which / 3), by), ...inner.slice(1)] };
  return { ...value, [key]: by };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function written(operation: Operation, parts: Parts, key: string): MadeRequest {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(parts.path[name]));
  const query = Object.entries(parts.query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encoded(name)}=${encoded(value)}`],
  );
  return {
    method: operation.method,
    url: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers: {
      ...(operation.method === 'GET' ? {} : { 'idempotency-key': key }),
      ...(parts.body === undefined ? {} : { 'content-type': contentType(operation) }),
    },
    payload:
      parts.body === undefined
        ? undefined
        : operation.multipart
          ? multipartPayload(parts.body)
          : operation.form
            ? formPayload(parts.body)
            : JSON.stringify(parts.body),
    smuggled: parts.smuggled && !operation.form,
  };
}

const contentType = ({ multipart, form }: Operation): string =>
  multipart
    ? `multipart/form-data; boundary=${boundary}`
    : form
      ? 'application/x-www-form-urlencoded'
      : 'application/json';

const formPayload = (body: unknown): string =>
  Object.entries(Object(body) as Record<string, unknown>)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');

// As a step of a path they lead elsewhere before anybody is asked (RFC 3986 §5.2.4): another address, and perhaps another method.
const dots = /^\.{1,2}$/;

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.slice(0, 4_000).toWellFormed()).replace(dots, '%2C');
}

const boundary = 'xiangyin-fuzz';
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const aWord = `--${boundary}\r\ncontent-disposition: form-data; name="alt"\r\n\r\n桥\r\n`;
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
// A picture, half a picture, one that says it is another, none at all.
const pictureForms: readonly Buffer[] = [
  form(onePixel),
  form(onePixel),
  form(onePixel.subarray(0, 40)),
  form(svg),
  form(Buffer.from('GIF89a')),
  form(Buffer.alloc(0)),
  form(onePixel).subarray(0, 150),
];

/** A picture as a form sends it. */
export const onePicture = {
  payload: form(onePixel),
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
};

/** The same picture alone, without words beside it. */
export const onePictureAlone = { ...onePicture, payload: form(onePixel, '') };

function form(bytes: Buffer, words = aWord): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  return Buffer.concat([Buffer.from(words), Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

// The table of permissions names a form; a beginning brings one.
const multipartBody = (known: unknown): Buffer => (Buffer.isBuffer(known) ? known : form(onePixel));

const multipartPayload = (body: unknown): string | Buffer =>
  Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? '');

/** Bodies that are not what they are called. */
function malformed(): fc.Arbitrary<(request: MadeRequest) => Partial<MadeRequest>> {
  const wrong: ((request: MadeRequest) => Partial<MadeRequest>)[] = [
    () => ({ payload: '{"a":' }),
    () => ({ payload: '' }),
    () => ({ payload: '\u0000' }),
    () => ({ payload: '{"a":1e309}' }),
    () => ({ payload: '['.repeat(100_000) }),
    () => ({ payload: '{"__proto__":{"admin":true}}' }),
    (request) => ({ headers: { ...request.headers, 'content-type': 'text/plain' } }),
    (request) => ({
      headers: { ...request.headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'a=1&b=2',
    }),
    (request) => ({ headers: { ...request.headers, 'content-type': 'multipart/form-data' } }),
    (request) => ({ headers: { ...request.headers, 'content-type': 'application/json; charset=utf-7' } }),
    (request) => ({ headers: { ...request.headers, 'idempotency-key': 'short' } }),
    (request) => ({ headers: { ...request.headers, 'idempotency-key': 'x'.repeat(300) } }),
    (request) => ({ headers: { ...request.headers, 'accept-language': '\u00ff;q=NaN, *' } }),
  ];
  return fc
    .constantFrom(...wrong)
    .map((one) => (request: MadeRequest) => (request.method === 'GET' ? {} : one(request)));
}
