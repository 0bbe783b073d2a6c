import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from '../modules.ts';
import { ownerClient, testWorld } from './index.ts';

/** Columns whose names sound personal. */
const soundsPersonal =
  /(^|_)(name|phone|email|address|login|contact|guardian|device|note|byline|born|birth|person|actor|by|author|signer|holder|keeper|leader|words)(_|$)/;

/** Reviewed: names and numbers of things, not of persons; each with its reason. */
const impersonal: Readonly<Record<string, string>> = {
  'places.places.name': 'name of a place',
  'access.units.name': 'name of a unit',
  'access.sessions.stepped_up_by': 'a way of proving, not a person',
  'access.reset_slips.needs_second_person': 'yes or no',
  'newsroom.imported_events.note': 'what a calendar said of an event, to be compared',
  'newsroom.story_words.words': 'the words of a text, for the search; the text itself is the record',
  'newsroom.sections.name': 'name of a section',
  'newsroom.tags.name': 'name of a tag',
  'newsroom.series.name': 'name of a series',
  'newsroom.chains.name': 'name of a chain of review',
  'newsroom.lexicon_terms.note': 'where a name is used',
  'media.materials.name': 'name of a file',
  'newsroom.attachments.name': 'name of a file',
  'media.materials.words': 'cut from what the columns beside it say, for search',
  'newsroom.stories.teaser': 'published text',
  'newsroom.stories.correction_note': 'published text',
  'newsroom.editions.correction_note': 'published text',
  'newsroom.stories.update_note': 'published text',
  'newsroom.editions.update_note': 'published text',
  'newsroom.signatures.note': 'published text',
  'newsroom.ideas.note': 'what the idea is about',
  'newsroom.recurrences.note': 'what the ideas are about',
  'newsroom.assignments.note': 'what is wanted',
  'channels.copies.address': 'address of a page',
  'channels.contributed_copies.words_hash': 'hash of published words',
  'channels.wechat_posts.address': 'address of an article',
  'channels.channels.name': 'name of a way to the public',
  'newsroom.mailboxes.login': 'of the county’s own mailbox',
  'notices.preferences.email': 'whether, not where',
  'platform.events.name': 'name of an event',
  'media.pictures.words': 'cut words of what is to be seen, for search',
  'portal.search_documents.words': 'words of published texts',
  'stations.stations.name': 'name of a station',
  'stations.stations.phone': 'published telephone of a station',
  'stations.stations.address': 'published address of a station',
  'volunteering.orders.next_address': 'where else to go: a place of the county',
  'volunteering.teams.name': 'name of a team',
  'volunteering.age_bands.guardian': 'whether one must agree',
  'volunteering.licence_claims.check_by': 'a time',
  'volunteering.terms.name': 'name of a skill or licence',
  'volunteering.ratings.given_by': 'resident or desk, not a person',
};

interface Column {
  readonly column: string;
  readonly refersToPerson: boolean;
}

test('every column that sounds personal or refers to a person stands in the data map (A40)', async () => {
  const columns = await columnsOfTheProgram();
  assert.ok(columns.length > 300, 'the catalog was read');
  const mapped = new Set(
    modules.flatMap((module) => module.personalData?.columns ?? []).map((one) => `${one.table}.${one.column}`),
  );
  const unmapped = columns.filter(({ column, refersToPerson }) => {
    const name = column.split('.').at(-1) ?? '';
    return (refersToPerson || soundsPersonal.test(name)) && !mapped.has(column) && !(column in impersonal);
  });
  assert.deepEqual(
    unmapped.map((one) => one.column),
    [],
  );
});

test('the data map names only columns that exist, with purpose, basis and retention (A40)', async () => {
  const there = new Set((await columnsOfTheProgram()).map((one) => one.column));
  const listed = modules.flatMap((module) => module.personalData?.columns ?? []);
  assert.deepEqual(
    listed.map((one) => `${one.table}.${one.column}`).filter((column) => !there.has(column)),
    [],
  );
  assert.deepEqual(
    listed.filter((one) => !one.purpose || !one.basis || !one.retention),
    [],
  );
  assert.deepEqual(
    Object.keys(impersonal).filter((column) => !there.has(column)),
    [],
    'no exception outlives its column',
  );
});

async function columnsOfTheProgram(): Promise<Column[]> {
  await using county = await testWorld();
  const owner = await ownerClient(county.database);
  try {
    const answer = await owner.query<Column>(
      `select format('%s.%s.%s', n.nspname, c.relname, a.attname) as column,
              exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'people.persons'::regclass and a.attnum = any(k.conkey) and a.attname <> 'county_id') as "refersToPerson"
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname = any($1) and exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'county_id')
        order by 1`,
      [['platform', ...modules.map((module) => module.name)]],
    );
    return answer.rows;
  } finally {
    await owner.end();
  }
}
