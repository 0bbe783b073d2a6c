import { z } from 'zod';
import { assertionShape } from '#access/contract';
import { chainStepShape, signatureLine } from './story.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const stepShape = z.enum([...chainStepShape.options, 'after_review', 'withdrawal_review']);

/** The statement that is signed (document package, `Statement`). */
export const statementShape = z.strictObject({
  v: z.literal(1),
  county: z.string().max(100),
  story: z.uuid(),
  revision: z.int().min(1),
  textHash: hash,
  path: z.string().max(100),
  step: z.string().max(100),
  role: z.string().max(100),
  signer: z.uuid(),
  verdict: z.string().max(100),
  at: z.string().max(30),
  previous: z.union([hash, z.literal('')]),
  nonce: z.string().max(86),
  headHash: hash.optional(),
  mark: z.literal('demonstration').optional(),
});

/** What will be signed: `POST /stories/:id/signing-statements`. For a withdrawal or restoration only the verdict is needed. */
export const statementRequest = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.enum(['approved', 'returned', 'rejected']),
    step: stepShape,
    revisionId: z.uuid(),
    textHash: hash,
  }),
  z.strictObject({ verdict: z.enum(['withdrawn', 'restored']) }),
  z.strictObject({ verdict: z.literal('taken-back'), signatureId: z.uuid() }),
]);
/** `statementHash` goes to `POST /signing-options`; both come back with the signature. */
export const preparedStatement = z.strictObject({ statement: statementShape, statementHash: hash });

const signing = { statement: statementShape.optional(), assertion: assertionShape.optional() };
/** A verdict on the exact text that was read: `POST /stories/:id/signatures`. */
export const reviewVerdict = z.strictObject({
  step: stepShape,
  revisionId: z.uuid(),
  textHash: hash,
  verdict: z.enum(['approved', 'returned', 'rejected']),
  reason: z.string().trim().max(1000).optional(),
  ticked: z.array(z.string().max(200)).max(30).optional(),
  /** Why one person takes two steps, where the chain allows it. */
  exceptionReason: z.string().trim().max(300).optional(),
  /** Why I sign last although somebody else is on duty. */
  exception: z.string().trim().min(1).max(300).optional(),
  ...signing,
});
export type ReviewVerdictRequest = z.input<typeof reviewVerdict>;
/** `POST /stories/:id/signature-take-backs`: my latest signature, which nobody has acted on. */
export const signatureTakeBack = z.strictObject({ signatureId: z.uuid(), ...signing });
/** What puts a withdrawn story back. `translations` of an original go along, each with a signature of its own: left out, those that stand as it does; empty, none. */
export const restorationRequest = z.strictObject({
  /** For the desk. */
  reason: z.string().trim().min(1).max(1000),
  /** For the public, on the story's page and in the register, in its language: why. Left out, or of a translation: the usual words alone. */
  note: z.string().trim().min(1).max(300).optional(),
  translations: z
    .array(z.strictObject({ storyId: z.uuid(), ...signing }))
    .max(20)
    .optional(),
  ...signing,
});
/** What takes a story down. `exception`: why I do it although I am not on duty, where nobody is. */
export const withdrawalRequest = restorationRequest.extend({ exception: z.string().trim().min(1).max(300).optional() });
/** `note` is for the public: what was wrong. */
export const correctionRequest = z.strictObject({ note: z.string().trim().min(1).max(300) });
/** `note` is for the public: what is new. Left out: nothing is said. */
export const updateRequest = z.strictObject({ note: z.string().trim().min(1).max(300).optional() });

export const signatureListView = z.strictObject({ items: z.array(signatureLine) });
/** What checking every signature of a story from the stored bytes found. */
export const verificationView = z.strictObject({
  valid: z.boolean(),
  signatures: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.int(),
      step: z.string(),
      kind: z.string(),
      problems: z.array(z.string()),
    }),
  ),
  editions: z.array(z.strictObject({ id: z.uuid(), number: z.int(), problems: z.array(z.string()) })),
});
