import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { BenchCounty } from './prepare.ts';
import { startProduct } from './product.ts';
import { searchPage, spelt } from './questions.ts';
import { Times } from './times.ts';
import type { Figure } from './times.ts';

/** So many different words there are, of which a few stand in nearly every text and most in very few, as in any language. */
const vocabulary = 50_000;
/** Of each text; together with its title. */
const wordsInText = 40;
const wordsInTitle = 6;
const atOnce = 100_000;

/** Questions by how often their words stand in the texts, each with its limit in milliseconds. The page is asked as a reader asks it, from a net of its own kind once a second: it lets 120 questions a minute in. */
const questions = [
  { name: 'two words of the middle', limit: 30, ask: () => `${word(100, 400)} ${word(100, 400)}` },
  { name: 'one common word', limit: 60, ask: () => word(1, 8) },
  { name: 'a common word and a rare one', limit: 30, ask: () => `${word(1, 8)} ${word(8_000, 20_000)}` },
  { name: 'one rare word', limit: 30, ask: () => word(8_000, 20_000) },
  {
    name: 'a common word of one year',
    limit: 60,
    ask: () => word(1, 8),
    more: () => `&period=${2012 + randomInt(12)}`,
  },
] as const;

// From here to there in the order of how common they are.
const word = (from: number, to: number): string => `zz${randomInt(from, to)}`;

/** Fills the search, and only it, with so many documents, and asks it five kinds of question through the page. The stories themselves are not there: what is measured is finding them and showing the answers, not opening one. */
export async function measureSearch(
  county: BenchCounty,
  documents: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  await fill(county, documents, say);
  const product = await startProduct(county.directory, 8405);
  const times = new Times();
  try {
    for (let round = 0; round < 17; round += 1) {
      const began = performance.now();
      for (const { name, limit, ask, ...one } of questions) {
        const q = ask();
        const asked = performance.now();
        await searchPage(product.address, { q: spelt(q), words: q.split(' ') }, 'more' in one ? one.more() : '');
        // The first of each kind reads from the disk what the next ones find in memory.
        if (round > 0)
          times.note(`search of ${documents} documents, ${name}`, performance.now() - asked, limit, 'the limit set');
      }
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 2_600 - (performance.now() - began))));
    }
    return times.figures(documents);
  } finally {
    await product.stop();
  }
}

async function fill(county: BenchCounty, documents: number, say: (line: string) => void): Promise<void> {
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    const { rows: indices } = await owner.query<{ name: string; made: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index where indrelid = 'portal.search_documents'::regclass and not indisprimary`,
    );
    // Built at the end, as after a rebuild; row by row they would take an hour.
    for (const { name } of indices) await owner.query(`drop index ${name}`);
    await owner.query('set synchronous_commit = off');
    for (let from = 0; from < documents; from += atOnce) {
      await owner.query(documentsFrom, [from, Math.min(documents, from + atOnce) - 1]);
      say(`  ${Math.min(documents, from + atOnce)} documents`);
    }
    await owner.query(`set maintenance_work_mem = '512MB'`);
    for (const { made } of indices) await owner.query(made);
    await owner.query('vacuum analyze portal.search_documents');
    const { rows } = await owner.query<{ size: string }>(
      `select pg_size_pretty(pg_total_relation_size('portal.search_documents')) as size`,
    );
    say(`  ${rows[0]?.size} with their indices`);
  } finally {
    await owner.end();
  }
}

// A word's place in the order is drawn so that the one at place r is r times rarer than the first (Zipf). Each with its place in the text, as the index holds it. Seven minutes lie between two texts.
const drawn = (count: number, weight: string): string =>
  `(select string_agg('zz' || floor(exp(random() * ln(${vocabulary})))::int || ':' || g || '${weight}', ' ') from generate_series(1, ${count} + 0 * n) g)`;
const documentsFrom = `
  insert into portal.search_documents (county_id, kind, id, language, title, text, href, label, place_ids, at, words, form)
  select 1, 'story', gen_random_uuid(), 'zh-CN', d.title, d.title || ' ' || d.text, '/stories/bench-' || d.n, '{"zh-CN": "县里的事"}', '{}', d.at,
    d.title::tsvector || d.text::tsvector ||
      array_to_tsvector(array['§kind:story', '§on:' || to_char(d.at, 'YYYY-MM-DD'), '§on:' || to_char(d.at, 'YYYY-MM'), '§on:' || to_char(d.at, 'YYYY')]), 3
  from (select n, now() - n * interval '7 minutes' as at, ${drawn(wordsInTitle, 'A')} as title, ${drawn(wordsInText, '')} as text from generate_series($1::int, $2::int) n) d`;
