import { aRecording, textOf } from '#newsroom/testing';
import { testFacts } from '#volunteering/testing';
import type { Things } from './busy-county.ts';

const noNumbers = { licence: '', icp: '', police: '', complaints: '', register: '' };

/** The twelve roles of the programme. */
export type Role =
  | 'chief-editor'
  | 'section-head'
  | 'editor'
  | 'correspondent'
  | 'proofreader'
  | 'coordinator'
  | 'station-keeper'
  | 'team-leader'
  | 'volunteer'
  | 'administrator'
  | 'auditor'
  | 'safeguarding';

/** What is sent to a route, about the things of one place. */
export interface Sending {
  readonly path: string;
  readonly body?: unknown;
}

/** Who may use a route, and where. Reviewed by hand against the meaning of the roles; NOT derived from the permission files. */
export interface Row {
  /** Roles that may; `everybody` also visitors; `signed-in` every person. Empty: nobody who has no part in the thing itself. */
  readonly who: readonly Role[] | 'everybody' | 'signed-in';
  /** `place`: the role must be held at the thing's place or above. `anywhere`: held at any place. `county`: held at the county's root.
   *  `list`: like `place`, but asked of a list: it holds the thing or not. */
  readonly where: 'place' | 'anywhere' | 'county' | 'list';
  /** The request; for `list`, `holds` names what the list must or must not hold. */
  send(things: Things): Sending;
  readonly holds?: string;
  /** What is one's own may not be there (404), which is no refusal. */
  readonly mayBeAbsent?: boolean;
  /** The asker's session may end by it. */
  readonly endsSession?: boolean;
}

const desk: readonly Role[] = ['editor', 'section-head', 'chief-editor'];
const commenters: readonly Role[] = [...desk, 'proofreader'];
const contributors: readonly Role[] = [...desk, 'proofreader', 'correspondent'];
const readers: readonly Role[] = [...desk, 'proofreader', 'auditor'];
const handlers: readonly Role[] = ['coordinator', 'station-keeper'];
const carers: readonly Role[] = ['administrator', ...handlers];
const colleagues: readonly Role[] = [...carers, 'auditor', 'chief-editor', 'section-head', 'team-leader'];
const nobody: readonly Role[] = [];
const absent = '01890000-0000-7000-8000-000000000000';
const words = { 'zh-CN': '名', en: 'Name' };
/** A program that a county has told what waits. */
const aHook = { kind: 'program', name: '值班屏', address: 'https://screen.example/notices', language: 'zh-CN' };
/** A list of one person, at no place of their own. */
const aList = [
  { line: 1, cells: ['姓名'] },
  { line: 2, cells: ['李新'] },
];
const aText = textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。']);
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
const aFileForm = Buffer.concat([
  Buffer.from(
    '--xy\r\ncontent-disposition: form-data; name="file"; filename="form.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
  ),
  Buffer.from('%PDF-1.7'.padEnd(60)),
  Buffer.from('\r\n--xy--\r\n'),
]);
const assertion = {
  id: 'a',
  rawId: 'a',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'a', authenticatorData: 'a', signature: 'a' },
};
const attestation = {
  id: 'a',
  rawId: 'a',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'a', attestationObject: 'a' },
};

const to = (path: string, body?: unknown) => (): Sending => ({ path, body });
const at =
  (path: (things: Things) => string, body?: (things: Things) => unknown) =>
  (things: Things): Sending => ({ path: path(things), body: body?.(things) });
const on =
  (noun: string, key: string, rest = '', body?: unknown) =>
  (things: Things): Sending => ({ path: `/${noun}/${things[key]}${rest}`, body });

const everybody = (send: Row['send']): Row => ({ who: 'everybody', where: 'anywhere', send });
const signedIn = (send: Row['send'], more: Partial<Row> = {}): Row => ({
  who: 'signed-in',
  where: 'anywhere',
  send,
  ...more,
});
const atPlace = (who: readonly Role[], send: Row['send']): Row => ({ who, where: 'place', send });
const anywhere = (who: readonly Role[], send: Row['send'], more: Partial<Row> = {}): Row => ({
  who,
  where: 'anywhere',
  send,
  ...more,
});
const county = (who: readonly Role[], send: Row['send']): Row => ({ who, where: 'county', send });
const list = (who: readonly Role[], path: string, holds: string): Row => ({
  who,
  where: 'list',
  holds,
  send: to(path),
});

const story = (key: string, rest = '', body?: unknown) => on('stories', key, rest, body);
const order = (rest: string, body?: unknown, key = 'order-accepted') => on('orders', key, rest, body);
const planReaders: readonly Role[] = [...readers, 'correspondent'];
const assignment = (rest: string, body?: unknown) => on('assignments', 'assignment-held', rest, body);
const waitingText = (things: Things) => ({
  step: 'first_review',
  revisionId: things['waiting-revision'],
  textHash: things['waiting-hash'],
  verdict: 'approved',
});

const places: Record<string, Row> = {
  'GET /places': everybody(to('/places')),
  'GET /places/:id': everybody(on('places', 'place')),
  'POST /places': atPlace(
    ['administrator'],
    at(
      () => '/places',
      (things) => ({ parentId: things['place'], level: 'village', name: words, validFrom: '2026-01-01', code: '12' }),
    ),
  ),
  'PATCH /places/:id': atPlace(['administrator'], on('places', 'place', '', { revision: 999 })),
  'POST /places/:id/moves': atPlace(
    ['administrator'],
    at(
      (things) => `/places/${things['place']}/moves`,
      (things) => ({ revision: 999, parentId: things['place'], reason: '并村' }),
    ),
  ),
  'POST /places/:id/endings': atPlace(
    ['administrator'],
    on('places', 'place', '/endings', { revision: 999, validTo: '2030-01-01', reason: '撤村' }),
  ),
};

const people: Record<string, Row> = {
  'GET /people': list(colleagues, '/people?limit=100', 'person'),
  'GET /people/:id': atPlace(colleagues, on('people', 'person')),
  'POST /people-import-previews': anywhere(carers, to('/people-import-previews', { rows: aList })),
  'POST /people-imports': anywhere(carers, to('/people-imports', { rows: aList, lines: [2] })),
  'POST /people-imports/:id/undo': atPlace(nobody, to(`/people-imports/${absent}/undo`, {})),
  'POST /people': atPlace(
    carers,
    at(
      () => '/people',
      (things) => ({ name: '李新', placeId: things['place'] }),
    ),
  ),
  'PATCH /people/:id': atPlace(carers, on('people', 'person', '', { version: 999, displayName: '张三' })),
};

const notices: Record<string, Row> = {
  'GET /notices': signedIn(to('/notices')),
  'POST /notices/:id/reads': atPlace(nobody, to(`/notices/${absent}/reads`)),
  'GET /notice-preferences': signedIn(to('/notice-preferences')),
  'PUT /notice-preferences': signedIn(to('/notice-preferences', { email: true, quietFrom: null, quietUntil: null })),
};

// Signing in, and what is one's own: every person for themselves; what is another's is not there (404).
const own: Record<string, Row> = {
  'GET /me': signedIn(to('/me')),
  'GET /me/waiting': signedIn(to('/me/waiting')),
  'POST /sessions': everybody(to('/sessions', { login: 'nobody-at-all', password: 'wrong' })),
  'POST /passkey-sign-in-options': everybody(to('/passkey-sign-in-options')),
  'POST /passkey-sessions': everybody(to('/passkey-sessions', { assertion })),
  'POST /sessions/current/second-factors': signedIn(to('/sessions/current/second-factors', { code: '123456' }), {
    endsSession: true,
  }),
  'POST /sessions/current/step-up-options': signedIn(to('/sessions/current/step-up-options')),
  'POST /sessions/current/step-ups': signedIn(to('/sessions/current/step-ups', { code: '123456' }), {
    endsSession: true,
  }),
  'GET /sessions': signedIn(to('/sessions')),
  'DELETE /sessions/current': { ...everybody(to('/sessions/current')), endsSession: true },
  'DELETE /sessions/:id': atPlace(nobody, to(`/sessions/${absent}`)),
  'DELETE /sessions': signedIn(to('/sessions'), { endsSession: true }),
  'GET /me/credentials': signedIn(to('/me/credentials')),
  'PUT /me/password': signedIn(to('/me/password', { password: '12345678' })),
  'POST /me/passkey-options': signedIn(to('/me/passkey-options')),
  'POST /me/passkeys': signedIn(to('/me/passkeys', { name: '手机', attestation })),
  'DELETE /me/passkeys/:id': atPlace(nobody, to(`/me/passkeys/${absent}`)),
  'POST /me/totp': signedIn(to('/me/totp')),
  'POST /me/totp/confirmations': signedIn(to('/me/totp/confirmations', { code: '123456' })),
  'DELETE /me/totp': signedIn(to('/me/totp'), { mayBeAbsent: true }),
  'POST /me/recovery-codes': signedIn(to('/me/recovery-codes')),
  'GET /views': signedIn(to('/views?list=stories')),
  'POST /views': signedIn(to('/views', { list: 'stories', name: 'a-view', search: 'state=draft' })),
  // Of a view that is nobody's there is nothing to be seen.
  'PATCH /views/:id': signedIn(to(`/views/${absent}`, { version: 1 }), { mayBeAbsent: true }),
  'DELETE /views/:id': signedIn(to(`/views/${absent}`), { mayBeAbsent: true }),
  'PUT /first-views': signedIn(to('/first-views', { list: 'stories', viewId: null })),
  'GET /me/calendar-feed': signedIn(to('/me/calendar-feed')),
  'POST /me/calendar-feed': signedIn(to('/me/calendar-feed', {})),
  'DELETE /me/calendar-feed': signedIn(to('/me/calendar-feed')),
  'GET /calendars/:secret': { ...everybody(to(`/calendars/${'a'.repeat(43)}`)), mayBeAbsent: true },
  'GET /me/tokens': signedIn(to('/me/tokens')),
  'POST /me/tokens': signedIn(to('/me/tokens', { name: '程序', scopes: [], days: 1 })),
  'DELETE /me/tokens/:id': atPlace(nobody, to(`/me/tokens/${absent}`)),
  'GET /live': signedIn(to('/live')),
  'POST /signing-options': signedIn(to('/signing-options', { statementHash: 'a'.repeat(64) })),
  'POST /invitation-lookups': everybody(to('/invitation-lookups', { token: 'a'.repeat(32) })),
  'POST /invitation-acceptances': everybody(
    to('/invitation-acceptances', { token: 'a'.repeat(32), login: 'somebody', password: 'a long enough sentence' }),
  ),
  'POST /slip-uses': everybody(
    to('/slip-uses', { login: 'nobody-at-all', code: 'aaaaaaaaaa', password: 'a long enough sentence' }),
  ),
  'GET /data-map': everybody(to('/data-map')),
};

// Accounts and grants: administrators any; coordinators and station keepers those of their volunteers; slips need a second of the house.
const administration: Record<string, Row> = {
  'GET /roles': signedIn(to('/roles')),
  'GET /grants': list([...carers, 'auditor', 'chief-editor', 'section-head'], '/grants?limit=100', 'grant'),
  'POST /grants': atPlace(
    carers,
    at(
      () => '/grants',
      (things) => ({ personId: things['newcomer'], role: 'volunteer', placeId: things['place'] }),
    ),
  ),
  'DELETE /grants/:id': atPlace(carers, on('grants', 'fresh-grant')),
  'GET /api-keys': county(['administrator', 'chief-editor', 'auditor'], to('/api-keys')),
  'POST /api-keys': county(
    ['administrator', 'chief-editor'],
    to('/api-keys', { owner: '省图书馆', purpose: '收藏', perMinute: 600 }),
  ),
  'DELETE /api-keys/:id': county(['administrator', 'chief-editor'], on('api-keys', 'api-key')),
  'GET /notice-hooks': list(['administrator', 'chief-editor', 'coordinator'], '/notice-hooks', 'notice-hook'),
  'POST /notice-hooks': atPlace(
    ['administrator', 'chief-editor', 'coordinator'],
    at(
      () => '/notice-hooks',
      (things) => ({ ...aHook, placeId: things['place'], duties: ['orders'] }),
    ),
  ),
  'POST /notice-hooks/:id/tests': atPlace(
    ['administrator', 'chief-editor', 'coordinator'],
    on('notice-hooks', 'notice-hook', '/tests', {}),
  ),
  'DELETE /notice-hooks/:id': atPlace(
    ['administrator', 'chief-editor', 'coordinator'],
    on('notice-hooks', 'fresh-notice-hook'),
  ),
  'GET /me/notice-hooks': signedIn(to('/me/notice-hooks')),
  'POST /me/notice-hooks': signedIn(to('/me/notice-hooks', aHook)),
  'POST /me/notice-hooks/:id/tests': atPlace(nobody, to(`/me/notice-hooks/${absent}/tests`, {})),
  'DELETE /me/notice-hooks/:id': atPlace(nobody, to(`/me/notice-hooks/${absent}`)),
  'GET /units': signedIn(to('/units')),
  'POST /units': atPlace(
    ['administrator', 'coordinator'],
    at(
      () => '/units',
      (things) => ({ kind: 'team', placeId: things['place'], name: words }),
    ),
  ),
  'PATCH /units/:id': atPlace(['administrator', 'coordinator'], on('units', 'unit', '', { name: words })),
  'GET /people/:id/account': atPlace(carers, on('people', 'person', '/account')),
  'PATCH /people/:id/account': atPlace(['administrator'], on('people', 'person', '/account', { closed: false })),
  'POST /people/:id/invitations': atPlace(carers, on('people', 'newcomer', '/invitations')),
  'DELETE /people/:id/invitations': atPlace(carers, on('people', 'newcomer', '/invitations')),
  // A slip that waits for a second person is for the chief editor too; this one does not wait.
  'GET /reset-slips': list(['administrator', 'station-keeper'], '/reset-slips', 'slip'),
  'POST /people/:id/reset-slips': atPlace(
    ['administrator', 'station-keeper'],
    on('people', 'newcomer', '/reset-slips'),
  ),
  'POST /reset-slips/:id/confirmations': atPlace(
    ['administrator', 'chief-editor', 'station-keeper'],
    on('reset-slips', 'slip', '/confirmations'),
  ),
  'DELETE /reset-slips/:id': atPlace(['administrator', 'station-keeper'], on('reset-slips', 'fresh-slip')),
  'GET /people/:id/data': atPlace(['administrator'], on('people', 'person', '/data')),
  'DELETE /people/:id/data': atPlace(['administrator'], on('people', 'person', '/data', { name: 'not this name' })),
};

const authors: readonly Role[] = [...desk, 'correspondent', 'proofreader'];
const senders: readonly Role[] = [...authors, 'coordinator', 'station-keeper', 'team-leader', 'administrator'];
const media: Record<string, Row> = {
  'POST /files': anywhere(senders, to('/files', 'picture')),
  'GET /pictures': anywhere([...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'], to('/pictures')),
  'GET /pictures/:hash': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture'),
  ),
  'GET /pictures/:hash/alike': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture', '/alike'),
  ),
  // The pictures of the busy county are rows without bytes.
  'GET /pictures/:hash/file': {
    ...anywhere(
      [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
      on('pictures', 'own-county-picture', '/file'),
    ),
    mayBeAbsent: true,
  },
  'GET /pictures/:hash/uses': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture', '/uses'),
  ),
  'GET /pictures/:hash/provenance': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture', '/provenance'),
  ),
  'POST /picture-changes': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'team-leader', 'administrator'],
    at(
      () => '/picture-changes',
      (things) => ({
        pictures: [{ hash: things['picture'], version: 0 }],
        change: { credit: '柳河镇' },
        preview: true,
      }),
    ),
  ),
  'PATCH /pictures/:hash': atPlace(desk, on('pictures', 'picture', '', { version: 0 })),
  'GET /pictures/:hash/consents': atPlace(desk, on('pictures', 'picture', '/consents')),
  'POST /pictures/:hash/consents': atPlace(desk, on('pictures', 'picture', '/consents', { givenBy: '周大娘' })),
  'POST /consents/:id/form': atPlace(desk, on('consents', 'consent', '/form', aFileForm)),
  // No form is attached.
  'GET /consents/:id/form': { ...atPlace(desk, on('consents', 'consent', '/form')), mayBeAbsent: true },
  'POST /consents/:id/revocations': atPlace(desk, on('consents', 'consent', '/revocations')),
  'POST /consents/:id/settlements': atPlace(desk, on('consents', 'consent', '/settlements', { because: '公开集会' })),
  'DELETE /consents/:id': { ...atPlace(desk, on('consents', 'consent-to-remove')), mayBeAbsent: true },
  'POST /uploads': anywhere(senders, to('/uploads')),
  'GET /uploads': signedIn(to('/uploads')),
  'GET /uploads/:id': signedIn(to(`/uploads/${absent}`), { mayBeAbsent: true }),
  'PATCH /uploads/:id': { ...anywhere(senders, to(`/uploads/${absent}`)), mayBeAbsent: true },
  'DELETE /uploads/:id': signedIn(to(`/uploads/${absent}`), { mayBeAbsent: true }),
  'GET /materials': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    to('/materials'),
  ),
  'GET /materials/:id': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('materials', 'own-county-material'),
  ),
  'POST /materials/batches': signedIn(to('/materials/batches', { acts: [{ do: 'stop', id: absent }] })),
  'PATCH /materials/:id': atPlace(desk, on('materials', 'material', '', { version: 0 })),
  'GET /materials/:id/original': {
    ...anywhere(
      [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
      on('materials', 'own-county-material', '/original'),
    ),
    // The row of the test has no bytes.
    mayBeAbsent: true,
  },
  'GET /materials/:id/uses': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('materials', 'own-county-material', '/uses'),
  ),
  'GET /materials/:id/consents': atPlace(desk, on('materials', 'material', '/consents')),
  'POST /materials/:id/consents': atPlace(desk, on('materials', 'material', '/consents', { givenBy: '周大娘' })),
  'PUT /materials/:id/conversion': atPlace(desk, on('materials', 'material', '/conversion')),
  'DELETE /materials/:id/conversion': atPlace(desk, on('materials', 'material', '/conversion')),
  'PUT /materials/:id/subtitles': atPlace(
    desk,
    on('materials', 'material', '/subtitles', { language: 'en', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello' }),
  ),
};

const station = (things: Things) => ({ level: 'town', placeId: things['place'], name: words, phone: '0000-1' });
const stations: Record<string, Row> = {
  'GET /stations': signedIn(to('/stations')),
  'GET /stations/:id': signedIn(on('stations', 'own-county-station')),
  'POST /stations': atPlace(
    ['coordinator', 'administrator'],
    at(() => '/stations', station),
  ),
  'PATCH /stations/:id': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '', { version: 999 }),
  ),
  'GET /stations/:id/kiosks': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '/kiosks'),
  ),
  'POST /stations/:id/kiosks': atPlace(
    ['coordinator', 'station-keeper', 'administrator'],
    on('stations', 'station', '/kiosks', { name: '门口' }),
  ),
  'DELETE /stations/:id/kiosks/:kioskId': {
    ...atPlace(['coordinator', 'station-keeper', 'administrator'], on('stations', 'station', `/kiosks/${absent}`)),
    mayBeAbsent: true,
  },
};

// Stories: the desk sees and changes all of its places; correspondents their own; each review has its role; withdrawing is for who is on duty, and where nobody is for who may sign last.
const newsroom: Record<string, Row> = {
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
  'PUT /stories/:id/schedule': atPlace(desk, story('story-draft', '/schedule', { publishAt: null })),
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
  'POST /handovers': atPlace(nobody, to('/handovers', { shiftId: absent, comingId: absent, note: '' })),
  'POST /handovers/:id/takings': atPlace(nobody, to(`/handovers/${absent}/takings`, {})),
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
  'GET /public/stories': everybody(to('/public/stories')),
  'GET /public/stories/:slug': everybody(on('public/stories', 'own-county-slug')),
  'GET /public/changes': everybody(to('/public/changes')),
  'GET /public/export': everybody(to('/public/export')),
};

// Orders: coordinators and station keepers of the place; auditors read without acting; whoever goes sees their own.
const orders: Record<string, Row> = {
  'GET /orders': list([...handlers, 'auditor'], '/orders?limit=100', 'order-accepted'),
  'GET /order-board': anywhere([...handlers, 'auditor'], to('/order-board')),
  'POST /orders/batches': signedIn(to('/orders/batches', { acts: [{ do: 'accept', id: absent }] })),
  'GET /order-figures': anywhere([...handlers, 'auditor'], to('/order-figures')),
  'GET /demand-figures': anywhere([...handlers, 'auditor'], to('/demand-figures')),
  ...Object.fromEntries(
    ['json', 'xml'].flatMap((format): [string, Row][] => [
      [`GET /open311/services.${format}`, everybody(to(`/open311/services.${format}`))],
      [
        `GET /open311/services/:code.${format}`,
        { ...everybody(to(`/open311/services/none.${format}`)), mayBeAbsent: true },
      ],
      [`POST /open311/requests.${format}`, everybody(to(`/open311/requests.${format}`, {}))],
      [`GET /open311/requests.${format}`, everybody(to(`/open311/requests.${format}`))],
      [
        `GET /open311/requests/:id.${format}`,
        { ...everybody(to(`/open311/requests/${absent}.${format}`)), mayBeAbsent: true },
      ],
      [
        `GET /open311/tokens/:token.${format}`,
        { ...everybody(to(`/open311/tokens/none.${format}`)), mayBeAbsent: true },
      ],
    ]),
  ),
  'GET /orders/:id': atPlace([...handlers, 'auditor'], order('')),
  'GET /orders/:id/history': atPlace([...handlers, 'auditor'], order('/history')),
  'POST /orders': atPlace(
    handlers,
    at(
      () => '/orders',
      (things) => ({
        serviceId: things['service'],
        placeId: things['place'],
        channel: 'phone',
        contacts: [{ name: '刘', phone: '13911112222' }],
        consentRead: true,
        again: true,
      }),
    ),
  ),
  'POST /orders/:id/triages': atPlace(handlers, order('/triages', { verdict: 'resume' })),
  'POST /orders/:id/repetitions': atPlace(
    handlers,
    order('/repetitions', { rule: 'FREQ=WEEKLY;COUNT=2' }, 'order-submitted'),
  ),
  'GET /order-series/:id': atPlace([...handlers, 'auditor'], on('order-series', 'series', '')),
  'POST /order-series/:id/left-out-dates': atPlace(
    handlers,
    on('order-series', 'series', '/left-out-dates', { on: '2020-01-01' }),
  ),
  'POST /order-series/:id/endings': atPlace(handlers, on('order-series', 'series', '/endings', { from: '2099-01-01' })),
  'POST /orders/:id/parts': atPlace(handlers, order('/parts', { parts: [{ peopleServed: 1 }] })),
  'POST /orders/:id/dispatches': atPlace(
    handlers,
    at(
      (things) => `/orders/${things['order-accepted']}/dispatches`,
      (things) => ({ candidates: [{ kind: 'volunteer', id: things['person'] }], startsAt: '2020-01-01T00:00:00Z' }),
    ),
  ),
  'GET /dispatch-plans': list([...handlers, 'auditor'], '/dispatch-plans?limit=100', 'dispatch-plan'),
  'POST /dispatch-plans': atPlace(
    handlers,
    at(
      () => '/dispatch-plans',
      (things) => ({ placeId: things['place'], startsOn: '2020-01-01' }),
    ),
  ),
  'GET /dispatch-plans/:id': atPlace([...handlers, 'auditor'], on('dispatch-plans', 'dispatch-plan')),
  'GET /dispatch-plans/:id/reasons': atPlace(
    [...handlers, 'auditor'],
    at((things) => `/dispatch-plans/${things['dispatch-plan']}/reasons?orderId=${things['order-accepted']}`),
  ),
  'POST /dispatch-plans/:id/pins': atPlace(
    handlers,
    on('dispatch-plans', 'dispatch-plan', '/pins', { version: 999, orderId: absent, personIds: [] }),
  ),
  'POST /dispatch-plans/:id/stops': atPlace(handlers, on('dispatch-plans', 'dispatch-plan', '/stops', {})),
  'POST /dispatch-plans/:id/discards': atPlace(
    handlers,
    on('dispatch-plans', 'dispatch-plan', '/discards', { version: 999 }),
  ),
  'POST /dispatch-plans/:id/signatures': atPlace(
    handlers,
    on('dispatch-plans', 'dispatch-plan', '/signatures', { acts: [{ do: 'sign', id: absent }] }),
  ),
  'GET /orders/:id/appeals': atPlace(handlers, order('/appeals')),
  'POST /orders/:id/appeals': atPlace(handlers, order('/appeals', { said: '家里真的没有人会' })),
  'POST /orders/:id/appeal-answers': atPlace(
    handlers,
    order('/appeal-answers', { verdict: 'upheld', reason: '要持证的电工' }),
  ),
  'POST /orders/:id/reopenings': atPlace(handlers, order('/reopenings', { reason: '没来' })),
  'POST /orders/:id/wishes': atPlace(handlers, order('/wishes', { wishes: [{ on: null, part: 'any' }] })),
  'POST /orders/:id/cancellations': atPlace(handlers, order('/cancellations', {}, 'order-submitted')),
  'POST /orders/:id/confirmations': atPlace(handlers, order('/confirmations', {})),
  'POST /orders/:id/disputes': atPlace(handlers, order('/disputes', { reason: '没修好' })),
  'POST /orders/:id/calls': atPlace(handlers, order('/calls', {})),
  'POST /orders/:id/attestations': atPlace(['coordinator'], order('/attestations', { reason: '电话核实' })),
  'POST /orders/:id/closings': atPlace(['coordinator'], order('/closings', { reason: '打过三次电话' })),
  'PATCH /orders/:id/contacts': atPlace(handlers, order('/contacts', { version: 999, address: '东头第二家' })),
  'GET /orders/:id/notices': atPlace(handlers, order('/notices')),
  'POST /orders/:id/notice-endings': atPlace(handlers, order('/notice-endings', { position: 1 })),
  'POST /orders/:id/forgettings': atPlace(handlers, order('/forgettings', { lastFour: '1234' })),
  'GET /orders/:id/doubles': atPlace(handlers, order('/doubles')),
  'POST /doorstep-questions': anywhere(handlers, to('/doorstep-questions', { words: '清溪 灯笼' })),
  'POST /order-searches': anywhere(handlers, to('/order-searches', { phone: '13911112222' })),
  'POST /orders/:id/ratings': atPlace(handlers, order('/ratings', { outcome: 'done', score: 5 })),
  'POST /orders/:id/looks': atPlace(handlers, order('/looks', { what: 'contact' })),
  'GET /orders/:id/looks': atPlace(['coordinator', 'auditor'], order('/looks')),
  'GET /candidates': atPlace(
    handlers,
    at((things) => `/candidates?orderId=${things['order-accepted']}`),
  ),
  'GET /open-offers': signedIn(to('/open-offers')),
  'POST /orders/:id/openings': atPlace(
    handlers,
    on('orders', 'order-accepted', '/openings', { startsAt: '2020-01-01T00:00:00Z' }),
  ),
  'POST /orders/:id/waterfalls': atPlace(
    handlers,
    at(
      (things) => `/orders/${things['order-accepted']}/waterfalls`,
      (things) => ({ personIds: [things['person']], startsAt: '2020-01-01T00:00:00Z' }),
    ),
  ),
  'GET /visits/:id/stand-ins': atPlace(nobody, on('visits', 'visit', '/stand-ins')),
  'POST /visits/:id/hand-overs': atPlace(
    nobody,
    at(
      (things) => `/visits/${things['visit']}/hand-overs`,
      (things) => ({ personId: things['newcomer'] }),
    ),
  ),
  'GET /offers': signedIn(to('/offers')),
  'GET /offers/:id': atPlace(handlers, on('offers', 'offer')),
  'POST /offers/:id/answers': atPlace(nobody, on('offers', 'offer', '/answers', { answer: 'accept' })),
  'GET /visits': signedIn(to('/visits')),
  'GET /visits/:id': atPlace(handlers, on('visits', 'visit')),
  'POST /visits/:id/check-ins': atPlace(nobody, on('visits', 'visit', '/check-ins', {})),
  'GET /visits/:id/code': atPlace(handlers, on('visits', 'visit', '/code')),
  'POST /visits/:id/incidents': atPlace(
    handlers,
    on('visits', 'visit', '/incidents', { kind: 'other', said: '门口有狗' }),
  ),
  'POST /call-back-draws': atPlace(
    ['coordinator', 'auditor'],
    at(
      () => '/call-back-draws',
      (things) => ({
        placeId: things['place'],
        from: '2020-01-01',
        until: '2020-01-02',
        size: 1,
        seed: '1',
        callerIds: [things['person']],
      }),
    ),
  ),
  'GET /call-backs': anywhere([...handlers, 'auditor'], to('/call-backs')),
  'POST /call-back-sheets': anywhere([...handlers, 'auditor'], to('/call-back-sheets')),
  'POST /call-backs/:id/results': atPlace(nobody, to(`/call-backs/${absent}/results`, { reached: false })),
  'GET /call-back-figures': anywhere([...handlers, 'auditor'], to('/call-back-figures')),
  'GET /visit-alarms': anywhere(handlers, to('/visit-alarms')),
  'POST /visit-alarms/:id/endings': anywhere(handlers, to(`/visit-alarms/${absent}/endings`, {}), {
    mayBeAbsent: true,
  }),
  'GET /incidents': anywhere(['safeguarding'], to('/incidents')),
  'GET /incidents/:id': anywhere(['safeguarding'], to(`/incidents/${absent}`), { mayBeAbsent: true }),
  'POST /incidents/:id/notes': anywhere(['safeguarding'], to(`/incidents/${absent}/notes`, { said: '问过了' }), {
    mayBeAbsent: true,
  }),
  'POST /incidents/:id/closings': anywhere(['safeguarding'], to(`/incidents/${absent}/closings`, { said: '办好了' }), {
    mayBeAbsent: true,
  }),
  'POST /visits/:id/completions': atPlace(handlers, on('visits', 'visit', '/completions', { minutesServed: 1 })),
  'POST /visits/:id/failures': atPlace(handlers, on('visits', 'visit', '/failures', { reason: '没人在家' })),
  'POST /visits/:id/releases': atPlace(nobody, on('visits', 'visit', '/releases', {})),
};

const service = (things: Things) => ({
  slug: 'taps',
  group: 'repair',
  level: 'town',
  placeId: things['place'],
  facts: testFacts(),
});
const limits = {
  answerWithinMinutes: 60,
  arrangeWithinMinutes: 60,
  offerExpiresMinutes: 60,
  confirmWithinMinutes: 60,
  rateWithinMinutes: 60,
  serviceId: null,
  level: null,
};
const anAge = {
  fromAge: 0,
  accepted: false,
  guardian: true,
  homes: 'never',
  notBefore: 480,
  notAfter: 1_200,
  minutesPerWeek: null,
};
const volunteering: Record<string, Row> = {
  'GET /services': everybody(to('/services')),
  'GET /services/:slug': everybody(to('/services/taps')),
  'POST /services': atPlace(
    ['coordinator'],
    at(() => '/services', service),
  ),
  'PATCH /services/:id': county(['coordinator'], on('services', 'own-county-service', '', { version: 999 })),
  'GET /service-terms': everybody(to('/service-terms')),
  'PUT /service-terms': county(
    ['coordinator'],
    to('/service-terms', { kind: 'skill', key: 'water-and-lights', name: words, position: 1 }),
  ),
  'DELETE /service-terms': county(['coordinator'], to('/service-terms', { kind: 'skill', key: 'nobody-has-it' })),
  'GET /limits': anywhere([...handlers, 'auditor', 'administrator'], to('/limits')),
  'PUT /limits': county(['coordinator', 'administrator'], to('/limits', limits)),
  'DELETE /limits': county(['coordinator', 'administrator'], to('/limits', { serviceId: null, level: 'village' })),
  'GET /consent': everybody(to('/consent')),
  'GET /volunteers': list(handlers, '/volunteers?limit=100', 'person'),
  'GET /volunteers/:id': atPlace(handlers, on('volunteers', 'person')),
  'POST /volunteers': atPlace(
    ['coordinator'],
    at(
      () => '/volunteers',
      (things) => ({ personId: things['person'], homePlaceId: things['place'], skills: [] }),
    ),
  ),
  'PATCH /volunteers/:id': atPlace(
    ['coordinator'],
    on('volunteers', 'person', '', { version: 999, skills: ['water-and-lights'] }),
  ),
  'POST /volunteers/:id/licence-claims': atPlace(
    nobody,
    on('volunteers', 'person', '/licence-claims', { licence: 'electrician', expiresOn: '2031-01-01' }),
  ),
  'GET /volunteers/:id/consents': atPlace(['coordinator'], on('volunteers', 'person', '/consents')),
  'POST /volunteers/:id/consents': atPlace(
    ['coordinator'],
    on('volunteers', 'person', '/consents', { purpose: 'minor', given: false }),
  ),
  'GET /licence-claims': anywhere(['coordinator'], to('/licence-claims')),
  'POST /licence-claims/:id/answers': atPlace(
    ['coordinator'],
    on('licence-claims', 'licence-claim', '/answers', { verdict: 'refused', reason: '看不清' }),
  ),
  'GET /age-bands': anywhere([...handlers, 'auditor', 'administrator'], to('/age-bands')),
  'PUT /age-bands': county(['coordinator', 'administrator'], to('/age-bands', { items: [anAge] })),
  'GET /orders/:id/exclusions': atPlace(handlers, on('orders', 'order', '/exclusions')),
  'POST /orders/:id/exclusions': atPlace(
    handlers,
    at(
      (things) => `/orders/${things['order']}/exclusions`,
      (things) => ({ personId: things['person'] }),
    ),
  ),
  'DELETE /orders/:id/exclusions/:exclusionId': {
    ...atPlace(handlers, on('orders', 'order', `/exclusions/${absent}`)),
    mayBeAbsent: true,
  },
  'POST /visits/:id/exclusions': atPlace(nobody, on('visits', 'visit', '/exclusions', {})),
  'GET /applications': list(handlers, '/applications?limit=100', 'application'),
  'POST /applications/:id/answers': atPlace(
    ['coordinator'],
    on('applications', 'application', '/answers', { verdict: 'taken-in', guardianAgreed: false }),
  ),
  'GET /teams': anywhere([...handlers, 'team-leader', 'volunteer'], to('/teams')),
  'POST /teams': atPlace(
    ['coordinator'],
    at(
      () => '/teams',
      (things) => ({ name: words, placeId: things['place'] }),
    ),
  ),
  'PATCH /teams/:id': atPlace(['coordinator'], on('teams', 'team', '', { skills: [] })),
  'GET /hours': signedIn(to('/hours')),
  'GET /hour-figures': signedIn(to('/hour-figures')),
  'POST /hours/:id/signatures': atPlace(nobody, to(`/hours/${absent}/signatures`, {})),
  'GET /hour-corrections': signedIn(to('/hour-corrections')),
  'POST /hour-corrections': atPlace(nobody, to('/hour-corrections', { hourId: absent, said: '少记了' })),
  'GET /hour-differences': signedIn(to('/hour-differences')),
  'POST /hour-differences/:id/answers': atPlace(nobody, to(`/hour-differences/${absent}/answers`, { agrees: true })),
  'POST /hour-differences/:id/decisions': atPlace(
    nobody,
    to(`/hour-differences/${absent}/decisions`, { minutes: 40, reason: '问过了' }),
  ),
  'POST /hour-corrections/:id/answers': atPlace(
    nobody,
    to(`/hour-corrections/${absent}/answers`, { verdict: 'kept', reason: '核过了' }),
  ),
  'GET /recording-units': signedIn(to('/recording-units')),
  'GET /certificate-requests': signedIn(to('/certificate-requests')),
  'POST /certificate-requests': anywhere(
    ['volunteer', 'team-leader'],
    to('/certificate-requests', { unitId: null, from: '2026-01-01', until: '2026-01-31' }),
    // Whoever leads a team and does not volunteer has no hours to ask for.
    { mayBeAbsent: true },
  ),
  'POST /certificate-requests/:id/certificates': atPlace(
    nobody,
    to(`/certificate-requests/${absent}/certificates`, {}),
  ),
  'GET /certificates': signedIn(to('/certificates')),
  'GET /certificates/:id/paper': atPlace(nobody, to(`/certificates/${absent}/paper`)),
  'GET /certificates/:id/credential': atPlace(nobody, to(`/certificates/${absent}/credential`)),
  'POST /certificates/:id/revocations': atPlace(nobody, to(`/certificates/${absent}/revocations`, { reason: 'wrong' })),
  'GET /hour-samples': anywhere(
    ['coordinator', 'auditor'],
    to('/hour-samples?from=2026-01-01&until=2026-01-31&seed=one'),
  ),
  'GET /unusual-entries': anywhere(['coordinator', 'auditor'], to('/unusual-entries?from=2026-01-01&until=2026-01-31')),
  'GET /hour-exports': anywhere(['coordinator'], to('/hour-exports?from=2026-01-01&until=2026-01-31')),
  'POST /hour-reconciliations': anywhere(
    ['coordinator'],
    to('/hour-reconciliations', { from: '2026-01-01', until: '2026-01-31', rows: [] }),
  ),
  'GET /unrecorded-visits': anywhere(handlers, to('/unrecorded-visits')),
  'POST /hours/:id/reversals': atPlace(nobody, to(`/hours/${absent}/reversals`, { reason: '记错' })),
};

const aChannel = (placeId: string | undefined): Record<string, unknown> => ({
  name: '柳河镇群',
  placeId,
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 30,
  dailyLimit: null,
  keeperId: null,
  settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete' },
});
const channels: Record<string, Row> = {
  'POST /unsubscriptions/:token': everybody(to(`/unsubscriptions/${'u'.repeat(24)}`, {})),
  'GET /channels': anywhere([...desk, 'auditor', 'administrator'], to('/channels')),
  'GET /channels/:id': anywhere([...desk, 'auditor', 'administrator'], on('channels', 'channel')),
  'GET /channels/:id/facts': atPlace(['chief-editor', 'administrator'], on('channels', 'channel', '/facts')),
  'POST /channels/:id/retries': atPlace(
    [...desk, 'administrator'],
    on('channels', 'channel', '/retries', { of: 'owed' }),
  ),
  'POST /channels/:id/surrenders': atPlace(
    [...desk, 'administrator'],
    on('channels', 'channel', '/surrenders', { of: 'owed' }),
  ),
  'POST /channels': atPlace(
    ['chief-editor', 'administrator'],
    at(
      () => '/channels',
      (things) => aChannel(things['place']),
    ),
  ),
  'PUT /channels/:id': atPlace(
    ['chief-editor', 'administrator'],
    at(
      (things) => `/channels/${things['channel']}`,
      (things) => ({ ...aChannel(things['place']), version: 999 }),
    ),
  ),
  'GET /stories/:id/departure-plan': atPlace(readers, story('story-published', '/departure-plan')),
  'POST /stories/:id/previews': atPlace(readers, story('story-published', '/previews', { text: aText })),
  'GET /stories/:id/previews/:channelId': atPlace(nobody, story('story-published', `/previews/${absent}`)),
  'POST /stories/:id/stops': atPlace([...desk, 'administrator'], story('story-published', '/stops', {})),
  'POST /copies/batches': signedIn(to('/copies/batches', { acts: [{ do: 'retry', id: absent }] })),
  'POST /channels/:id/secrets': atPlace(
    ['chief-editor', 'administrator'],
    on('channels', 'channel', '/secrets', { version: 999 }),
  ),
  'POST /channels/:id/tests': atPlace(['chief-editor', 'administrator'], on('channels', 'channel', '/tests', {})),
  'GET /channels/:id/wechat-callbacks': {
    ...everybody(to(`/channels/${absent}/wechat-callbacks?timestamp=1&nonce=1&echostr=1`)),
    mayBeAbsent: true,
  },
  'POST /channels/:id/wechat-callbacks': {
    ...everybody(to(`/channels/${absent}/wechat-callbacks?timestamp=1&nonce=1`, {})),
    mayBeAbsent: true,
  },
  'POST /copies/:id/surrenders': atPlace([...desk, 'administrator'], on('copies', 'copy-published', '/surrenders', {})),
  'GET /copies/:id/attempts': atPlace([...readers, 'administrator'], on('copies', 'copy-published', '/attempts')),
  'GET /copies/:id/package': atPlace([...desk, 'administrator'], on('copies', 'copy-manual', '/package')),
  'POST /copies/:id/receipts': atPlace(
    [...desk, 'administrator'],
    on('copies', 'copy-manual', '/receipts', { address: null, pictureHash: null }),
  ),
  'GET /stories/:id/copies': atPlace(readers, story('story-published', '/copies')),
  'GET /stories/:id/correction-plan': atPlace(readers, story('story-published', '/correction-plan')),
  'GET /copies': anywhere([...readers, 'administrator'], to('/copies')),
  'POST /copies/:id/retries': atPlace([...desk, 'administrator'], on('copies', 'copy-published', '/retries', {})),
};

// What accounts of the fediverse are is for everybody; ids of a county that has none are absent.
const activitypub = (path: string, body?: unknown): Row => ({
  ...everybody(to(`/activitypub${path}`, body)),
  mayBeAbsent: true,
});
Object.assign(channels, {
  'GET /activitypub/actors/:id': activitypub(`/actors/${absent}`),
  'GET /activitypub/actors/:id/outbox': activitypub(`/actors/${absent}/outbox`),
  'GET /activitypub/actors/:id/followers': activitypub(`/actors/${absent}/followers`),
  'GET /activitypub/objects/:id': activitypub(`/objects/${absent}`),
  'GET /activitypub/activities/:id': activitypub(`/activities/${absent}`),
  'POST /activitypub/inbox': activitypub('/inbox', {}),
  'POST /activitypub/actors/:id/inbox': activitypub(`/actors/${absent}/inbox`, {}),
});

const operations: Record<string, Row> = {
  'GET /audit': anywhere(['auditor', 'administrator'], to('/audit')),
  'GET /chain-heads': everybody(to('/chain-heads')),
  'GET /jobs': anywhere(['auditor', 'administrator'], to('/jobs')),
  'GET /failed-jobs': anywhere(['auditor', 'administrator'], to('/failed-jobs')),
  'POST /jobs/:id/retries': atPlace(nobody, to(`/jobs/${absent}/retries`)),
  'GET /failed-notices': anywhere(['auditor', 'administrator'], to('/failed-notices')),
  'POST /failed-notices/:id/retries': atPlace(nobody, to(`/failed-notices/${absent}/retries`)),
  'GET /troubles': anywhere(['auditor', 'administrator'], to('/troubles')),
  'GET /backups': anywhere(['auditor', 'administrator'], to('/backups')),
  'GET /settings': anywhere(['auditor', 'administrator'], to('/settings')),
  'PATCH /settings': county(
    ['administrator'],
    to('/settings', {
      read: {
        name: { 'zh-CN': '别县' },
        publisher: { 'zh-CN': '别县融媒体中心' },
        phone: '000000',
        languages: ['zh-CN'],
      },
    }),
  ),
  'PUT /registration': county(
    ['administrator'],
    // Read as nobody left it: allowed and stale, so that nothing is changed.
    to('/registration', { ...noNumbers, read: { ...noNumbers, icp: '0' } }),
  ),
  'PUT /own-days': county(
    ['administrator'],
    to('/own-days', { read: { daysOff: ['2031-01-01'], daysWorked: [] }, daysOff: [], daysWorked: [] }),
  ),
};

/** The reviewed table: method and path of every route → who may. A route without a row fails the test. */
export const permissionTable: Readonly<Record<string, Row>> = {
  ...places,
  ...people,
  ...notices,
  ...own,
  ...administration,
  ...media,
  ...stations,
  ...newsroom,
  ...orders,
  ...volunteering,
  ...channels,
  ...operations,
};
