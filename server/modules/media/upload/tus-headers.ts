import type { IncomingHttpHeaders } from 'node:http';
import { createHash } from 'node:crypto';
import { mustBeCleanBody } from '#platform/http/body';
import { fieldProblems } from '#platform/http/problem';
import { refuse } from '#platform/refuse';
import { uploadWords } from '../contract.ts';
import type { UploadWords } from '../contract.ts';
import { largestBytes } from './limits.ts';

/** The version of the protocol that is spoken (tus.io, resumable upload protocol 1.0.0). */
const version = '1.0.0';

const algorithms = ['sha256', 'sha1', 'md5'];

/** What every answer says of the protocol. */
export const tusHeaders: Readonly<Record<string, string>> = {
  'tus-resumable': version,
  'tus-version': version,
  'tus-extension': 'creation,expiration,checksum,termination',
  'tus-max-size': String(largestBytes),
  'tus-checksum-algorithm': algorithms.join(','),
};

type Headers = Pick<IncomingHttpHeaders, string>;

/** Refuses: UploadProtocolUnknown (412) unless the client speaks our version. */
export function mustSpeakTus(headers: Headers): void {
  if (headers['tus-resumable'] !== version) refuse('UploadProtocolUnknown', { version });
}

/** A header that is a whole number of bytes. Refuses: BadRequest (400). */
export function bytesHeader(headers: Headers, name: 'upload-length' | 'upload-offset'): number {
  const text = headers[name];
  if (typeof text !== 'string') return refuseHeader(name, 'required');
  return /^\d{1,15}$/.test(text) ? Number(text) : refuseHeader(name, 'invalid');
}

/** What the client says of the file: names and base64 values of `Upload-Metadata`. Refuses: BadRequest (400) for what is unknown or no text. */
export function metadataHeader(headers: Headers): UploadWords {
  const text = headers['upload-metadata'];
  const pairs = typeof text === 'string' && text !== '' ? text.split(',').map(readPair) : [];
  const said = Object.fromEntries(pairs);
  mustBeCleanBody(said);
  const parsed = uploadWords.safeParse(said, { reportInput: true });
  if (!parsed.success) refuse('BadRequest', {}, fieldProblems(parsed.error, '/header/upload-metadata'));
  return parsed.data;
}

function readPair(pair: string): [string, string] {
  const [name = '', value = '', ...more] = pair.trim().split(' ');
  if (more.length > 0 || !/^[\w-]{1,40}$/.test(name) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
    refuseHeader('upload-metadata', 'invalid');
  return [name, Buffer.from(value, 'base64').toString('utf8')];
}

/** Whether these bytes are the ones that `Upload-Checksum` names; null where the client sent none. Refuses: BadRequest (400) for an unknown algorithm. */
export function checksumHeader(headers: Headers): ((bytes: Buffer) => boolean) | null {
  const text = headers['upload-checksum'];
  if (text === undefined) return null;
  const [, name = '', wanted = ''] = /^(\w+) ([A-Za-z0-9+/]+={0,2})$/.exec(String(text)) ?? [];
  if (!algorithms.includes(name)) return refuseHeader('upload-checksum', 'invalid');
  return (bytes) => createHash(name).update(bytes).digest('base64') === wanted;
}

const refuseHeader = (name: string, code: string): never =>
  refuse('BadRequest', {}, [{ path: `/header/${name}`, code }]);
