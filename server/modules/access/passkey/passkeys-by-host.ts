import type { Tx } from '#platform/transaction';

/** The passkeys that were made under one host name, and work under no other. */
export interface PasskeysOfHost {
  readonly host: string;
  readonly passkeys: number;
  readonly people: number;
  /** People among them who have no codes of a phone, no recovery code and no passkey elsewhere: without this host they cannot sign in where a second factor is asked for. */
  readonly peopleWithoutOther: number;
}

/** How many passkeys hang on which host name; those that a server holds for a demonstration are left out. */
export function passkeysByHost(tx: Tx): Promise<PasskeysOfHost[]> {
  return tx.named<PasskeysOfHost>(
    'access.passkeys-by-host',
    `with own as (
       select k.rp_id, k.person_id, a.totp_confirmed_at is null
              and not exists (select 1 from access.recovery_codes c where c.county_id = $1 and c.person_id = k.person_id and c.used_at is null)
              and not exists (select 1 from access.passkeys o where o.county_id = $1 and o.person_id = k.person_id and o.removed_at is null and o.rp_id <> k.rp_id) as alone
         from access.passkeys k join access.accounts a on a.county_id = k.county_id and a.person_id = k.person_id
        where k.county_id = $1 and k.removed_at is null and not k.server_held and a.disabled_at is null)
     select rp_id as host, count(*)::int as passkeys, count(distinct person_id)::int as people,
            (count(distinct person_id) filter (where alone))::int as "peopleWithoutOther"
       from own group by rp_id order by rp_id`,
    [tx.countyId],
  );
}
