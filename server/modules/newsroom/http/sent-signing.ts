import { InvalidStatement, parseStatement } from '@xiangyin/document';
import type { Assertion } from '#access';
import { refuse } from '#platform/refuse';
import type { Signing } from '../review/store-signature.ts';

/** The statement and assertion that came back with a signature. Refuses: BadRequest (400) for what is no statement, naming the field. */
export function sentSigning(statement: unknown, assertion: Assertion | undefined): Signing {
  if (statement === undefined) return { assertion };
  try {
    return { statement: parseStatement(statement), assertion };
  } catch (error) {
    if (error instanceof InvalidStatement)
      refuse('BadRequest', {}, [{ path: `/statement/${error.field}`, code: 'invalid' }]);
    throw error;
  }
}
