import type { PersonalData } from '#platform/manifest';
import type { Tx } from '#platform/transaction';

const work = 'their work here (PIPL art. 13(1)(2); GDPR art. 6(1)(b))';
const record = 'public record of what was published (PIPL art. 13(1)(3); GDPR art. 6(1)(e))';
const id = (table: string, column: string, purpose: string) => ({
  table: `newsroom.${table}`,
  column,
  purpose,
  basis: work,
  retention: 'an id only; stays as the record of the desk',
});

/** Whose hand stands behind a text. Signatures, revisions and duties hold ids only, so they may stay when a person is erased. */
export const personalData: PersonalData = {
  columns: [
    id('stories', 'author_id', 'to know who wrote a text and to return it to them'),
    id('stories', 'holder_id', 'to show who has a text in hand'),
    id('releases', 'planned_by', 'to tell whoever planned a release that it cannot go out'),
    id('stories', 'held_by', 'to remind whoever kept a text for later'),
    {
      table: 'newsroom.stories',
      column: 'byline',
      purpose: 'to name who reported',
      basis: record,
      retention: 'with the story; an unpublished one is cleared when its author is erased',
    },
    {
      table: 'newsroom.editions',
      column: 'byline',
      purpose: 'to name who reported',
      basis: record,
      retention: 'for ever, as published',
    },
    id('revisions', 'written_by', 'to know who wrote which words'),
    id('draft_updates', 'written_by', 'to know who wrote which words, until they are part of a revision'),
    id('suggestions', 'made_by', 'to know who suggests a change of a text'),
    id('revision_writers', 'person_id', 'to keep whoever wrote from reviewing'),
    id('duties', 'person_id', 'to keep writing and reviewing in separate hands'),
    id('chain_versions', 'arranged_by', 'to know who arranged how texts are reviewed'),
    id('voiding_rules', 'changed_by', 'to know who decided what an edit voids'),
    id('signatures', 'signer_id', 'to prove who reviewed a text'),
    id('inspections', 'drawn_by', 'to know who drew a sample for inspection'),
    id('error_reports', 'handled_by', 'to know who answered a reader'),
    id('placements', 'placed_by', 'to know who put a story on the front page'),
    id('placements', 'removed_by', 'to know who took a story from the front page'),
    id('lexicon_terms', 'changed_by', 'to know whom to ask about a name'),
    id('switched_off_checks', 'switched_by', 'to know who decided it for the county'),
    id('finding_dismissals', 'dismissed_by', 'to know who left a finding as it is'),
    id('comments', 'written_by', 'to know whom to ask about a comment'),
    id('comment_entries', 'written_by', 'to know who said it'),
    id('comment_entries', 'mentioned', 'to tell whoever is asked to look'),
    {
      table: 'newsroom.comment_entries',
      column: 'words',
      purpose: 'what colleagues say to each other about a text',
      basis: work,
      retention: 'with the story, as the record of the desk',
    },
    {
      table: 'newsroom.lexicon_terms',
      column: 'term',
      purpose: 'to write names of public office as the county writes them',
      basis: record,
      retention: 'until the desk ends or changes it',
    },
    {
      table: 'places.own_words',
      column: 'known',
      purpose: 'to find names of the lexicon as one word',
      basis: record,
      retention: 'as long as the lexicon has them, and until the searches were brought up to date',
    },
    {
      table: 'places.own_words',
      column: 'wanted',
      purpose: 'to find names of the lexicon as one word',
      basis: record,
      retention: 'until the searches were brought up to date',
    },
    id('shift_swaps', 'asker_id', 'to know who asked for a swap'),
    id('shift_swaps', 'asked_id', 'to know who was asked for a swap'),
    id('shift_swaps', 'settled_by', 'to know who settled a swap'),
    {
      table: 'newsroom.shift_swaps',
      column: 'note',
      purpose: 'what one colleague says to the other about a swap',
      basis: work,
      retention: 'with the swap; cleared when either is erased',
    },
    id('handovers', 'leaving_id', 'to know who handed the watch over'),
    id('handovers', 'coming_id', 'to know who took the watch over'),
    id('embargo_entries', 'said_by', 'to know who bound or loosened what a source asked'),
    {
      table: 'newsroom.stories',
      column: 'embargo_source',
      purpose: 'who asked that nothing is published before a moment',
      basis: work,
      retention: 'with the story',
    },
    id('handover_signatures', 'signer_id', 'to prove who handed the watch over and who took it'),
    {
      table: 'newsroom.handovers',
      column: 'note',
      purpose: 'what the next person on duty must know',
      basis: work,
      retention: 'with the hand-over, as the record of the watch',
    },
    {
      table: 'newsroom.handovers',
      column: 'decline_reason',
      purpose: 'why somebody did not take the watch',
      basis: work,
      retention: 'with the hand-over, as the record of the watch',
    },
    id('submissions', 'sender_id', 'to know who handed in what and to tell them what became of it'),
    id('submissions', 'decided_by', 'to know who answered a correspondent'),
    id(
      'contributions',
      'sender_id',
      'to know by which account another centre hands in, and to tell it what became of it',
    ),
    id('contribution_editions', 'settled_by', 'to know who dealt with a correction from where a text comes'),
    id('adoptions', 'person_id', 'to count what outlets took for whoever brought it, and to pay for it'),
    id('adoptions', 'recorded_by', 'to know who entered an adoption'),
    id('mailboxes', 'changed_by', 'to know who set the mailbox up'),
    id('letters', 'sender_id', 'to take each e-mail once and to tell its sender'),
    id('point_tables', 'decided_by', 'to know who decided what an adoption counts'),
    id('voice_notes', 'sent_by', 'to know whose voice it is'),
    {
      table: 'newsroom.voice_notes',
      column: 'file_hash',
      purpose: 'what a correspondent said beside a text, for the desk to hear',
      basis: work,
      retention: 'until the sender or the desk takes it away, or the sender is erased; the file goes within the hour',
    },
    id('attachments', 'sent_by', 'to know who sent it'),
    id('stories', 'editor_id', 'to know who looks after a story, and to name them on its page; nobody at erasure'),
    id('ideas', 'proposed_by', 'to know whose idea it is and to show it to them'),
    id('recurrences', 'proposed_by', 'to know whose recurring idea it is, as of each of its dates'),
    id('assignments', 'person_id', 'to know who does which part of an idea; an open one becomes nobody’s at erasure'),
    id('former_assignees', 'person_id', 'to strike out in their calendar what another has now'),
    id('assignments', 'assigned_by', 'to tell whoever gave an assignment what became of it'),
    {
      table: 'newsroom.error_reports',
      column: 'contact',
      purpose: 'to answer the reader who asked for it',
      basis: 'consent of the reader (PIPL art. 13(1)(1))',
      retention: '30 days after the report is dealt with',
    },
    {
      table: 'newsroom.error_reports',
      column: 'words',
      purpose: 'to find the error',
      basis: 'consent of the reader (PIPL art. 13(1)(1))',
      retention: 'with the story',
    },
  ],
  async export(tx, personId) {
    return {
      'newsroom.stories': await rows(
        tx,
        'newsroom.export-stories',
        'select id, title, language, byline, state, public_state, created_at, first_published_at from newsroom.stories where county_id = $1 and author_id = $2 order by id',
        personId,
      ),
      'newsroom.revisions': await rows(
        tx,
        'newsroom.export-revisions',
        'select id, story_id, version, text, written_at from newsroom.revisions where county_id = $1 and written_by = $2 order by id',
        personId,
      ),
      'newsroom.revision_writers': await rows(
        tx,
        'newsroom.export-written-at',
        'select revision_id from newsroom.revision_writers where county_id = $1 and person_id = $2 order by revision_id',
        personId,
      ),
      'newsroom.draft_updates': await rows(
        tx,
        'newsroom.export-draft-updates',
        'select story_id, written_at from newsroom.draft_updates where county_id = $1 and written_by = $2 order by id',
        personId,
      ),
      'newsroom.signatures': await rows(
        tx,
        'newsroom.export-signatures',
        'select id, story_id, step, verdict, reason, text_hash, at from newsroom.signatures where county_id = $1 and signer_id = $2 order by id',
        personId,
      ),
      'newsroom.inspections': await rows(
        tx,
        'newsroom.export-inspections',
        'select id, from_on, until_on, seed, days, drawn_at from newsroom.inspections where county_id = $1 and drawn_by = $2 order by id',
        personId,
      ),
      'newsroom.ideas': await rows(
        tx,
        'newsroom.export-ideas',
        'select id, title, note, state, from_on, until_on, starts_at, ends_at, created_at from newsroom.ideas where county_id = $1 and proposed_by = $2 order by id',
        personId,
      ),
      'newsroom.assignments': await rows(
        tx,
        'newsroom.export-assignments',
        'select id, idea_id, kind, state, note, starts_at, due_at, story_id, assigned_at from newsroom.assignments where county_id = $1 and (person_id = $2 or assigned_by = $2) order by id',
        personId,
      ),
      'newsroom.submissions': await rows(
        tx,
        'newsroom.export-submissions',
        'select id, state, sent_at, merged_into, reason, decided_at from newsroom.submissions where county_id = $1 and sender_id = $2 order by id',
        personId,
      ),
      'newsroom.letters': await rows(
        tx,
        'newsroom.export-letters',
        'select id, outcome, why, story_id, received_at from newsroom.letters where county_id = $1 and sender_id = $2 order by id',
        personId,
      ),
      'newsroom.adoptions': await rows(
        tx,
        'newsroom.export-adoptions',
        'select id, adoption_id, kind, why, story_id, level, medium, outlet, adopted_on, href, hundredths, reverses, reason, entered_at from newsroom.adoptions where county_id = $1 and person_id = $2 order by id',
        personId,
      ),
      'newsroom.voice_notes': await rows(
        tx,
        'newsroom.export-voices',
        'select id, story_id, media_type, bytes, seconds, sent_at, removed_at from newsroom.voice_notes where county_id = $1 and sent_by = $2 order by id',
        personId,
      ),
      'newsroom.attachments': await rows(
        tx,
        'newsroom.export-attachments',
        'select id, story_id, name, bytes, seconds, told_at, material_id, settled_at from newsroom.attachments where county_id = $1 and sent_by = $2 order by id',
        personId,
      ),
      'newsroom.former_assignees': await rows(
        tx,
        'newsroom.export-former-assignments',
        'select assignment_id, left_at from newsroom.former_assignees where county_id = $1 and person_id = $2 order by assignment_id',
        personId,
      ),
      'newsroom.placements': await rows(
        tx,
        'newsroom.export-placements',
        'select id, section_id, slot, story_id, from_at, until_at, placed_at, removed_at from newsroom.placements where county_id = $1 and (placed_by = $2 or removed_by = $2) order by id',
        personId,
      ),
      'newsroom.shift_swaps': await rows(
        tx,
        'newsroom.export-swaps',
        'select id, state, role, note, asked_at, settled_at from newsroom.shift_swaps where county_id = $1 and (asker_id = $2 or asked_id = $2) order by id',
        personId,
      ),
      'newsroom.handovers': await rows(
        tx,
        'newsroom.export-handovers',
        'select id, role, note, signed_at, taken_at, declined_at, decline_reason from newsroom.handovers where county_id = $1 and (leaving_id = $2 or coming_id = $2) order by id',
        personId,
      ),
      'newsroom.embargo_entries': await rows(
        tx,
        'newsroom.export-embargo-entries',
        'select id, story_id, until_at, reason, said_at from newsroom.embargo_entries where county_id = $1 and said_by = $2 order by id',
        personId,
      ),
      'newsroom.handover_signatures': await rows(
        tx,
        'newsroom.export-handover-signatures',
        'select id, handover_id, side, at from newsroom.handover_signatures where county_id = $1 and signer_id = $2 order by id',
        personId,
      ),
      'newsroom.comment_entries': await rows(
        tx,
        'newsroom.export-comment-entries',
        'select id, comment_id, kind, words, written_at from newsroom.comment_entries where county_id = $1 and written_by = $2 order by id',
        personId,
      ),
      'newsroom.comments': await rows(
        tx,
        'newsroom.export-comments',
        'select id, story_id, part, quote, written_at from newsroom.comments where county_id = $1 and written_by = $2 order by id',
        personId,
      ),
      'newsroom.error_reports': await rows(
        tx,
        'newsroom.export-reports',
        'select id, story_id, state, answer, at from newsroom.error_reports where county_id = $1 and handled_by = $2 order by id',
        personId,
      ),
    };
  },
  async erase(tx, personId) {
    await rows(
      tx,
      'newsroom.erase-swaps',
      `update newsroom.shift_swaps set note = '', state = case when state in ('asked', 'accepted') then 'withdrawn' else state end where county_id = $1 and (asker_id = $2 or asked_id = $2)`,
      personId,
    );
    await rows(
      tx,
      'newsroom.erase-holds',
      'update newsroom.stories set holder_id = null, held_since = null, held_open = false where county_id = $1 and holder_id = $2',
      personId,
    );
    await rows(
      tx,
      'newsroom.erase-editors',
      'update newsroom.stories set editor_id = null where county_id = $1 and editor_id = $2',
      personId,
    );
    await tx.named(
      'newsroom.erase-voices',
      'update newsroom.voice_notes set removed_at = $3 where county_id = $1 and sent_by = $2 and removed_at is null',
      [tx.countyId, personId, tx.at],
    );
    await rows(
      tx,
      'newsroom.erase-assignments',
      `update newsroom.assignments set state = 'draft', person_id = null, assigned_by = null, assigned_at = null, version = version + 1
        where county_id = $1 and person_id = $2 and state in ('assigned', 'accepted', 'declined', 'in_progress')`,
      personId,
    );
    await rows(
      tx,
      'newsroom.erase-former-assignments',
      'delete from newsroom.former_assignees where county_id = $1 and person_id = $2',
      personId,
    );
    await rows(
      tx,
      'newsroom.erase-bylines',
      `update newsroom.stories set byline = '' where county_id = $1 and author_id = $2 and edition_id is null`,
      personId,
    );
  },
};

const rows = (tx: Tx, name: string, text: string, personId: string): Promise<Record<string, unknown>[]> =>
  tx.named(name, text, [tx.countyId, personId]);
