import { sha256 } from '#platform/canonical';
import type { FastifyInstance } from 'fastify';
import { newId } from '#platform/ids';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { materialPage } from './http/material-page.ts';

export { sendersAtOnce, sendersOfOne } from './upload/limits.ts';

/** A picture in the library, without its bytes: for tests that need a row. Answers its hash. */
export async function addTestPicture(tx: Tx, placeId: string): Promise<string> {
  const hash = sha256(newId<'picture'>());
  await tx.named(
    'testing.add-picture',
    `insert into media.pictures (county_id, hash, width, height, bytes, alt, caption, credit, place_id, made_at) values ($1, $2, 600, 400, 1000, '桥', '', '', $3, $4)`,
    [tx.countyId, hash, placeId, tx.at],
  );
  return hash;
}

/** A consent to a picture of the library, given on paper without a form. Answers its id. */
export async function addTestConsent(tx: Tx, hash: string): Promise<string> {
  const id = newId<'consent'>();
  await tx.named(
    'testing.add-consent',
    `insert into media.consents (county_id, id, item_hash, picture_hash, given_by, for_whom, as_guardian, way, given_on, scope, recorded_at) values ($1, $2, $3, $3, '周大娘', '', false, 'paper', '2026-03-01', '', $4)`,
    [tx.countyId, id, hash, tx.at],
  );
  return id;
}

/** A sound in the library whose conversion was stopped, without its bytes: for tests that need a row. Answers its id. */
export async function addTestMaterial(tx: Tx, placeId: string): Promise<string> {
  const id = newId<'material'>();
  await tx.named(
    'testing.add-material',
    `insert into media.materials (county_id, id, hash, kind, state, name, media_type, bytes, title, caption, credit, place_id, made_at)
     values ($1, $2, $3, 'audio', 'stopped', '集市.m4a', 'audio/mp4', 1000, '集市', '', '', $4, $5)`,
    [tx.countyId, id, sha256(id), placeId, tx.at],
  );
  return id;
}

/** A film that can be played, without its bytes. Answers its id and hash. */
export async function addTestFilm(tx: Tx, placeId: string, title: string): Promise<{ id: string; hash: string }> {
  const id = newId<'material'>();
  const hash = sha256(id);
  await tx.named(
    'testing.add-film',
    `insert into media.materials (county_id, id, hash, kind, state, name, media_type, bytes, title, caption, credit, place_id, made_at, duration_milliseconds, width, height)
     values ($1, $2, $3, 'video', 'ready', '渡口.mp4', 'video/mp4', 1000, $6, '', '', $4, $5, 42000, 854, 480)`,
    [tx.countyId, id, hash, placeId, tx.at, title],
  );
  await tx.named(
    'testing.add-film-file',
    `insert into media.material_files (county_id, material_id, part, file_hash, media_type, bytes, width, height) values ($1, $2, '480p', $3, 'video/mp4', 900, 854, 480)`,
    [tx.countyId, id, hash],
  );
  return { id, hash };
}

/** A sound that can be played, without its bytes. Answers its id and hash. */
export async function addTestRecording(tx: Tx, placeId: string): Promise<{ id: string; hash: string }> {
  const id = newId<'material'>();
  const hash = sha256(id);
  await tx.named(
    'testing.add-recording',
    `insert into media.materials (county_id, id, hash, kind, state, name, media_type, bytes, title, caption, credit, place_id, made_at, duration_milliseconds, peaks)
     values ($1, $2, $3, 'audio', 'ready', '集市.m4a', 'audio/mp4', 1000, '集市上的“吆喝”', '', '', $4, $5, 42000, '{10,50,20}')`,
    [tx.countyId, id, hash, placeId, tx.at],
  );
  await tx.named(
    'testing.add-recording-file',
    `insert into media.material_files (county_id, material_id, part, file_hash, media_type, bytes) values ($1, $2, 'audio', $3, 'audio/mp4', 900)`,
    [tx.countyId, id, hash],
  );
  return { id, hash };
}

/** Serves the files of materials as the portal does, which is a later module. */
export function mountMaterials(server: FastifyInstance): void {
  server.get(materialPage.path, async (request, reply) => {
    const params = request.params as Record<string, string>;
    const answer = await materialPage.load({ ctx: found(request.ctx), params, request } as never);
    if (!('stream' in answer)) throw new Error('a material is a stream');
    const { type, headers, body } = answer.stream;
    return reply.status(answer.status).headers(headers).type(type).send(body);
  });
}
