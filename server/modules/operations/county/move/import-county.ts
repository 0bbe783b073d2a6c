import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { endEverySession } from '#access';
import { systemActor } from '#platform/actor';
import { insertMovedCounty, lockCounties, nextCountyId } from '#platform/add-county';
import type { App } from '#platform/app';
import { audit } from '#platform/audit';
import { sha256 } from '#platform/canonical';
import type { County } from '#platform/county';
import { ExplainedError } from '#platform/explained-error';
import { unsealUnder } from '#platform/sealing-keys';
import type { SealedColumn } from '#platform/manifest';
import { ctxWithin } from '#platform/transaction';
import { ArchiveProblem } from '../../backup/archive.ts';
import type { MovedCounty } from '../../backup/archive.ts';
import { fillTables } from '../../backup/copy-in.ts';
import type { Inlet } from '../../backup/copy-in.ts';
import { mustBeAlone } from '../../backup/make-backup.ts';
import { withOwner } from '../../backup/owner.ts';
import { proveCounty } from '../../backup/proofs.ts';
import type { Proofs } from '../../backup/proofs.ts';
import { membersOf } from '../../backup/read-archive.ts';
import type { Member, WholeArchive } from '../../backup/read-archive.ts';
import type { MovingKeys } from './moving-keys.ts';
import { resealRow, rowByRow } from './moving-rows.ts';
import type { Reseal } from './moving-rows.ts';
import { renameSealedFile, sealedBytesOf, sealedFilesOf } from './sealed-things.ts';

/** What is to be taken in, and how. */
export interface ImportRequest {
  readonly archive: WholeArchive;
  readonly moved: MovedCounty;
  readonly keys: MovingKeys;
  readonly ownerUrl: string;
  /** Host names under which it answers here. */
  readonly hosts: readonly string[];
  progress(line: string): void;
}

/** Takes a county in, under the next free number of this installation, while other counties work: rows, files, keys; checks its chains and signatures before anybody sees it. All of it is there afterwards, or nothing. Answers its number and what was proven.
 *  Throws ExplainedError where its slug or a host is taken, or something of it does not hold. */
export async function importCounty(app: App, request: ImportRequest): Promise<{ id: number; proofs: Proofs }> {
  return withOwner(request.ownerUrl, async (owner) => {
    await mustBeAlone(owner);
    await lockCounties(owner);
    // One moment throughout: the ledger of hours is checked in no other.
    await owner.query(
      'begin isolation level repeatable read; set local row_security = off; set local statement_timeout = 0; set constraints all deferred',
    );
    const taking = new Taking(app, owner, await nextCountyId(owner), request);
    const proofs = await taking.all().catch(async (error: unknown) => {
      await taking.undo();
      throw error;
    });
    await owner.query('commit');
    return { id: taking.id, proofs };
  });
}

/** A county on its way in. */
class Taking {
  readonly id: number;
  readonly #app: App;
  readonly #owner: pg.Client;
  readonly #request: ImportRequest;
  readonly #part: string;
  #sealedFiles: ReadonlyMap<string, SealedColumn> | undefined;

  constructor(app: App, owner: pg.Client, id: number, request: ImportRequest) {
    this.#app = app;
    this.#owner = owner;
    this.id = id;
    this.#request = request;
    this.#part = join(app.settings.varDirectory, 'work', 'county-import', 'file.part');
  }

  async all(): Promise<Proofs> {
    const { archive, keys, moved, progress } = this.#request;
    // What an import that was killed left under the number that nobody has.
    await this.#app.files.empty(this.id);
    await mkdir(dirname(this.#part), { recursive: true, mode: 0o700 });
    await insertCounty(this.#owner, this.id, moved, this.#request.hosts);
    await fillTables(this.#owner, membersOf(archive), archive.manifest.tables, {
      others: (member) => this.#take(member),
      onTable: (name) => progress(`  ${name}`),
      inlet: (table) => this.#inlet(table.name, table.columns),
    });
    await this.#owner.query('set constraints all immediate');
    for (const { purpose, pem } of keys.signing) await this.#app.keys.keepFile(this.id, purpose, pem);
    return this.#settle();
  }

  /** Files and keys go; rows go with the transaction. */
  async undo(): Promise<void> {
    await this.#app.files.empty(this.id);
    for (const { purpose, pem } of this.#request.keys.signing) await this.#app.keys.dropFile(this.id, purpose, pem);
  }

  async #settle(): Promise<Proofs> {
    const { archive, moved } = this.#request;
    const ctx = ctxWithin(this.#app, countyOf(this.id, moved), this.#owner);
    const proofs = await proveCounty(ctx);
    if (proofs.faults.length > 0)
      throw new ExplainedError(
        `归档里有 ${proofs.faults.length} 处不符，什么也没有留下 · ${proofs.faults.length} places of the archive do not hold; nothing was kept:\n${proofs.faults.join('\n')}`,
      );
    await endEverySession(ctx);
    await ctx.transaction((tx) =>
      audit(tx, systemActor('county-import'), {
        act: 'county.import',
        noun: 'county',
        subjectId: String(this.id),
        detail: { slug: moved.slug, ledgerNumber: moved.ledgerNumber, madeAt: archive.head.madeAt },
      }),
    );
    await this.#owner.query(`select pg_notify('xiangyin_counties', '')`);
    await rm(dirname(this.#part), { recursive: true, force: true });
    return proofs;
  }

  #inlet(table: string, columns: readonly string[]): Inlet {
    const number = Buffer.from(`${this.id}\t`);
    const sealed = sealedBytesOf(this.#app, table);
    const numbered = (row: Buffer): Buffer => Buffer.concat([number, row]);
    const anew = resealRow(columns, sealed, this.#reseal);
    return {
      columns: ['county_id', ...columns],
      through: rowByRow(sealed.length === 0 ? numbered : async (row) => numbered(await anew(row))),
    };
  }

  // What did not open where it came from does not open here either, and goes as it is.
  readonly #reseal: Reseal = async (purpose, sealed) => {
    try {
      return await this.#app.keys.seal(purpose, unsealUnder(this.#request.keys.sealing, purpose, sealed));
    } catch {
      return sealed;
    }
  };

  // Files come after all rows: those that are sealed are known by then.
  async #take({ name, stream }: Member): Promise<void> {
    const key = /^files\/((?:[\w-]+\/)+[\w-][\w.-]*)$/.exec(name)?.[1];
    if (key === undefined) return void stream.resume();
    this.#sealedFiles ??= await sealedFilesOf(this.#app, this.#owner, this.id);
    const called = /^[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(key)?.[1];
    const column = called === undefined ? undefined : this.#sealedFiles.get(called);
    if (column && called !== undefined) return this.#takeSealed(column, called, stream);
    const hash = createHash('sha256');
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(this.#part, { mode: 0o600 }),
    );
    const sum = hash.digest('hex');
    if (called !== undefined && called !== sum) throw new ArchiveProblem('altered', name);
    await this.#app.files.putInto(this.id, key, this.#part, sum);
  }

  // Sealed anew it has other bytes, and so another name.
  async #takeSealed(column: SealedColumn, called: string, stream: NodeJS.ReadableStream): Promise<void> {
    const bytes = await this.#reseal(column.purpose, await buffer(stream));
    const hash = sha256(bytes);
    await writeFile(this.#part, bytes, { mode: 0o600 });
    await this.#app.files.putFile(this.id, this.#part);
    await renameSealedFile(this.#owner, this.id, column, [called, hash]);
  }
}

function countyOf(id: number, moved: MovedCounty): County {
  const { hosts: _, ...rest } = moved;
  // What the county may use is the new installation's matter.
  return { id, ...rest, demonstration: false, limits: {} };
}

async function insertCounty(owner: pg.Client, id: number, moved: MovedCounty, hosts: readonly string[]): Promise<void> {
  const there = await owner.query<{ slug: string | null; host: string | null }>(
    'select (select slug from platform.counties where slug = $1) as slug, (select min(host) from platform.hosts where host = any($2)) as host',
    [moved.slug, hosts],
  );
  const { slug, host } = there.rows[0] ?? { slug: null, host: null };
  if (slug !== null)
    throw new ExplainedError(
      `这里已经有 ${slug} 这个县：county list · The county ${slug} is here already: county list`,
    );
  if (host !== null)
    throw new ExplainedError(
      `域名 ${host} 已经属于另一个县，请用 --hosts 写别的 · Another county has the host ${host}; name others with --hosts`,
    );
  await insertMovedCounty(owner, countyOf(id, moved), hosts);
}
