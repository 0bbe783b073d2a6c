import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { mustBeCleanBody } from '#platform/http/body';
import { fieldProblems } from '#platform/http/problem';
import { refuse } from '#platform/refuse';

/** The file of a form and the words before it. Refuses: BadRequest (400), TooLarge (413). */
export async function sentFile<Words>(
  request: FastifyRequest,
  mostBytes: number,
  shape: z.ZodType<Words>,
): Promise<{ bytes: Buffer; words: Words }> {
  const part = await request.file({ limits: { fileSize: mostBytes } }).catch(brokenForm);
  if (!part) refuse('BadRequest', {}, [{ path: '/file', code: 'required' }]);
  const bytes = await part.toBuffer().catch(brokenForm);
  const words = wordsOf(part);
  mustBeCleanBody(words);
  const parsed = shape.safeParse(words, { reportInput: true });
  if (!parsed.success) refuse('BadRequest', {}, fieldProblems(parsed.error, ''));
  return { bytes, words: parsed.data };
}

const wordsOf = (part: MultipartFile): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(part.fields).flatMap(([name, field]) =>
      field && !Array.isArray(field) && field.type === 'field' ? [[name, field.value]] : [],
    ),
  );

// The parser of forms throws bare errors for a body that is cut off or has no boundary; those it knows carry a status.
function brokenForm(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error) throw error;
  refuse('BadRequest', {}, [{ path: '/file', code: 'invalid' }]);
}
