import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { mayEnrol } from '../account/may-enrol.ts';
import type { oidcLinkView as shape } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import { endSessions } from '../session/end-sessions.ts';

/** How the person is linked with the installation's provider; null where there is none. A link with a provider of earlier days counts as none. */
export async function oidcLinkView(tx: Tx, personId: string): Promise<z.infer<typeof shape>> {
  const { oidc } = tx.ctx.app.settings;
  if (!oidc) return null;
  const [row] = await tx.named<{ madeAt: Date; usedAt: Date | null }>(
    'access.oidc-link',
    'select made_at as "madeAt", used_at as "usedAt" from access.oidc_links where county_id = $1 and person_id = $2 and issuer = $3',
    [tx.countyId, personId, oidc.issuer],
  );
  return {
    name: oidc.name,
    linkedAt: row?.madeAt.toISOString() ?? null,
    usedAt: row?.usedAt?.toISOString() ?? null,
  };
}

/** Links the person with their subject at the provider, in place of an earlier one; their other sessions end. Refuses: OidcTaken (409) when somebody else of the county has it. */
export async function linkOidc(tx: Tx, actor: Actor, issuer: string, subject: string): Promise<void> {
  await tx.named('access.replace-oidc', 'delete from access.oidc_links where county_id = $1 and person_id = $2', [
    tx.countyId,
    actor.id,
  ]);
  const linked = await tx.named(
    'access.link-oidc',
    `insert into access.oidc_links (county_id, person_id, issuer, subject, made_at) values ($1, $2, $3, $4, $5)
     on conflict (county_id, issuer, subject) do nothing returning 1`,
    [tx.countyId, actor.id, issuer, subject, tx.ctx.app.clock.now()],
  );
  if (linked.length === 0) refuse('OidcTaken');
  await changed(tx, actor, 'link');
}

/** Takes the link away; sessions elsewhere end. Refuses: NotFound (404), StepUpRequired (401). */
export async function unlinkOidc(ctx: Ctx, actor: Actor): Promise<void> {
  await ctx.transaction(async (tx) => {
    await mayEnrol(tx, actor);
    const rows = await tx.named(
      'access.unlink-oidc',
      'delete from access.oidc_links where county_id = $1 and person_id = $2 returning 1',
      [tx.countyId, actor.id],
    );
    found(rows[0]);
    await changed(tx, actor, 'unlink');
  });
}

async function changed(tx: Tx, actor: Actor, how: 'link' | 'unlink'): Promise<void> {
  await endSessions(tx, actor, { personId: actor.id, except: actor.sessionId }, 'replaced');
  await audit(tx, actor, { act: `oidc.${how}`, noun: 'person', subjectId: actor.id });
  await emit(tx, credentialChanged, actor, { personId: actor.id, what: `oidc-${how}ed` });
}

/** Who of this county, with an account that is open, is linked with the subject; undefined for nobody. Notes the use. */
export async function personByOidc(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
  const [row] = await tx.named<{ personId: string }>(
    'access.person-by-oidc',
    `update access.oidc_links l set used_at = $4 from access.accounts a join people.persons p on p.county_id = $1 and p.id = a.person_id and p.active
      where l.county_id = $1 and l.issuer = $2 and l.subject = $3 and a.county_id = $1 and a.person_id = l.person_id and a.disabled_at is null
      returning l.person_id as "personId"`,
    [tx.countyId, issuer, subject, tx.ctx.app.clock.now()],
  );
  return row?.personId;
}
