import type { Tx } from '#platform/transaction';

/** An invitation that still works. */
export interface OpenInvitation {
  id: string;
  personId: string;
  expiresAt: Date;
  /** Null: a command. */
  madeBy: string | null;
  /** The one proposed; null: none. */
  login: string | null;
}

const open = `i.used_at is null and i.withdrawn_at is null`;

/** By the token's hash, locked; undefined when it is used, withdrawn, too old, unknown, or its person is no longer active. */
export async function invitationByHash(tx: Tx, tokenHash: string): Promise<OpenInvitation | undefined> {
  const [row] = await tx.named<OpenInvitation>(
    'access.invitation',
    `select i.id, i.person_id as "personId", i.expires_at as "expiresAt", i.made_by as "madeBy", i.login from access.invitations i join people.persons p on p.county_id = $1 and p.id = i.person_id and p.active
      where i.county_id = $1 and i.token_hash = $2 and i.expires_at > $3 and ${open} for update of i`,
    [tx.countyId, tokenHash, tx.ctx.app.clock.now()],
  );
  return row;
}

/** The invitation of a person that still works, or undefined. */
export async function invitationOf(tx: Tx, personId: string): Promise<OpenInvitation | undefined> {
  const [row] = await tx.named<OpenInvitation>(
    'access.invitation-of',
    `select i.id, i.person_id as "personId", i.expires_at as "expiresAt", i.made_by as "madeBy", i.login from access.invitations i where i.county_id = $1 and i.person_id = $2 and i.expires_at > $3 and ${open} order by i.id desc limit 1`,
    [tx.countyId, personId, tx.ctx.app.clock.now()],
  );
  return row;
}

/** Withdraws whatever invitations of the person still work; how many. */
export async function withdrawInvitations(tx: Tx, personId: string): Promise<number> {
  const rows = await tx.named(
    'access.withdraw-invitations',
    `update access.invitations i set withdrawn_at = $3 where i.county_id = $1 and i.person_id = $2 and ${open} returning i.id`,
    [tx.countyId, personId, tx.ctx.app.clock.now()],
  );
  return rows.length;
}
