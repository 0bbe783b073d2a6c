/** A JSON schema as the OpenAPI document carries it; only the words we read. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** One parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

/** A body as declared. */
export interface Answer {
  readonly type: string;
  readonly schema: Schema;
}

/** One operation of the document, flattened. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With {braces}. */
  readonly path: string;
  readonly module: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly multipart: boolean;
  /** The body is a posted form, of which undeclared fields are left unread. */
  readonly form: boolean;
  /** Status → what its body is; null where no body is declared. */
  readonly answers: ReadonlyMap<number, Answer | null>;
  /** Whether a visitor who is not signed in may use it. */
  readonly open: boolean;
}

interface Media {
  readonly schema: Schema;
}
interface RawOperation {
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly security: readonly Record<string, unknown>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

/** The parts of the OpenAPI document that the fuzzer reads. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const order = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'];

/** Every operation; what makes things comes first, what removes them last, so that there is something to find in between. */
export function operationsOf(document: ApiDocument): Operation[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => flatten(path, method.toUpperCase(), raw, document)),
  );
  return all.toSorted((one, other) => order.indexOf(one.method) - order.indexOf(other.method));
}

function flatten(path: string, method: string, raw: RawOperation, document: ApiDocument): Operation {
  if (!isMethod(method)) throw new Error(`${path}: unknown method ${method}`);
  const content = raw.requestBody?.content ?? {};
  return {
    method,
    path,
    module: raw.tags[0] ?? '',
    parameters: raw.parameters,
    body: (content['application/json'] ?? content[formType])?.schema,
    form: formType in content,
    multipart: 'multipart/form-data' in content,
    answers: new Map(
      Object.entries(raw.responses).map(([status, answer]) => [Number(status), answerOf(answer.content, document)]),
    ),
    open: raw.security.some((one) => Object.keys(one).length === 0),
  };
}

function answerOf(content: Readonly<Record<string, Media>> | undefined, document: ApiDocument): Answer | null {
  const [found] = Object.entries(content ?? {});
  if (!found) return null;
  const [type, { schema }] = found;
  const name = schema.$ref?.match(/^#\/components\/schemas\/(\w+)$/)?.[1];
  return { type, schema: (name ? document.components.schemas[name] : undefined) ?? schema };
}

const formType = 'application/x-www-form-urlencoded';
const isMethod = (method: string): method is Operation['method'] => order.includes(method);
