import {
  bylineHash,
  changedHead,
  changedParts,
  headFromBytes,
  parseStoryText,
  sha256Hex,
  statementFromBytes,
  textHash,
} from '@xiangyin/document';
import type { Head, HeadPart, Statement, StoryText } from '@xiangyin/document';
import { verifySignature } from '#access';
import type { StoredEdition, StoredProof, StoredSignature } from './stored-evidence.ts';

/** What checking found; an empty list of problems is a good signature. Problems are codes with words under `verify.<code>`. */
export interface ProofReport {
  readonly valid: boolean;
  readonly signatures: {
    readonly id: string;
    readonly number: number;
    readonly step: string;
    readonly kind: string;
    readonly problems: string[];
  }[];
  readonly editions: { readonly id: string; readonly number: number; readonly problems: string[] }[];
}

/** Checks a story's signatures from the stored bytes alone: each signature over its statement, the statement over its text, the chain from one to the next, what was carried over to a changed text and whether it says the change rightly, the steps and separate hands behind each edition. Pure. */
export function checkProof(proof: StoredProof): ProofReport {
  const signatures = proof.signatures.map((one, at) => ({
    id: one.id,
    number: one.number,
    step: one.step,
    kind: one.evidence.kind,
    problems: [
      ...signatureProblems(proof, one, proof.signatures[at - 1]),
      ...takeBackProblems(one, proof.signatures[at - 1]),
    ],
  }));
  const editions = proof.editions.map((one) => ({
    id: one.id,
    number: one.number,
    problems: editionProblems(proof, one),
  }));
  return { valid: [...signatures, ...editions].every((one) => one.problems.length === 0), signatures, editions };
}

function signatureProblems(proof: StoredProof, one: StoredSignature, before: StoredSignature | undefined): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => void (holds || problems.push(problem));
  const statement = readStatement(one.statement);
  if (!statement) return ['statement-unreadable'];
  check(sha256Hex(one.statement) === one.statementHash, 'statement-changed');
  check(verifySignature(one.evidence, sha256Hex(one.statement)), 'signature-false');
  check(says(proof, one, statement), 'row-differs-from-statement');
  check((statement.mark === 'demonstration') === (one.evidence.kind === 'demonstration'), 'mark-differs');
  check(hashOfCanonical(one.canonical) === statement.textHash, 'text-changed');
  check(isHeadOf(one, statement), 'head-changed');
  if (one.verdict === 'carried') problems.push(...carryProblems(proof, one, statement));
  check(one.number === (before?.number ?? 0) + 1, 'signature-missing-before');
  check(
    statement.previous === (before?.statementHash ?? '') && (one.previousHash ?? '') === statement.previous,
    'chain-broken',
  );
  return problems;
}

/** A signature taken back is always the one right before, of the same hand, step and text: the chain itself names it. */
function takeBackProblems(one: StoredSignature, before: StoredSignature | undefined): string[] {
  if (one.verdict !== 'taken-back') return [];
  const same =
    before !== undefined &&
    ['approved', 'returned', 'rejected'].includes(before.verdict) &&
    (['roundId', 'step', 'signerId', 'textHash'] as const).every((field) => before[field] === one[field]);
  return same ? [] : ['takes-nothing-back'];
}

/** An entry that lets an approval stand is the county's word, names an approval of this very step by this very person before it, and says exactly which parts of the text differ. Of what stands beside the text (byline, places, data of a notice) it names at least what differs; it may name what was changed and changed back. */
function carryProblems(proof: StoredProof, one: StoredSignature, statement: Statement): string[] {
  const root = proof.signatures.find(
    (other) => other.statementHash === statement.carries && other.verdict === 'approved' && other.number < one.number,
  );
  if (
    !root ||
    root.step !== one.step ||
    root.side !== one.side ||
    root.signerId !== one.signerId ||
    one.evidence.kind !== 'attested'
  )
    return ['carry-unfounded'];
  const [was, is] = [textIn(root.canonical), textIn(one.canonical)];
  const all = (statement.changed ?? '').split('.');
  const said = all.filter((part) => part !== 'nothing' && !facts.includes(part));
  const beside = root.head && one.head ? headsDiffer(root.head, one.head) : [];
  return was && is && changedParts(was, is).join('.') === said.join('.') && beside.every((part) => all.includes(part))
    ? []
    : ['carry-misstated'];
}
const facts = ['byline', 'places', 'notice'];

// A head that cannot be read differs in everything.
function headsDiffer(before: Buffer, after: Buffer): readonly string[] {
  const [was, is] = [headFromBytes(before), headFromBytes(after)];
  return was && is ? changedHead(was, is) : facts;
}

// A statement that names a head has its bytes beside it; one of before heads were named has none.
const isHeadOf = ({ head }: StoredSignature, statement: Statement): boolean =>
  head === null
    ? statement.headHash === undefined
    : statement.headHash === sha256Hex(head) && headFromBytes(head) !== undefined;

// What the last signer of an edition saw beside its text; undefined for editions of before heads were signed.
function signedHead(proof: StoredProof, edition: StoredEdition): Head | undefined {
  const last = standingApprovals(proof.signatures).findLast((one) => one.roundId === edition.roundId);
  return last?.head ? headFromBytes(last.head) : undefined;
}

/** What is shown today beside the text of an edition otherwise than its last signer saw it: places and validity can be changed after publication. `now`: the story as it stands; byline and level are the edition's own. */
export function changedSinceSigned(proof: StoredProof, editionId: string | null, now: Head): HeadPart[] {
  const edition = proof.editions.find(({ id }) => id === editionId);
  const signed = edition && signedHead(proof, edition);
  if (!edition || !signed) return [];
  const byline = bylineHash(proof.storyId, edition.byline);
  return changedHead(signed, { ...now, byline, level: edition.level ?? '' });
}

function says(proof: StoredProof, one: StoredSignature, statement: Statement): boolean {
  return (
    statement.county === proof.countySlug &&
    statement.story === proof.storyId &&
    statement.step === one.step &&
    statement.signer === one.signerId &&
    statement.verdict === one.verdict &&
    statement.textHash === one.textHash
  );
}

/** The approvals that nobody took back, also those carried over; a signature taken back is followed at once by the entry that does so. */
export const standingApprovals = (signatures: readonly StoredSignature[]): StoredSignature[] =>
  signatures.filter((one, at) => stands(one) && signatures[at + 1]?.verdict !== 'taken-back');

/** Each step of its chain signed once on this very text (or carried over to it; never the last one) under the chain's name; no hand on two sides but by a recorded exception, where the chain allows one. */
function editionProblems(proof: StoredProof, edition: StoredEdition): string[] {
  const problems: string[] = [];
  const approvals = standingApprovals(proof.signatures).filter((one) => one.roundId === edition.roundId);
  const last = edition.chain.steps.at(-1)?.step;
  if (hashOfCanonical(edition.canonical) !== edition.textHash) problems.push('text-changed');
  for (const rule of edition.chain.steps)
    if (approvals.filter((one) => one.step === rule.step && one.side === rule.side).length !== 1)
      problems.push('step-missing');
  if (approvals.some((one) => one.step === last && one.verdict !== 'approved')) problems.push('last-step-carried');
  if (approvals.some((one) => one.textHash !== edition.textHash)) problems.push('signed-another-text');
  const head = signedHead(proof, edition);
  if (head && (head.byline !== bylineHash(proof.storyId, edition.byline) || head.level !== (edition.level ?? '')))
    problems.push('shows-another-head');
  if (new Set(approvals.flatMap((one) => readStatement(one.statement)?.headHash ?? [])).size > 1)
    problems.push('signed-another-head');
  if (approvals.some((one) => readStatement(one.statement)?.path !== edition.chain.label))
    problems.push('another-chain');
  const mayRepeat = (one: StoredSignature): boolean => edition.chain.separation === 'logged' && one.isException;
  if (approvals.some((a, at) => approvals.some((b, before) => before < at && isAnotherSide(a, b) && !mayRepeat(a))))
    problems.push('duties-not-separated');
  return [...new Set(problems)];
}

const stands = (one: StoredSignature): boolean => one.verdict === 'approved' || one.verdict === 'carried';

const isAnotherSide = (a: StoredSignature, b: StoredSignature): boolean =>
  a.signerId === b.signerId && a.side !== b.side;

function readStatement(bytes: Buffer): Statement | undefined {
  try {
    return statementFromBytes(bytes);
  } catch {
    return undefined;
  }
}

function textIn(canonical: Buffer): StoryText | undefined {
  try {
    const parsed = parseStoryText(JSON.parse(canonical.toString('utf8')), { draft: true });
    return parsed.ok ? parsed.text : undefined;
  } catch {
    return undefined;
  }
}

function hashOfCanonical(canonical: Buffer): string | undefined {
  try {
    const parsed = parseStoryText(JSON.parse(canonical.toString('utf8')), { draft: true });
    // Both ways: the bytes that are kept, and the text read from them.
    return parsed.ok && textHash(parsed.text) === sha256Hex(canonical) ? sha256Hex(canonical) : undefined;
  } catch {
    return undefined;
  }
}
