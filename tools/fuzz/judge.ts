import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import { canary } from './hostile.ts';
import type { Operation, Schema } from './operations.ts';
import type { MadeRequest } from './requests.ts';

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

// Formats are checked by the server's own shapes; here only structure.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
const compiled = new WeakMap<Schema, ValidateFunction>();

/** Everything that is wrong with an answer, in words; empty when nothing is. */
export function judgeAnswer(operation: Operation, request: MadeRequest, guest: boolean, answer: Answered): string[] {
  const wrong: string[] = [];
  const done = answer.status >= 200 && answer.status < 300;
  if (answer.status >= 500) wrong.push(`answers ${answer.status}`);
  if (!operation.answers.has(answer.status)) wrong.push(`answers ${answer.status}, which its document does not list`);
  else wrong.push(...judgeBody(operation, answer));
  if (done && guest && !operation.open) wrong.push('lets a visitor in who is not signed in');
  if (done && request.smuggled) wrong.push('takes a property that it does not declare');
  if (done && answer.text.includes(canary)) wrong.push('sends an undeclared property back');
  return wrong;
}

function judgeBody(operation: Operation, answer: Answered): string[] {
  const declared = operation.answers.get(answer.status);
  if (!declared) return answer.text === '' || answer.status !== 204 ? [] : ['answers 204 with a body'];
  const { type, schema } = declared;
  if (!answer.type.startsWith(type)) return [`answers ${answer.status} as "${answer.type}", not ${type}`];
  if (!/\bjson\b/.test(type)) return [];
  let body: unknown;
  try {
    body = JSON.parse(answer.text);
  } catch {
    return [`answers ${answer.status} with a body that is no JSON`];
  }
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(body)) return [];
  const [first] = validate.errors ?? [];
  return [
    `answers ${answer.status} in another shape than documented: ${first?.instancePath ?? ''} ${first?.message ?? ''} ${JSON.stringify(first?.params ?? {})}`,
  ];
}
