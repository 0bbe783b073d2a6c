import type pg from 'pg';

/** A breach of a rule on the shape of the database: where, and what to do. */
export interface SchemaFault {
  rule:
    | 'county'
    | 'distributable'
    | 'upward'
    | 'row-level security'
    | 'append-only'
    | 'no triggers'
    | 'no sequences'
    | 'definer'
    | 'no now()'
    | 'rights';
  at: string;
  message: string;
}

/** How many tables were looked at, and what is wrong. */
export interface SchemaReport {
  owned: number;
  shared: number;
  faults: SchemaFault[];
}

/** Tables of the platform and the modules; `owned` ones belong to a county, the rest are declared the same for all (`platform.shared`). */
const tables = `
  with tables as (
    select c.oid, n.nspname as schema, n.nspname || '.' || c.relname as name, c.relrowsecurity as is_secured, c.relowner,
           obj_description(c.oid, 'pg_class') is distinct from 'reference table' as is_owned,
           obj_description(c.oid, 'pg_class') = 'append-only' as is_append_only
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'jobs')),
  owned as (select * from tables where is_owned),
  columns as (select attrelid, attnum, attname as name from pg_attribute)`;

/** One query a rule; each row is a breach. */
const rules: readonly { rule: SchemaFault['rule']; message: string; query: string }[] = [
  {
    rule: 'county',
    message: 'the primary key begins with county_id (or declare the table with platform.shared)',
    query: `select o.name as at from owned o
       left join pg_constraint k on k.conrelid = o.oid and k.contype = 'p'
       left join columns f on f.attrelid = o.oid and f.attnum = k.conkey[1]
      where f.name is distinct from 'county_id'`,
  },
  {
    rule: 'county',
    message: 'a unique key begins with county_id: two counties may hold the same value',
    query: `select o.name || ' (' || i.indexrelid::regclass || ')' as at from owned o
       join pg_index i on i.indrelid = o.oid and i.indisunique and not i.indisprimary
       left join columns f on f.attrelid = o.oid and f.attnum = i.indkey[0]
      where f.name is distinct from 'county_id'`,
  },
  {
    rule: 'county',
    message: 'a foreign key begins with county_id on both sides, unless it leads to a shared table',
    query: `select o.name || ' (' || k.conname || ')' as at from owned o
       join pg_constraint k on k.conrelid = o.oid and k.contype = 'f'
       join owned target on target.oid = k.confrelid
       join columns here on here.attrelid = o.oid and here.attnum = k.conkey[1]
       join columns there on there.attrelid = target.oid and there.attnum = k.confkey[1]
      where here.name <> 'county_id' or there.name <> 'county_id'`,
  },
  {
    rule: 'distributable',
    message: 'county_id is integer and not null, as in every table: by it rows of a county come to lie together',
    query: `select o.name as at from owned o
       left join pg_attribute a on a.attrelid = o.oid and a.attname = 'county_id' and not a.attisdropped
      where a.atttypid is distinct from 'integer'::regtype or not a.attnotnull`,
  },
  {
    rule: 'distributable',
    message: 'a foreign key of a shared table may lead to shared tables only: Citus keeps those whole on every node',
    query: `select s.name || ' (' || k.conname || ')' as at from tables s
       join pg_constraint k on k.conrelid = s.oid and k.contype = 'f'
       join owned target on target.oid = k.confrelid
      where not s.is_owned`,
  },
  {
    rule: 'distributable',
    message:
      'a foreign key does nothing to rows by itself: SET NULL and SET DEFAULT would reach county_id, and updates of keys are not known',
    query: `select o.name || ' (' || k.conname || ')' as at from owned o
       join pg_constraint k on k.conrelid = o.oid and k.contype = 'f'
      where k.confdeltype in ('n', 'd') or k.confupdtype <> 'a'`,
  },
  {
    rule: 'distributable',
    message: 'a primary or unique key is checked at once, and an exclusion has county_id WITH = among its columns',
    query: `select o.name || ' (' || k.conname || ')' as at from owned o
       join pg_constraint k on k.conrelid = o.oid
      where k.contype in ('p', 'u') and k.condeferrable
         or k.contype = 'x' and not exists (
           select from unnest(k.conkey, k.conexclop) as part (attnum, operator)
             join columns f on f.attrelid = o.oid and f.attnum = part.attnum
            where f.name = 'county_id' and part.operator = '=(integer,integer)'::regoperator)`,
  },
  {
    rule: 'distributable',
    message: 'no rewrite rules, no inheritance, no tables outside the database on what belongs to a county',
    query: `select o.name as at from owned o
      where exists (select from pg_rewrite r where r.ev_class = o.oid)
         or exists (select from pg_inherits i join pg_class c on c.oid = i.inhparent where (i.inhrelid = o.oid or i.inhparent = o.oid) and c.relkind <> 'p')
         or exists (select from pg_class c where c.oid = o.oid and c.relpersistence <> 'p')`,
  },
  {
    rule: 'row-level security',
    message: 'say select platform.owned(…) after the table is made',
    query: `select o.name as at from owned o
      where not o.is_secured or not exists (select 1 from pg_policy p where p.polrelid = o.oid)`,
  },
  {
    rule: 'append-only',
    message: 'the app role may update or delete here although the table is append-only',
    query: `select o.name as at from owned o
      where o.is_append_only and (has_table_privilege($1, o.oid, 'update') or has_table_privilege($1, o.oid, 'delete')
         or exists (select 1 from columns f where f.attrelid = o.oid and f.attnum > 0 and has_column_privilege($1, o.oid, f.attnum, 'update')))`,
  },
  {
    rule: 'rights',
    message: 'the app role cannot read or write here: say platform.owned, platform.append_only or platform.shared',
    query: `select t.name as at from tables t
      where not has_table_privilege($1, t.oid, 'select') or not has_table_privilege($1, t.oid, 'insert')`,
  },
  {
    rule: 'rights',
    message: 'the app role owns this table and so stands above its rules',
    query: `select t.name as at from tables t where pg_has_role($1, t.relowner, 'usage')`,
  },
  {
    rule: 'no triggers',
    message: 'a trigger acts unseen and is lost when tables are distributed: do it in the verb',
    query: `select t.name || ' (' || g.tgname || ')' as at from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal`,
  },
  {
    rule: 'definer',
    message:
      'a function that reads as the owner keeps to app.county or answers numbers of counties alone (platform.due), has its own search_path, and is for the app role alone',
    query: `select n.nspname || '.' || p.proname as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'jobs')
        and ((p.prosrc !~ 'current_setting\\(''app\\.county''' and p.prosrc !~ '^begin return query select c\\.id from platform\\.counties c where c\\.closed_at is null and c\\.id in \\([^;]*\\); end$') or not coalesce(p.proconfig::text, '') ~ 'search_path' or exists (
          select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))`,
  },
  {
    rule: 'distributable',
    message:
      'a question of platform.due joins tables of counties by county_id, and nothing in it looks out of its brackets: Citus then asks each worker for its own',
    query: `select n.nspname || '.' || p.proname as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and p.prosrc ~ '^begin return query select c\\.id from platform\\.counties'
        and (regexp_count(p.prosrc, '\\mjoin\\M') <> regexp_count(p.prosrc, '\\mjoin \\S+ \\w+ on \\w+\\.county_id = \\w+\\.county_id\\M')
          or p.prosrc ~ '\\m(lateral|exists)\\M' or p.prosrc ~ '\\mfrom \\S+ \\w+,')`,
  },
  {
    rule: 'no sequences',
    message: 'a sequence is one for all counties: give ids made by newId()',
    query: `select o.name || ' (' || a.attname || ')' as at from owned o
       join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
      where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'`,
  },
  {
    rule: 'no now()',
    message: 'the clock passes times, so that a test and a demonstration can set it',
    query: `select t.name || ' (' || a.attname || ')' as at from tables t
       join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
       join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
      where pg_get_expr(d.adbin, d.adrelid) ~* '\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp)\\(|\\mcurrent_(date|time|timestamp)\\M|\\mlocaltime'`,
  },
];

/** Judges a migrated database by the rules that keep counties apart and the modules in their order (R6). `order` is the list of modules. */
export async function judgeSchema(
  owner: pg.ClientBase,
  appRole: string,
  order: readonly string[],
): Promise<SchemaReport> {
  const counts = await owner.query<{ owned: number; shared: number }>(
    `${tables} select count(*) filter (where is_owned)::integer as owned, count(*) filter (where not is_owned)::integer as shared from tables`,
  );
  const faults: SchemaFault[] = [];
  for (const { rule, message, query } of rules) {
    const parameters = query.includes('$1') ? [appRole] : [];
    const { rows } = await owner.query<{ at: string }>(`${tables} ${query} order by 1`, parameters);
    faults.push(...rows.map(({ at }) => ({ rule, at, message })));
  }
  const { owned = 0, shared = 0 } = counts.rows[0] ?? {};
  return { owned, shared, faults: [...faults, ...(await downwardKeys(owner, order))] };
}

interface Reference {
  key: string;
  source: string;
  target: string;
}

/** Foreign keys that lead to a later module. `platform` stands before all. */
async function downwardKeys(owner: pg.ClientBase, order: readonly string[]): Promise<SchemaFault[]> {
  const { rows } = await owner.query<Reference>(
    `${tables} select a.name || ' (' || k.conname || ')' as key, a.schema as source, b.schema as target
       from tables a join pg_constraint k on k.conrelid = a.oid and k.contype = 'f' join tables b on b.oid = k.confrelid order by 1`,
  );
  const rank = (schema: string) => order.indexOf(schema.replaceAll('_', '-'));
  return rows
    .filter(({ source, target }) => source !== target && rank(target) > rank(source))
    .map(({ key, source, target }) => ({
      rule: 'upward',
      at: key,
      message: `'${source}' stands before '${target}': foreign keys point to earlier modules. Keep the row on the other side`,
    }));
}
