import { aRecording } from '#newsroom/testing';
import type { Things } from '../busy-county.ts';
import { absent, aFileForm, aText, words } from './bodies.ts';
import {
  anywhere,
  at,
  atPlace,
  authors,
  county,
  desk,
  everybody,
  list,
  nobody,
  on,
  readers,
  signedIn,
  story,
  to,
} from './row.ts';
import type { Role, Row } from './row.ts';

const commenters: readonly Role[] = [...desk, 'proofreader'];
const contributors: readonly Role[] = [...desk, 'proofreader', 'correspondent'];
/** Signed by nobody: it is refused after whoever hands it in. */
const aContribution = {
  mark: 'e30.e30.e30',
  page: 'https://news.example/stories/bridge',
  kind: 'story',
  section: '',
  byline: '柳河镇通讯员',
  correction: null,
  text: aText,
};
/** The chain of three reviews, which every county has from the program. */
const packChain = '01930000-0000-7000-8000-0000000c4a01';
const aMailbox = {
  version: 999,
  enabled: false,
  host: 'imap.example.org',
  port: 993,
  security: 'tls',
  login: 'desk',
  secret: 'secret',
  folder: 'INBOX',
  doneFolder: 'Taken',
  trust: 'server',
  authority: '',
};
const aSubscription = {
  'hub.mode': 'subscribe',
  'hub.topic': 'http://one.test/feeds/rss.xml',
  'hub.callback': 'https://reader.example/push',
};
const aPointTable = {
  fromOn: '2026-01-01',
  share: 'equal',
  lines: [{ level: 'county', medium: 'text', sectionId: null, points: 1 }],
};
const aChain = [{ step: 'final_review', roles: ['chief-editor'], dueMinutes: 60 }];
const aCalendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Liuhe//Market//EN',
  'BEGIN:VEVENT',
  'UID:market@liuhe',
  'SUMMARY:柳河的集',
  'DTSTART:20260315T080000',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
const aRecordingForm = Buffer.concat([
  Buffer.from(
    `--xy\r\ncontent-disposition: form-data; name="id"\r\n\r\n${absent}\r\n--xy\r\ncontent-disposition: form-data; name="seconds"\r\n\r\n9\r\n--xy\r\ncontent-disposition: form-data; name="file"; filename="voice.webm"\r\ncontent-type: audio/webm\r\n\r\n`,
  ),
  aRecording(),
  Buffer.from('\r\n--xy--\r\n'),
]);
const planReaders: readonly Role[] = [...readers, 'correspondent'];
const assignment = (rest: string, body?: unknown) => on('assignments', 'assignment-held', rest, body);
const waitingText = (things: Things) => ({
  step: 'first_review',
  revisionId: things['waiting-revision'],
  textHash: things['waiting-hash'],
  verdict: 'approved',
});
// Stories: the desk sees and changes all of its places; correspondents their own; each review has its role; withdrawing is for who is on duty, and where nobody is for who may sign last.
export const newsroom: Record<string, Row> = {
  'GET /sections': everybody(to('/sections')),
  'POST /sections': county(
    ['chief-editor', 'administrator'],
    to('/sections', { slug: 'life', name: words, position: 2 }),
  ),
  'PATCH /sections/:id': county(
    ['chief-editor', 'administrator'],
    on('sections', 'own-county-section', '', { position: 3 }),
  ),
  'GET /chains': anywhere(readers, to('/chains')),
  'POST /chains': county(['chief-editor'], to('/chains', { name: words, separation: 'strict', steps: aChain })),
  'PATCH /chains/:id': county(['chief-editor'], to(`/chains/${packChain}`, { name: words })),
  'POST /chains/:id/versions': county(
    ['chief-editor'],
    to(`/chains/${packChain}/versions`, { basedOn: 999, separation: 'strict', steps: aChain }),
  ),
  'GET /front': county(desk, to('/front')),
  'GET /front-preview': county(desk, to('/front-preview')),
  'GET /hub': anywhere([...desk, 'auditor', 'administrator'], to('/hub')),
  'POST /hub': everybody(to('/hub', aSubscription)),
  'POST /placements': county(
    desk,
    at(
      () => '/placements',
      (things) => ({ slot: 2, storyId: things['own-county-story'] }),
    ),
  ),
  'PATCH /placements/:id': atPlace(nobody, to(`/placements/${absent}`, { slot: 1 })),
  'POST /placements/:id/removals': atPlace(nobody, to(`/placements/${absent}/removals`, {})),
  'PUT /voiding-rules/:part': county(['chief-editor'], to('/voiding-rules/lead', { falls: ['final_review'] })),
  'GET /check-rules': anywhere([...authors, 'auditor'], to('/check-rules')),
  'GET /checks': anywhere([...authors, 'auditor'], to('/checks')),
  'PUT /checks/:check': county(['chief-editor'], to('/checks/numerals', { on: true })),
  'PUT /credit-rule': county(['chief-editor'], to('/credit-rule', { required: false })),
  'GET /lexicon-terms': anywhere([...authors, 'auditor'], to('/lexicon-terms')),
  'GET /lexicon-renewal': anywhere([...authors, 'auditor'], to('/lexicon-renewal')),
  'POST /lexicon-terms': county(
    [...desk, 'proofreader'],
    to('/lexicon-terms', { term: '清溪水文站', kind: 'organisation' }),
  ),
  'PATCH /lexicon-terms/:id': county(
    [...desk, 'proofreader'],
    on('lexicon-terms', 'own-county-term', '', { version: 999 }),
  ),
  'POST /lexicon-imports': county(
    [...desk, 'proofreader'],
    to('/lexicon-imports', { items: [{ term: '清溪气象站', kind: 'organisation' }] }),
  ),
  'GET /stories': list(readers, '/stories?limit=100', 'story-draft'),
  'GET /stories/counts': anywhere([...authors, 'auditor'], to('/stories/counts')),
  'GET /stories/:id': atPlace(readers, story('story-draft')),
  'POST /stories': atPlace(
    authors,
    at(
      () => '/stories',
      (things) => ({
        kind: 'story',
        language: 'zh-CN',
        sectionId: things['section'],
        placeIds: [things['place']],
        text: aText,
      }),
    ),
  ),
  'PUT /stories/:id/text': atPlace(desk, story('story-draft', '/text', { version: 999, text: aText })),
  'GET /stories/:id/draft': atPlace(desk, story('story-draft', '/draft')),
  'POST /stories/:id/revisions': atPlace(desk, story('story-draft', '/revisions', {})),
  'POST /stories/:id/reversions': atPlace(
    desk,
    at(
      (things) => `/stories/${things['story-draft']}/reversions`,
      (things) => ({ revisionId: things['revision'] }),
    ),
  ),
  'PATCH /stories/:id': atPlace(desk, story('story-draft', '', { byline: '柳河' })),
  'POST /stories/:id/submissions': atPlace(desk, story('story-draft', '/submissions', { version: 999 })),
  'GET /submissions': list(readers, '/submissions?limit=100', 'story-waiting'),
  'GET /submissions/counts': anywhere([...readers, 'correspondent'], to('/submissions/counts')),
  'GET /submissions/:id': atPlace(readers, on('submissions', 'story-waiting')),
  'POST /submissions/:id/acceptances': atPlace(desk, on('submissions', 'story-waiting', '/acceptances', {})),
  'POST /submissions/:id/merges': atPlace(
    desk,
    at(
      (things) => `/submissions/${things['story-waiting']}/merges`,
      (things) => ({ storyId: things['story-waiting'] }),
    ),
  ),
  'GET /contributions/terms': anywhere(contributors, to('/contributions/terms')),
  // What others handed in is not there for whoever asks.
  'GET /contributions': anywhere(contributors, to('/contributions?issuer=news.example&source=bridge&edition=1'), {
    mayBeAbsent: true,
  }),
  'POST /contributions': anywhere(contributors, to('/contributions', aContribution)),
  'POST /contributions/pictures': anywhere(contributors, to('/contributions/pictures', aFileForm)),
  'POST /contributions/withdrawals': anywhere(
    contributors,
    to('/contributions/withdrawals', { issuer: 'news.example', source: 'bridge' }),
    { mayBeAbsent: true },
  ),
  'POST /contributions/:id/settlements': atPlace(
    desk,
    on('contributions', 'contribution', '/settlements', { how: 'leave', edition: 999 }),
  ),
  'GET /stories/:id/origins': atPlace(readers, story('story-draft', '/origins')),
  'GET /mailbox': county(['administrator', 'chief-editor', 'auditor'], to('/mailbox')),
  'PUT /mailbox': county(
    ['administrator'],
    at(
      () => '/mailbox',
      (things) => ({ ...aMailbox, sectionId: things['section'] }),
    ),
  ),
  'GET /point-tables': anywhere([...readers, 'correspondent'], to('/point-tables')),
  'POST /point-tables': county(['chief-editor'], to('/point-tables', aPointTable)),
  'GET /stories/:id/adoptions': atPlace(readers, story('story-draft', '/adoptions')),
  'POST /stories/:id/adoptions': atPlace(
    desk,
    at(
      (things) => `/stories/${things['story-draft']}/adoptions`,
      (things) => ({ level: 'city', outlet: '晚报', adoptedOn: '2026-01-01', personIds: [things['person']] }),
    ),
  ),
  'POST /adoptions/:id/reversals': atPlace(nobody, to(`/adoptions/${absent}/reversals`, { reason: '记错' })),
  'GET /correspondents': anywhere(readers, to('/correspondents')),
  'GET /adoptions': signedIn(to('/adoptions')),
  'GET /adoption-figures': anywhere(readers, to('/adoption-figures')),
  'POST /adoption-statements': anywhere(
    ['section-head', 'chief-editor'],
    to('/adoption-statements', { from: '2026-01-01', until: '2026-01-31' }),
  ),
  // Whoever writes at the text adds and takes away; the sender's own voice is theirs besides.
  'POST /stories/:id/voice-notes': atPlace(desk, story('story-draft', '/voice-notes', aRecordingForm)),
  'GET /stories/:id/voice-notes': atPlace(readers, story('story-draft', '/voice-notes')),
  'GET /stories/:id/voice-notes/:noteId': atPlace(
    readers,
    at((things) => `/stories/${things['story-draft']}/voice-notes/${things['voice-note']}`),
  ),
  'DELETE /stories/:id/voice-notes/:noteId': atPlace(
    desk,
    at((things) => `/stories/${things['story-draft']}/voice-notes/${things['voice-note']}`),
  ),
  'POST /stories/:id/attachments': atPlace(
    desk,
    story('story-draft', '/attachments', { id: absent, name: '洪水.mp4', bytes: 9, seconds: null }),
  ),
  'GET /stories/:id/attachments': atPlace(readers, story('story-draft', '/attachments')),
  'DELETE /stories/:id/attachments/:attachmentId': atPlace(
    desk,
    at((things) => `/stories/${things['story-draft']}/attachments/${things['attachment']}`),
  ),
  'PUT /stories/:id/schedule': atPlace(desk, story('story-draft', '/schedule', { publishAt: null })),
  'PUT /stories/:id/embargo': atPlace(desk, story('story-draft', '/embargo', { until: null })),
  'POST /stories/:id/take-backs': atPlace(desk, story('story-draft', '/take-backs', {})),
  'POST /stories/:id/discards': atPlace(desk, story('story-waiting', '/discards', {})),
  'POST /stories/:id/recoveries': atPlace(desk, story('story-draft', '/recoveries', {})),
  'POST /stories/:id/hold-overs': atPlace(['editor'], story('story-waiting', '/hold-overs', {})),
  'POST /stories/:id/resumptions': atPlace(desk, story('story-draft', '/resumptions', {})),
  'POST /stories/:id/reopenings': atPlace(desk, story('story-draft', '/reopenings', {})),
  'GET /tags': anywhere([...readers, 'correspondent'], to('/tags')),
  'POST /tags': anywhere(desk, to('/tags', { name: { 'zh-CN': '防汛', en: 'Floods' } })),
  'PATCH /tags/:id': anywhere(['section-head', 'chief-editor'], to(`/tags/${absent}`, { version: 1 }), {
    mayBeAbsent: true,
  }),
  'POST /tags/:id/merges': anywhere(
    ['section-head', 'chief-editor'],
    to(`/tags/${absent}/merges`, { into: packChain }),
    { mayBeAbsent: true },
  ),
  'GET /stories/:id/tags': atPlace(readers, story('story-draft', '/tags')),
  'PATCH /stories/:id/tags': atPlace(desk, story('story-draft', '/tags', {})),
  'GET /series': anywhere([...readers, 'correspondent'], to('/series')),
  'GET /series/:id': anywhere([...readers, 'correspondent'], to(`/series/${absent}`), { mayBeAbsent: true }),
  'POST /series': anywhere(desk, to('/series', { name: { 'zh-CN': '水乡四季', en: 'Four seasons' } })),
  'PATCH /series/:id': anywhere(desk, to(`/series/${absent}`, { version: 1 }), { mayBeAbsent: true }),
  // Each row is answered by itself: what the asker may do to it, the verbs say.
  'POST /stories/batches': signedIn(to('/stories/batches', { acts: [{ do: 'archive', id: absent }] })),
  'POST /ideas/batches': signedIn(to('/ideas/batches', { acts: [{ do: 'reopen', id: absent }] })),
  'PUT /stories/:id/archived': atPlace(desk, story('story-published', '/archived', { archived: false })),
  'POST /stories/:id/holds': atPlace(desk, story('story-draft', '/holds', { over: true })),
  'DELETE /stories/:id/holds': atPlace(readers, story('story-draft', '/holds')),
  'POST /stories/:id/signing-statements': atPlace(
    ['editor'],
    at((things) => `/stories/${things['story-waiting']}/signing-statements`, waitingText),
  ),
  'POST /stories/:id/signatures': atPlace(
    ['editor'],
    at((things) => `/stories/${things['story-waiting']}/signatures`, waitingText),
  ),
  'POST /stories/:id/signature-take-backs': atPlace(
    nobody,
    story('story-waiting', '/signature-take-backs', { signatureId: absent }),
  ),
  'GET /stories/:id/signatures': atPlace(readers, story('story-draft', '/signatures')),
  'GET /stories/:id/verification': atPlace(readers, story('story-published', '/verification')),
  'POST /stories/:id/corrections': atPlace(desk, story('story-published', '/corrections', { note: '限重' })),
  'POST /stories/:id/updates': atPlace(desk, story('story-published', '/updates', {})),
  'POST /stories/:id/withdrawals': atPlace(
    ['section-head', 'chief-editor'],
    story('story-published', '/withdrawals', { reason: '核实' }),
  ),
  'POST /stories/:id/restorations': atPlace(nobody, story('story-published', '/restorations', { reason: '核实' })),
  'GET /stories/:id/finding-dismissals': atPlace(readers, story('story-draft', '/finding-dismissals')),
  'POST /stories/:id/finding-dismissals': atPlace(
    desk,
    story('story-draft', '/finding-dismissals', { check: 'numerals', key: '0'.repeat(64), reason: 'checked' }),
  ),
  'GET /stories/:id/comments': atPlace(readers, story('story-draft', '/comments')),
  'POST /stories/:id/comments': atPlace(
    commenters,
    story('story-draft', '/comments', { part: 'body', quote: '重新通车', words: '几点通车？' }),
  ),
  'POST /stories/:id/comments/:commentId/entries': atPlace(
    commenters,
    at(
      (things) => `/stories/${things['story-draft']}/comments/${things['comment']}/entries`,
      () => ({ kind: 'said', words: '上午八点。' }),
    ),
  ),
  'GET /stories/:id/editors': atPlace(desk, story('story-draft', '/editors')),
  'PUT /stories/:id/editor': atPlace(desk, story('story-draft', '/editor', { editorId: null })),
  'GET /stories/:id/colleagues': atPlace(readers, story('story-draft', '/colleagues')),
  'GET /stories/:id/changes-beside': atPlace(readers, story('story-draft', '/changes-beside')),
  'GET /stories/:id/open-suggestions': atPlace(readers, story('story-draft', '/open-suggestions')),
  'GET /stories/:id/suggestions': atPlace(readers, story('story-draft', '/suggestions')),
  'GET /stories/:id/revisions': atPlace(readers, story('story-draft', '/revisions')),
  'GET /stories/:id/revisions/:revisionId': atPlace(
    readers,
    at((things) => `/stories/${things['story-draft']}/revisions/${things['revision']}`),
  ),
  'GET /stories/:id/differences': atPlace(
    readers,
    at((things) => `/stories/${things['story-draft']}/differences?from=${things['revision']}&to=${things['revision']}`),
  ),
  'GET /stories/:id/editions': atPlace(readers, story('story-published', '/editions')),
  'GET /stories/:id/history': atPlace(readers, story('story-draft', '/history')),
  'POST /calendar-previews': anywhere(authors, to('/calendar-previews', { ics: aCalendar })),
  'POST /calendar-imports': anywhere(
    authors,
    to('/calendar-imports', { ics: aCalendar, acts: [{ id: '018f0000-0000-7000-8000-000000000001', version: null }] }),
  ),
  'GET /duty-roster': anywhere([...planReaders, 'administrator'], to('/duty-roster?from=2026-03-01&until=2026-03-14')),
  'GET /duty-roster/holders': atPlace(
    [...planReaders, 'administrator'],
    at((things) => `/duty-roster/holders?role=editor&placeId=${things['place']}`),
  ),
  'GET /shift-swaps': signedIn(to('/shift-swaps')),
  // A shift is asked about by whoever has it, and a swap answered by whoever has a part in it: nobody here.
  'POST /shift-swaps': signedIn(to('/shift-swaps', { shiftId: absent, askedId: absent }), { mayBeAbsent: true }),
  'POST /shift-swaps/:id/answers': signedIn(to(`/shift-swaps/${absent}/answers`, { answer: 'accept' }), {
    mayBeAbsent: true,
  }),
  'POST /duty-rotations': atPlace(
    ['chief-editor', 'administrator'],
    at(
      () => '/duty-rotations',
      (things) => ({
        role: 'editor',
        placeId: things['place'],
        personIds: [absent],
        fromOn: '2026-03-01',
        untilOn: '2026-03-02',
        each: 'day',
        changesAt: '08:00',
      }),
    ),
  ),
  'POST /handover-statements': atPlace(
    nobody,
    to('/handover-statements', { verdict: 'taken-over', handoverId: absent }),
  ),
  'POST /handovers': atPlace(nobody, to('/handovers', { shiftId: absent, comingId: absent, note: '' })),
  'POST /handovers/:id/takings': atPlace(nobody, to(`/handovers/${absent}/takings`, {})),
  'POST /handovers/:id/declines': atPlace(nobody, to(`/handovers/${absent}/declines`, { reason: '那天我请了假' })),
  'GET /ideas': list(planReaders, '/ideas?limit=100', 'idea'),
  'GET /plan': list(planReaders, '/plan', 'idea'),
  'GET /plan/published': anywhere(planReaders, to('/plan/published?day=2026-03-01')),
  'GET /ideas/:id': atPlace(planReaders, on('ideas', 'idea')),
  'GET /ideas/:id/candidates': atPlace(desk, on('ideas', 'idea', '/candidates')),
  'POST /ideas': atPlace(
    authors,
    at(
      () => '/ideas',
      (things) => ({ title: '柳河的集', placeIds: [things['place']] }),
    ),
  ),
  'PATCH /ideas/:id': atPlace(desk, on('ideas', 'idea', '', { version: 999 })),
  'POST /ideas/:id/recurrences': atPlace(
    desk,
    on('ideas', 'idea', '/recurrences', { version: 999, rule: 'FREQ=WEEKLY' }),
  ),
  'POST /ideas/:id/recurrence-changes': atPlace(
    desk,
    on('ideas', 'idea', '/recurrence-changes', { version: 999, recurrenceVersion: 1, scope: 'all' }),
  ),
  'POST /ideas/:id/conclusions': atPlace(desk, on('ideas', 'idea-ending', '/conclusions', { as: 'dropped' })),
  'POST /ideas/:id/reopenings': atPlace(desk, on('ideas', 'idea-ending', '/reopenings', {})),
  'POST /ideas/:id/assignments': atPlace(desk, on('ideas', 'idea', '/assignments', { kind: 'picture' })),
  'PATCH /assignments/:id': atPlace(desk, assignment('', { version: 999 })),
  'POST /assignments/:id/requests': atPlace(desk, assignment('/requests', { version: 999, personId: absent })),
  'POST /assignments/:id/acceptances': atPlace(authors, on('assignments', 'assignment-open', '/acceptances', {})),
  'POST /assignments/:id/declinations': atPlace(nobody, assignment('/declinations', {})),
  'POST /assignments/:id/beginnings': atPlace(desk, assignment('/beginnings', {})),
  'POST /assignments/:id/deliveries': atPlace(desk, assignment('/deliveries', {})),
  'POST /assignments/:id/completions': atPlace(desk, assignment('/completions', {})),
  'POST /assignments/:id/cancellations': atPlace(desk, assignment('/cancellations', {})),
  'POST /assignments/:id/releases': atPlace(desk, assignment('/releases', {})),
  'POST /assignments/:id/stories': atPlace(
    authors,
    on('assignments', 'assignment-to-write', '/stories', { language: 'zh-CN' }),
  ),
  'PUT /assignments/:id/story': atPlace(desk, assignment('/story', { storyId: null })),
  'GET /story-figures': anywhere(readers, to('/story-figures')),
  'GET /stories/:id/dossier': atPlace(readers, story('story-published', '/dossier')),
  'GET /stories/:id/dossier/page': atPlace(readers, story('story-published', '/dossier/page')),
  'GET /releases': county([...desk, 'proofreader', 'auditor'], to('/releases')),
  'GET /releases/:id': county([...desk, 'proofreader', 'auditor'], on('releases', 'release')),
  'POST /releases': county(
    desk,
    at(
      () => '/releases',
      (things) => ({ name: '一起发', storyIds: [things['story-draft']] }),
    ),
  ),
  'PUT /releases/:id': county(
    desk,
    at(
      (things) => `/releases/${things['release']}`,
      (things) => ({ name: '一起发', storyIds: [things['story-draft']], version: 999 }),
    ),
  ),
  'POST /releases/:id/runs': county(desk, on('releases', 'release', '/runs', {})),
  'POST /releases/:id/cancellations': county(desk, on('releases', 'release-to-cancel', '/cancellations', {})),
  'GET /inspections': county(['chief-editor', 'administrator', 'auditor'], to('/inspections')),
  'POST /inspections': county(
    ['chief-editor', 'administrator', 'auditor'],
    to('/inspections', { from: '2026-03-01', until: '2026-03-01', days: 1 }),
  ),
  'GET /inspections/:id/dossier': county(
    ['chief-editor', 'administrator', 'auditor'],
    on('inspections', 'inspection', '/dossier'),
  ),
  'GET /error-reports': list([...desk, 'proofreader'], '/error-reports?limit=100', 'report'),
  'POST /error-reports/:id/corrections': atPlace(desk, on('error-reports', 'report', '/corrections', { note: '限重' })),
  'POST /error-reports/:id/dismissals': atPlace(
    desk,
    on('error-reports', 'other-report', '/dismissals', { answer: '没有错' }),
  ),
  'POST /error-reports/:id/reopenings': atPlace(desk, on('error-reports', 'other-report', '/reopenings', {})),
  'GET /public/stories': everybody(to('/public/stories')),
  'GET /public/stories/:slug': everybody(on('public/stories', 'own-county-slug')),
  'GET /public/changes': everybody(to('/public/changes')),
  'GET /public/export': everybody(to('/public/export')),
};
