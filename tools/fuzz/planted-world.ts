import { openApiDocument } from '../../server/platform/http/openapi.ts';
import { TestWorld } from '../../server/testing/index.ts';
import type { Answer, RequestOptions } from '../../server/testing/index.ts';
import { vectors } from '../../server/testing/security/live-markup.ts';
import { operationsOf } from './operations.ts';
import type { ApiDocument, Operation, Schema } from './operations.ts';

/** A text of somebody's choice that was taken with markup at its end. */
export interface Planted {
  /** Stands in the markup: `xyx(7)`. */
  readonly number: number;
  /** Operation and where in its body. */
  readonly field: string;
  readonly markup: string;
}

type Method = Operation['method'];
interface Leaf {
  readonly maxLength: number;
}

// Directions and invisible characters are refused in most fields.
const writable = vectors.filter((one) => !/[\u202e\u200b]/.test(one));

/** A county in which whatever is sent through the API has markup at the end of every text that the sender chooses: of all fields at first; those that the server names as wrong are sent as they were, and all of them where it names none. */
export class PlantedWorld extends TestWorld {
  readonly planted: Planted[] = [];
  /** Fields that are texts by their shape, and were never taken with markup. */
  readonly refused = new Set<string>();
  readonly #operations: readonly { readonly shape: RegExp; readonly operation: Operation }[];
  #number = 0;

  constructor({ app, clock, database, server }: TestWorld) {
    super(app, clock, database, server);
    const document: ApiDocument = JSON.parse(JSON.stringify(openApiDocument(app)));
    this.#operations = operationsOf(document)
      .toSorted((one, other) => one.path.split('{').length - other.path.split('{').length)
      .map((operation) => ({
        shape: new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        operation,
      }));
  }

  override async request(method: Method, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    const operation = this.#operationOf(method, path);
    if (!operation?.body || options.key !== undefined) return super.request(method, path, body, options);
    const without = new Set<string>();
    for (let tries = 0; tries < 4; tries += 1) {
      const plants: Planted[] = [];
      const sent = this.#plant(operation.body, body, { operation, without, plants, root: operation.body, path: '' });
      if (plants.length === 0) break;
      const answer = await super.request(method, path, sent, options);
      if (answer.status < 300) {
        this.planted.push(...plants);
        return answer;
      }
      const named = fieldsIn(answer).filter((field) => plants.some((one) => one.field.endsWith(` ${field}`)));
      for (const field of named) {
        without.add(field);
        this.refused.add(`${operation.method} ${operation.path} ${field}: ${answer.status}`);
      }
      if (named.length === 0) break;
    }
    return super.request(method, path, body, options);
  }

  #operationOf(method: Method, path: string): Operation | undefined {
    const [address = ''] = path.split('?');
    return this.#operations.find(({ shape, operation }) => operation.method === method && shape.test(address))
      ?.operation;
  }

  #plant(schema: Schema, value: unknown, at: At): unknown {
    const found = resolved(schema, at.root);
    if (typeof value === 'string') return this.#plantText(found, value, at);
    if (Array.isArray(value))
      return value.map((one, index) => this.#plant(itemOf(found), one, { ...at, path: `${at.path}/${index}` }));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        this.#plant(propertyOf(found, name), one, { ...at, path: `${at.path}/${name}` }),
      ]),
    );
  }

  #plantText(schema: Schema, value: string, at: At): string {
    const leaf = isOfStory(at.path) ? { maxLength: storyTextLength } : leafOf(schema);
    if (!leaf || at.without.has(at.path)) return value;
    const number = (this.#number += 1);
    const fitting = writable.filter((one) => value.length + 1 + one.length + String(number).length <= leaf.maxLength);
    const markup = fitting[number % fitting.length]?.replaceAll('xyx()', `xyx(${number})`);
    if (markup === undefined) return value;
    at.plants.push({ number, markup, field: `${at.operation.method} ${at.operation.path} ${at.path}` });
    return `${value} ${markup}`;
  }
}

interface At {
  readonly operation: Operation;
  readonly root: Schema;
  readonly without: ReadonlySet<string>;
  readonly plants: Planted[];
  readonly path: string;
}

const fieldsIn = (answer: Answer): string[] => {
  const fields = answer.body['fields'];
  return Array.isArray(fields) ? fields.map((one) => String(Object(one)['path'])) : [];
};

// What a writer typed stands in an open shape: words of paragraphs, title and deck.
const isOfStory = (path: string): boolean => /^\/text\/.*\/text$|^\/text\/(?:title|deck)$/.test(path);
const storyTextLength = 120;

/** A text without a form of its own: no list of values, no pattern, no date. */
function leafOf(schema: Schema): Leaf | undefined {
  const text = [schema, ...(schema.anyOf ?? schema.oneOf ?? [])].find(
    (one) => one.type === 'string' || (Array.isArray(one.type) && one.type.includes('string')),
  );
  if (!text || text.format || text.pattern || text.enum || 'const' in text) return undefined;
  return { maxLength: text.maxLength ?? 10_000 };
}

function resolved(schema: Schema, root: Schema): Schema {
  if (!schema.$ref) return schema;
  const name = /^#\/\$defs\/(\w+)$/.exec(schema.$ref)?.[1];
  return (name ? root.$defs?.[name] : undefined) ?? (schema.$ref === '#' ? root : {});
}

// Of variants the first that knows it: which of them is meant is told by other fields.
function propertyOf(schema: Schema, name: string): Schema {
  const known = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].find(
    (one) => one.properties?.[name],
  );
  if (known?.properties?.[name]) return known.properties[name];
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
}

function itemOf(schema: Schema): Schema {
  const list = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find((one) => one.items);
  return typeof list?.items === 'object' ? list.items : {};
}
