import fc from 'fast-check';
import { textOf } from '../../server/modules/newsroom/testing.ts';
import type { KnownIds } from './known-ids.ts';
import type { Schema } from './operations.ts';

/** What a value is made for: the name of its field tells which ids fit. */
interface Making {
  readonly ids: KnownIds;
  readonly root: Schema;
}

/** Values that satisfy the schema, with ids that exist where a field asks for one. Best effort: a pattern that cannot be made becomes plain text. */
export function valid(schema: Schema, name: string, ids: KnownIds): fc.Arbitrary<unknown> {
  return make(schema, name, { ids, root: schema });
}

// The tests' county begins on 2 March 2026: some days before and after it, and now and then years away.
const aroundTheStart = fc.oneof(
  { weight: 6, arbitrary: fc.date({ min: new Date('2026-02-25'), max: new Date('2026-03-12'), noInvalidDate: true }) },
  { weight: 1, arbitrary: fc.date({ min: new Date('1999-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }) },
);

// A story's text is too deep to be met by chance: one that is right, which bending then spoils.
const storyText = textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十吨。']);

function make(schema: Schema, name: string, making: Making): fc.Arbitrary<unknown> {
  if (schema.$ref) return make(resolve(schema.$ref, making.root), name, making);
  if (name === 'text' && schema.type === 'object') return fc.constant(storyText);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return fc.oneof(...variants.map((one) => make(one, name, making)));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map((one) => make(one, name, making))).map((parts) => Object.assign({}, ...parts));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return makeObject(schema, making);
  if (type === 'array') return makeArray(schema, name, making);
  if (type === 'string') return makeText(schema, name, making);
  if (type === 'integer' && name === 'version') return fc.constantFrom(1, 1, 1, 2, 3);
  if (type === 'integer' || type === 'number') return makeNumber(schema, type);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return fc.jsonValue({ maxDepth: 2 });
}

function makeObject(schema: Schema, making: Making): fc.Arbitrary<unknown> {
  const properties = schema.properties ?? {};
  const shapes = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, make(one, name, making)]));
  const requiredKeys = Object.keys(properties).filter((name) => schema.required?.includes(name));
  const declared = fc.record(shapes, { requiredKeys });
  const rest = schema.additionalProperties;
  if (typeof rest !== 'object' || Object.keys(properties).length > 0) return declared;
  const keys = schema.propertyNames
    ? make(schema.propertyNames, 'key', making)
    : fc.string({ minLength: 1, maxLength: 12 });
  return fc.dictionary(keys.map(String), make(rest, 'value', making), { maxKeys: 4 });
}

function makeArray(schema: Schema, name: string, making: Making): fc.Arbitrary<unknown> {
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => make(one, name, making)));
  const items = typeof schema.items === 'object' ? make(schema.items, name, making) : fc.jsonValue({ maxDepth: 1 });
  const minLength = schema.minItems ?? 0;
  return fc.array(items, { minLength, maxLength: Math.max(minLength, Math.min(schema.maxItems ?? 3, 3)) });
}

function makeText(schema: Schema, name: string, making: Making): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid' || (!schema.pattern && /^id$|Ids?$/.test(name))) return makeId(name, making);
  if (schema.format === 'date-time') return aroundTheStart.map((date) => date.toISOString());
  if (schema.format === 'date') return aroundTheStart.map((date) => date.toISOString().slice(0, 10));
  if (schema.format === 'email') return fc.constantFrom('a@example.test', 'wang.li@example.test');
  const bounds = {
    minLength: schema.minLength ?? 0,
    maxLength: Math.max(schema.minLength ?? 0, Math.min(schema.maxLength ?? 60, 60)),
  };
  const plain = fc.string({ ...bounds, unit: 'grapheme' });
  if (!schema.pattern)
    return /phone/i.test(name) ? fc.constantFrom('13901000001', '13800138000', '0000-1234567') : plain;
  try {
    return fc.stringMatching(new RegExp(schema.pattern), { maxLength: bounds.maxLength });
  } catch {
    return plain;
  }
}

/** An id for a field or for the `{id}` after a noun: mostly one that exists here, sometimes one of the other county, sometimes none. */
export const idFor = (noun: string, ids: KnownIds): fc.Arbitrary<unknown> => makeId(noun, { ids });

function makeId(name: string, { ids }: Pick<Making, 'ids'>): fc.Arbitrary<unknown> {
  const own = ids.own(name);
  const foreign = ids.foreign(name);
  return fc.oneof(
    { weight: 12, arbitrary: own.length > 0 ? fc.constantFrom(...own) : fc.uuid() },
    { weight: 2, arbitrary: foreign.length > 0 ? fc.constantFrom(...foreign) : fc.uuid() },
    { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
  );
}

function makeNumber(schema: Schema, type: 'integer' | 'number'): fc.Arbitrary<number> {
  const min = Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -1_000, -(2 ** 31));
  const max = Math.max(min, Math.min(schema.maximum ?? min + 2_000, 2 ** 31 - 1));
  return type === 'integer'
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
}

function resolve(reference: string, root: Schema): Schema {
  if (reference === '#') return root;
  const found = root.$defs?.[reference.replace(/^#\/\$defs\//, '')];
  if (!found) throw new Error(`the schema refers to ${reference}, which it does not hold`);
  return found;
}
