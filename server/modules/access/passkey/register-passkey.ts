import { randomBytes } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { inWords } from '#places';
import { personById, shownName } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import { mayEnrol } from '../account/may-enrol.ts';
import { keepChallenge, takeChallenge } from '../challenge-queries.ts';
import type { Attestation, CreationOptions, NewPasskeyRequest, PasskeyView } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import { passkeysOf } from '../passkey-queries.ts';
import { replaceSession } from '../session/replace-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import type { AccessTables } from '../tables.ts';
import { algorithmOf, algorithms } from './cose.ts';
import { passkeyView } from './list-passkeys.ts';
import { originsOf, relyingPartyId } from './relying-party.ts';

/** Options for making a passkey. Refuses: StepUpRequired (401) unless the person confirmed just now, or has no second factor yet. */
export async function registrationOptions(ctx: Ctx, actor: Actor, host: string | undefined): Promise<CreationOptions> {
  return ctx.transaction(async (tx) => {
    await mayEnrol(tx, actor);
    const account = found(await accountOf(tx, actor.id));
    const name = shownName(tx, found(await personById(tx, actor.id)));
    const challenge = randomBytes(32).toString('base64url');
    await keepChallenge(tx, 'register', challenge, { personId: actor.id, sessionId: actor.sessionId });
    const known = await passkeysOf(tx, actor.id);
    return {
      publicKey: {
        challenge,
        rp: { id: relyingPartyId(ctx, host), name: inWords(ctx.county.name, ctx.language) },
        // Any 64 bytes that name nobody: the person's id.
        user: { id: Buffer.from(actor.id).toString('base64url'), name: account.login, displayName: name },
        pubKeyCredParams: Object.values(algorithms).map((alg) => ({ alg, type: 'public-key' as const })),
        timeout: 120_000,
        attestation: 'none',
        excludeCredentials: known
          .filter((one) => !one.serverHeld)
          .map((one) => ({ id: one.credentialId, type: 'public-key' as const })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      },
    };
  });
}

/** Keeps a new passkey. The session is replaced by one of the higher assurance; the person's other sessions end.
 *  Refuses: PasskeyNotAccepted (422), StepUpRequired (401). */
export async function registerPasskey(
  ctx: Ctx,
  actor: Actor,
  request: NewPasskeyRequest,
  host: string | undefined,
): Promise<{ passkey: PasskeyView; session: StartedSession }> {
  return ctx.transaction(async (tx) => {
    await mayEnrol(tx, actor);
    const rpId = relyingPartyId(ctx, host);
    const made = (await verified(tx, actor, request.attestation, rpId)) ?? refuse('PasskeyNotAccepted');
    const id = newId<'passkey'>();
    const at = ctx.app.clock.now();
    const kept = await tx
      .tables<AccessTables>()
      .insertInto('access.passkeys')
      .values({
        county_id: tx.countyId,
        id,
        person_id: actor.id,
        credential_id: made.id,
        public_key: Buffer.from(made.publicKey),
        algorithm: algorithmOf(made.publicKey),
        counter: made.counter,
        transports: request.attestation.response.transports ?? [],
        rp_id: rpId,
        name: request.name,
        made_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows !== 1n) refuse('PasskeyNotAccepted');
    await audit(tx, actor, { act: 'passkey.add', noun: 'person', subjectId: actor.id, detail: { passkeyId: id } });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'passkey-added' });
    const session = await replaceSession(tx, actor, {
      assurance: 2,
      method: 'passkey',
      steppedUpBy: 'passkey',
      why: 'replaced',
    });
    return { passkey: passkeyView({ id, name: request.name, serverHeld: false, madeAt: at, usedAt: null }), session };
  });
}

async function verified(tx: Tx, actor: Actor, attestation: Attestation, rpId: string) {
  const challenge = await takeChallenge(tx, 'register', challengeIn(attestation));
  if (!challenge || challenge.personId !== actor.id || challenge.sessionId !== actor.sessionId) return undefined;
  try {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const answer = await verifyRegistrationResponse({
      response: asResponse(attestation),
      expectedChallenge: challenge.challenge,
      expectedOrigin: originsOf(tx.ctx),
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: Object.values(algorithms),
    });
    return answer.verified ? answer.registrationInfo.credential : undefined;
  } catch {
    return undefined;
  }
}

const clientData = z.object({ challenge: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/) });

function challengeIn(attestation: Attestation): string {
  try {
    return clientData.parse(JSON.parse(Buffer.from(attestation.response.clientDataJSON, 'base64url').toString('utf8')))
      .challenge;
  } catch {
    return '';
  }
}

const asResponse = (attestation: Attestation): RegistrationResponseJSON => ({
  id: attestation.id,
  rawId: attestation.rawId,
  type: attestation.type,
  clientExtensionResults: {},
  response: {
    clientDataJSON: attestation.response.clientDataJSON,
    attestationObject: attestation.response.attestationObject,
  },
});
