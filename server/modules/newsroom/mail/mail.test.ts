import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import type { MailboxView, SubmissionView } from '../contract.ts';
import { aRecording, openDesk, refused } from '../testing.ts';
import { TestImapServer } from '../testing/imap-server.ts';
import { isFromItsDomain } from './authentication-results.ts';
import { letterHead } from './letter-head.ts';
import { letterText } from './letter-text.ts';

const mail = await TestImapServer.start();
const desk = await openDesk({ innerHosts: [`127.0.0.1:${mail.port}`] });
after(async () => {
  await mail[Symbol.asyncDispose]();
  await desk[Symbol.asyncDispose]();
});
const { county } = desk;
const sender = 'correspondent@example.test';
const proven = 'Authentication-Results: mx.county.test; dkim=pass header.d=example.test';

let version = 0;
const set = async (more: Record<string, unknown> = {}, by: 'administrator' | 'chief-editor' = 'administrator') => {
  const answer = await county.as(by).put('/mailbox', {
    version,
    enabled: true,
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    login: 'desk',
    secret: 'secret',
    folder: 'INBOX',
    doneFolder: 'Taken',
    sectionId: desk.sectionId,
    trust: 'verified',
    authority: 'mx.county.test',
    ...more,
  });
  if (answer.status === 200) version += 1;
  return answer;
};
const read = (): Promise<void> => county.tick('newsroom.read-mail');
const seen = async (): Promise<MailboxView> =>
  (await county.as('chief-editor').get('/mailbox')).body['mailbox'] as MailboxView;
const inbox = async (): Promise<SubmissionView[]> =>
  (await county.as('editor').get('/submissions?limit=100&sort=sentAt')).body['items'] as SubmissionView[];
const plain = (subject: string, id: string, words: string, ...more: string[]): number =>
  mail.deliver(
    proven,
    `From: =?utf-8?B?${Buffer.from('陈溪').toString('base64')}?= <${sender}>`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: <${id}@example.test>`,
    'Content-Type: text/plain; charset=utf-8',
    ...more,
    '',
    words,
  );

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordParts = {
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/_rels/document.xml.rels': strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ),
  'word/styles.xml': strToU8(
    `<w:styles xmlns:w="${w}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  ),
};

test('the mailbox is set up by whoever keeps the settings; its secret is shown to nobody and goes to no other server', async () => {
  refused(await set({}, 'chief-editor'), 403, 'Forbidden');
  refused(await set({ host: 'imap.example.org' }), 400, 'BadRequest');
  refused(await set({ authority: '' }), 400, 'BadRequest');
  refused(await set({ secret: undefined }), 400, 'BadRequest');
  const answer = await set();
  assert.equal(answer.status, 200, answer.text);
  assert.doesNotMatch(answer.text, /secret/i);
  refused(await set({ port: 1, secret: undefined }), 400, 'BadRequest');
  refused(await set({ version: 0 }), 409, 'StaleVersion');
  assert.equal((await set({ secret: undefined })).status, 200, 'what stays keeps its secret');
});

test('a letter of somebody known becomes a submission once, and leaves the folder; what answers an earlier letter is cut', async () => {
  const words = ['柳河的水位退了。', '渡口明天开。', '', '在 2026年1月2日，编辑部 写道：', '> 请写明时间'].join('\r\n');
  plain('回复：渡口明天开', 'one', words);
  await read();
  const [sent] = await inbox();
  assert.deepEqual([sent?.title, sent?.sender.name, sent?.state], ['渡口明天开', 'correspondent', 'waiting']);
  const story = await desk.see(sent?.id ?? '');
  assert.deepEqual(
    [JSON.stringify(story.text).includes('渡口明天开。'), JSON.stringify(story.text).includes('写明时间')],
    [true, false],
  );
  assert.deepEqual([mail.folder('INBOX').letters.length, mail.folder('Taken').letters.length], [0, 1]);
  await county.deliver();
  assert.match((await county.as('correspondent').get('/notices')).text, /您发来的邮件收到了/);
  // The same letter again, under another number: it is put away and counts no second time.
  plain('渡口明天开', 'one', words);
  await read();
  assert.deepEqual([(await inbox()).length, mail.folder('Taken').letters.length], [1, 2]);
});

test('what a program answers is no submission, stays in the mailbox and is thanked for by nobody', async () => {
  const before = (await inbox()).length;
  const away = '我出差了，十号回来。';
  plain('柳河的稿', 'away-1', away, 'Auto-Submitted: auto-replied');
  plain('柳河的稿', 'away-2', away, 'X-Autoreply: yes');
  plain('自动回复：柳河的稿', 'away-3', away);
  plain('Automatic reply: Liuhe', 'away-4', away);
  // A person says so of their own letter, and one may write about it.
  plain('自动回复机上线', 'not-away', '县医院的自动回复机今天上线。', 'Auto-Submitted: no');
  await read();
  const titles = (await inbox()).slice(before).map((one) => one.title);
  assert.deepEqual(titles, ['自动回复机上线']);
  assert.equal(mail.folder('INBOX').letters.length, 4);
  mail.folder('INBOX').letters = [];
});

test('whose account was closed hands in nothing by letter', async () => {
  const before = (await inbox()).length;
  const personId = await county.personId('correspondent');
  const close = (closed: boolean) => county.as('administrator').patch(`/people/${personId}/account`, { closed });
  assert.equal((await close(true)).status, 200);
  plain('最后一篇', 'closed', '走之前再写一篇。');
  await read();
  assert.equal((await inbox()).length, before);
  assert.equal((await close(false)).status, 200);
  mail.folder('INBOX').letters = [];
});

test('a connection that breaks after the letter was taken takes it no second time', async () => {
  mail.breakAtMove = 1;
  plain('桥修好了', 'two', '桥修好了，八点通车。');
  await read();
  assert.equal((await seen()).problem !== null, true);
  await read();
  assert.deepEqual(
    [(await inbox()).map((one) => one.title), (await seen()).problem, mail.folder('INBOX').letters.length],
    [['渡口明天开', '自动回复机上线', '桥修好了'], null, 0],
  );
});

test('two processes that read the mailbox at once take a letter once', async () => {
  plain('两个一起收', 'both', '只收一次。');
  await Promise.all([read(), read()]);
  await read();
  const mine = (await inbox()).filter((one) => one.title === '两个一起收');
  assert.deepEqual([mine.length, mine[0]?.state, (await seen()).refused], [1, 'waiting', 0]);
});

test('strangers and unproven names stay in the mailbox, unread and unanswered; nothing but their head is fetched', async () => {
  const before = mail.fetchedWhole.length;
  const letters = [
    mail.deliver(proven, 'From: spam@elsewhere.test', 'Subject: buy', '', 'x'),
    mail.deliver('From: volunteer@example.test', proven, 'Subject: no role', '', 'x'),
    mail.deliver(`From: ${sender}`, 'Subject: nothing proven', '', 'x'),
    mail.deliver(
      'Authentication-Results: mx.county.test; spf=fail smtp.mailfrom=evil.test',
      proven,
      `From: ${sender}`,
      'Subject: forged below',
      '',
      'x',
    ),
    mail.deliver(proven, `From: ${sender}, other@example.test`, 'Subject: two', '', 'x'),
  ];
  await read();
  const { strangers, unverified } = await seen();
  assert.deepEqual([strangers, unverified, mail.fetchedWhole.length], [4, 2, before]);
  assert.deepEqual(
    mail.folder('INBOX').letters.map((one) => [one.uid, one.flags.size]),
    letters.map((uid) => [uid, 0]),
  );
  await read();
  assert.equal((await seen()).strangers, 4, 'each is counted once');
});

test('a mailbox full of spam: a turn is bounded, the one letter behind it comes with the next, and nothing of the spam is fetched', async () => {
  const [whole, { strangers }, there] = [mail.fetchedWhole.length, await seen(), (await inbox()).length];
  for (let letter = 0; letter < 500; letter += 1)
    mail.deliver(proven, `From: spam${letter}@elsewhere.test`, 'Subject: buy', '', 'x'.repeat(2_000));
  plain('压在广告下面', 'under-spam', '柳河桥今天通车。');
  await read();
  assert.equal((await seen()).strangers - strangers, 500, 'so many heads in one turn');
  assert.equal((await inbox()).length, there);
  await read();
  assert.deepEqual([(await inbox()).length, (await inbox()).at(-1)?.title], [there + 1, '压在广告下面']);
  assert.equal(mail.fetchedWhole.length - whole, 1);
});

test('a report that a letter of ours could not be delivered is told to whoever sent it, once, and put away', async () => {
  mail.deliverReport('first@news.one.test', '5.1.1');
  const late = mail.deliverReport('second@news.one.test', '4.4.1');
  await read();
  await read();
  const told = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query("select payload from platform.events where name = 'letter.returned' order by id"),
    ),
  );
  assert.deepEqual(
    told.rows.map((row: { payload: unknown }) => row.payload),
    [{ messageId: 'first@news.one.test', status: '5.1.1' }],
  );
  assert.ok(
    mail.folder('INBOX').letters.some((one) => one.uid === late),
    'what may still arrive stays where it is',
  );
});

test('pictures come along, a recording is a voice note, and what does not come along is named', async () => {
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#275' } })
    .jpeg()
    .toBuffer();
  const part = (type: string, name: string, bytes: Buffer): string[] => [
    '--b',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64'),
  ];
  mail.deliver(
    proven,
    `From: ${sender}`,
    'Subject: Bridge',
    'Message-ID: <three@example.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>The <b>bridge</b> is open.</p><script>alert(1)</script><blockquote>old words</blockquote>',
    ...part('image/jpeg', '柳河桥通车.jpg', jpeg),
    ...part('image/jpeg', 'broken.jpg', Buffer.from('no picture')),
    ...part('audio/webm', 'voice.webm', aRecording()),
    ...part('application/pdf', '方案.pdf', Buffer.from('%PDF-1.4')),
    ...part('application/pdf', '不是.pdf', Buffer.from('MZ no document')),
    '--b--',
  );
  await read();
  const sent = (await inbox()).at(-1);
  assert.deepEqual([sent?.title, sent?.voiceNotes, (await seen()).problem], ['Bridge', 1, null]);
  const text = JSON.stringify((await desk.see(sent?.id ?? '')).text);
  assert.match(text, /"alt":"柳河桥通车"/);
  assert.doesNotMatch(text, /alert|old words/);
  const said = (await county.as('editor').get(`/stories/${sent?.id}/comments`)).text;
  assert.match(said, /存进了素材库：方案\.pdf/);
  assert.match(said, /没有带过来[^"]*不是\.pdf/);
  assert.match(said, /还有 1 个附件没有带过来[^"]*broken\.jpg/, 'a picture that is none is not dropped in silence');
  const kept = (await county.as('editor').get('/materials')).body['items'] as { title: string; kind: string }[];
  assert.deepEqual(
    kept.map(({ title, kind }) => [title, kind]),
    [['方案', 'document']],
  );
});

test('of more pictures than a letter may bring, and of a recording that is too long, the desk reads which stayed behind', async () => {
  const jpeg = (shade: number): Promise<Buffer> =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade, g: 90, b: 90 } } })
      .jpeg()
      .toBuffer();
  const part = (type: string, name: string, bytes: Buffer): string[] => [
    '--b',
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'),
  ];
  const pictures = await Promise.all(Array.from({ length: 21 }, (_, at) => jpeg(at * 10)));
  mail.deliver(
    proven,
    `From: ${sender}`,
    'Subject: Many',
    'Message-ID: <many@example.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Rice is planted.',
    ...pictures.flatMap((bytes, at) => part('image/jpeg', `p${at + 1}.jpg`, bytes)),
    ...part('audio/webm', 'hour.webm', Buffer.concat([aRecording(), Buffer.alloc(6 * 1024 * 1024)])),
    '--b--',
  );
  await read();
  const sent = (await inbox()).at(-1);
  assert.deepEqual([sent?.title, sent?.voiceNotes, (await seen()).problem], ['Many', 0, null]);
  const text = JSON.stringify((await desk.see(sent?.id ?? '')).text);
  assert.equal(text.split('"figure"').length - 1, 20);
  const said = (await county.as('correspondent').get(`/stories/${sent?.id}/comments`)).text;
  assert.match(said, /还有 1 个附件没有带过来[^"]*p21\.jpg/);
  assert.match(said, /还有 1 个附件没有带过来[^"]*hour\.webm/);
});

test('a Word file is the text of the letter: words, table and headline; one that cannot be read is only kept', async () => {
  const word = (document: string): Buffer =>
    Buffer.from(zipSync({ ...wordParts, 'word/document.xml': strToU8(document) }));
  const p = (text: string, style = '') =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  const rows = ['水闸', '三号闸'].map((text) => `<w:tr>${cell(text)}${cell('开')}</w:tr>`).join('');
  const body = `${p('三号闸修好了', 'Heading1')}${p('合作社连夜换了闸板。')}<w:tbl>${rows}</w:tbl>`;
  const file = (name: string, bytes: Buffer): string[] => [
    '--b',
    `Content-Type: application/octet-stream; name="${name}"`,
    `Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64'),
  ];
  mail.deliver(
    proven,
    `From: ${sender}`,
    'Subject: ',
    'Message-ID: <word@example.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...file('来稿.docx', word(`<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`)),
    ...file('坏的.docx', word('<w:document')),
    '--b--',
  );
  await read();
  const sent = (await inbox()).at(-1);
  assert.deepEqual([sent?.title, (await seen()).problem], ['三号闸修好了', null]);
  const text = (await desk.see(sent?.id ?? '')).text as { v: number; body: { content: { type: string }[] } };
  assert.deepEqual([text.v, text.body.content.map(({ type }) => type)], [2, ['paragraph', 'table']]);
  assert.match(JSON.stringify(text), /合作社连夜换了闸板。.*三号闸/);
  const said = (await county.as('editor').get(`/stories/${sent?.id}/comments`)).text;
  assert.match(said, /存进了素材库：来稿\.docx、坏的\.docx.*接在了正文后面：来稿\.docx"/);
});

test('a letter without words is refused once and told to its sender, and a wrong password is said', async () => {
  plain('空的', 'four', '');
  await read();
  await read();
  assert.deepEqual([(await seen()).refused, (await inbox()).length], [1, 8]);
  await set({ secret: 'other' });
  await read();
  assert.equal((await seen()).problem, 'login');
});

test('a mailbox on an inner machine is looked at only where whoever runs the installation allows it, by address and by name (A24)', async () => {
  await using inner = await TestImapServer.start();
  for (const host of ['127.0.0.1', 'localhost']) {
    assert.equal((await set({ host, port: inner.port })).status, 200);
    await read();
    assert.deepEqual([(await seen()).problem, inner.connections], ['inner-address', 0], host);
  }
  await set();
  await read();
  assert.equal((await seen()).problem, null);
});

test('only what the county’s own server found on top proves a domain', () => {
  const proves = (found: string): boolean => isFromItsDomain([found], 'mx.county.test', 'mail.example.org');
  assert.ok(proves('mx.county.test; dkim=pass (good) header.d=example.org header.s=x'));
  assert.ok(proves('MX.county.test 1; spf=pass smtp.mailfrom=a@mail.example.org'));
  assert.ok(proves('mx.county.test; dkim=fail header.d=example.org; dmarc=pass header.from=mail.example.org'));
  for (const found of [
    'mx.evil.test; dkim=pass header.d=example.org',
    'mx.county.test; dkim=fail header.d=example.org',
    'mx.county.test; dkim=pass header.d=org',
    'mx.county.test; dkim=pass header.d=evil.test',
    'mx.county.test; spf=pass smtp.mailfrom=a@example.org',
    'mx.county.test; spf=fail smtp.mailfrom="a; dkim=pass header.d=example.org"@evil.test',
    'mx.county.test; spf=fail (x; dkim=pass header.d=example.org) smtp.mailfrom=evil.test',
    'mx.county.test; none',
    '',
  ])
    assert.equal(proves(found), false, found);
  assert.equal(letterHead(Buffer.from('From: a@b.cn\r\nFrom: c@d.cn\r\n')).from, null);
});

test('letters are read as people write them', () => {
  const words = (text: string, more = {}): string[] =>
    letterText({ text, subject: '题', ...more } as Parameters<typeof letterText>[0]).blocks.map((block) =>
      JSON.stringify(block).replace(/.*"text":"([^"]*)".*/, '$1'),
    );
  assert.deepEqual(words('第一段。\n第二段。\n\n-- \n陈溪'), ['第一段。', '第二段。']);
  const long = 'The bridge over the river was opened this morning at eight by the\nvillagers themselves.';
  assert.deepEqual(words(long), [long.replace('\n', ' ')]);
  assert.deepEqual(words('> 转来的一段'), ['转来的一段']);
  assert.deepEqual(words('正文\n发件人: 甲\n发送时间: 今天\n旧信'), ['正文']);
  assert.deepEqual(words('发件人: 柳河镇'), ['发件人: 柳河镇']);
  assert.equal(
    letterText({ text: '没有题目的信，写了很多很多', subject: '' } as Parameters<typeof letterText>[0]).title,
    '没有题目的信，写了很多很多',
  );
});
