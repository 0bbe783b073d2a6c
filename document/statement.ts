import { canonicalJson } from './canonical-json.ts';
import { sha256Bytes, sha256Hex, utf8Bytes } from './hash.ts';

/** What a reviewer signs about one text. Ids only: no names, no telephone numbers. */
export type Statement = {
  /** Version of this form. */
  v: 1;
  /** The county's stable code, for instance `330183`. */
  county: string;
  /** Id of the story. */
  story: string;
  /** Revision of the story that was read, from 1. */
  revision: number;
  /** `textHash` of that revision: 64 lowercase hex digits. */
  textHash: string;
  /** The way the story takes: `ordinary`, `paired`, `urgent`, … as the newsroom names them. */
  path: string;
  /** The step of that way: `review1`, `proof2`, `signOff`, … */
  step: string;
  /** The role in which the signer acted, as granted at that moment. */
  role: string;
  /** Id of the person. */
  signer: string;
  /** What was decided: `approved`, `returned`, … */
  verdict: string;
  /** RFC 3339 in UTC with milliseconds: `2026-11-22T01:27:03.120Z`. */
  at: string;
  /** `statementHash` of the story's signature before this one; empty for the first. */
  previous: string;
  /** At least 128 random bits in base64url, so that no two statements are alike. */
  nonce: string;
  /** `headHash` of what stood beside the text: byline, places, data of a notice. Left out by statements of before it was named (ADR 33). */
  headHash?: string;
  /** Only on signatures of the demonstration, whose keys the server holds. */
  mark?: 'demonstration';
  /** Only with the verdict `carried`: `statementHash` of the approval that stands, though the text is another one. */
  carries?: string;
  /** Only with `carries`: what differs from the text that was approved, such as `caption` or `picture.caption`; `nothing` when it reads as it did. */
  changed?: string;
};

const identifier = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const hash = /^[0-9a-f]{64}$/;

const shapes: {
  [Name in Exclude<keyof Statement, 'v' | 'revision' | 'mark' | 'carries' | 'changed' | 'headHash'>]: RegExp;
} = {
  county: identifier,
  story: identifier,
  textHash: hash,
  path: identifier,
  step: identifier,
  role: identifier,
  signer: identifier,
  verdict: identifier,
  at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  previous: /^([0-9a-f]{64})?$/,
  nonce: /^[A-Za-z0-9_-]{22,86}$/,
};

/** Thrown when a value is no statement; `field` names the first that is wrong. */
export class InvalidStatement extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`Not a statement: ${field}`);
    this.name = 'InvalidStatement';
    this.field = field;
  }
}

/** Reads a statement that was kept or sent. Throws InvalidStatement for a missing, foreign or malformed field. */
export function parseStatement(value: unknown): Statement {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidStatement('');
  const fields: { readonly [name: string]: unknown } = { ...value };
  const foreign = Object.keys(fields).find(
    (name) =>
      !(name in shapes && Object.keys(shapes).includes(name)) &&
      !['v', 'revision', 'headHash', 'mark', 'carries', 'changed'].includes(name),
  );
  if (foreign !== undefined) throw new InvalidStatement(foreign);
  const { v, revision, headHash, mark, carries, changed } = fields;
  if (v !== 1) throw new InvalidStatement('v');
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 1)
    throw new InvalidStatement('revision');
  if (headHash !== undefined && (typeof headHash !== 'string' || !hash.test(headHash)))
    throw new InvalidStatement('headHash');
  if (mark !== undefined && mark !== 'demonstration') throw new InvalidStatement('mark');
  if (carries !== undefined && (typeof carries !== 'string' || !hash.test(carries)))
    throw new InvalidStatement('carries');
  if (
    (changed === undefined) !== (carries === undefined) ||
    (fields['verdict'] === 'carried') !== (carries !== undefined)
  )
    throw new InvalidStatement('changed');
  if (changed !== undefined && (typeof changed !== 'string' || !identifier.test(changed)))
    throw new InvalidStatement('changed');
  const field = (name: keyof typeof shapes): string => readShaped(fields, name);
  return {
    v,
    county: field('county'),
    story: field('story'),
    revision,
    textHash: field('textHash'),
    path: field('path'),
    step: field('step'),
    role: field('role'),
    signer: field('signer'),
    verdict: field('verdict'),
    at: field('at'),
    previous: field('previous'),
    nonce: field('nonce'),
    ...(headHash === undefined ? {} : { headHash }),
    ...(mark === undefined ? {} : { mark }),
    ...(carries === undefined ? {} : { carries }),
    ...(changed === undefined ? {} : { changed }),
  };
}

/** The statement in RFC 8785 form, UTF-8: the bytes that are signed and kept. Throws InvalidStatement. */
export function statementBytes(statement: Statement): Uint8Array {
  return utf8Bytes(canonicalJson(parseStatement(statement)));
}

/** SHA-256 of `statementBytes` as 32 bytes: the challenge a passkey signs. */
export function statementDigest(statement: Statement): Uint8Array {
  return sha256Bytes(statementBytes(statement));
}

/** `statementDigest` as 64 lowercase hex digits: the next statement's `previous`. */
export function statementHash(statement: Statement): string {
  return sha256Hex(statementBytes(statement));
}

/** Reads kept bytes back, for a verifier without a database. Throws InvalidStatement unless they are exactly the canonical form. */
export function statementFromBytes(bytes: Uint8Array): Statement {
  const statement = parseStatement(jsonOf(bytes));
  const again = statementBytes(statement);
  if (again.length !== bytes.length || again.some((byte, i) => byte !== bytes[i]))
    throw new InvalidStatement('canonical form');
  return statement;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new InvalidStatement('JSON');
  }
}

function readShaped(fields: { readonly [name: string]: unknown }, name: keyof typeof shapes): string {
  const value = fields[name];
  if (typeof value !== 'string' || !shapes[name].test(value)) throw new InvalidStatement(name);
  return value;
}
