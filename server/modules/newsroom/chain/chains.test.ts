import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statementBytes, statementFromBytes } from '@xiangyin/document';
import { addTestPicture } from '#media/testing';
import { ownerClient } from '#testing';
import type { CastName } from '#access/testing';
import { openDesk, refused, story } from '../testing.ts';
import type { Desk, SeenStory } from '../testing.ts';
import { arrange, chainOfSection } from '../testing/chain.ts';
import { storyProof } from '../dossier/story-proof.ts';
import { checkProof } from '../verify/check-proof.ts';
import { storedProof } from '../verify/stored-evidence.ts';
import type { StoredProof } from '../verify/stored-evidence.ts';
import { packChains } from './pack-chains.ts';

const head = { step: 'first_review', roles: ['editor', 'section-head', 'chief-editor'] };
const final = { step: 'final_review', roles: ['section-head', 'chief-editor'] };
const proof = { step: 'first_proof', roles: ['proofreader', 'editor'] };

async function takes(desk: Desk, one: SeenStory, steps: readonly (readonly [CastName, string])[]): Promise<SeenStory> {
  let now = one;
  for (const [who, step] of steps) now = story(await desk.sign(now, who, step), 201);
  return now;
}

test('a column has its own chain: reviews and proofs in its order, read aloud only for important items', async () => {
  await using desk = await openDesk();
  const aloud = { step: 'read_aloud', roles: ['editor'], importantOnly: true, dueMinutes: 30 };
  await chainOfSection(desk, 'strict', [head, proof, aloud, final, { step: 'sign_off', roles: ['chief-editor'] }]);
  const plain = await desk.submit(await desk.write());
  assert.deepEqual(
    plain.chain.steps.map((one) => one.step),
    ['first_review', 'first_proof', 'final_review', 'sign_off'],
  );
  const waits = await takes(desk, plain, [
    ['editor', 'first_review'],
    ['proofreader', 'first_proof'],
    ['section-head', 'final_review'],
  ]);
  assert.deepEqual([waits.state, waits.step?.next], ['sign_off', null]);
  const published = await takes(desk, waits, [['chief-editor', 'sign_off']]);
  assert.equal(published.publicState, 'published');
  // Its author does not say how much their own text is worth.
  const weighty = await desk.write();
  refused(await desk.county.as('correspondent').patch(`/stories/${weighty.id}`, { important: true }), 403, 'Forbidden');
  story(await desk.county.as('editor').patch(`/stories/${weighty.id}`, { important: true }), 200);
  const proofed = await takes(desk, await desk.submit(weighty), [
    ['editor', 'first_review'],
    ['proofreader', 'first_proof'],
  ]);
  assert.deepEqual([proofed.state, proofed.step?.next], ['read_aloud', 'final_review']);
  // Time is up for the step by its own measure, and the person on duty is told.
  assert.equal(Date.parse(proofed.dueAt ?? ''), desk.county.clock.now().getTime() + 30 * 60_000);
  refused(await desk.county.as('editor').patch(`/stories/${weighty.id}`, { important: false }), 409, 'WrongState');
  const report = await desk.county.as('auditor').get(`/stories/${published.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
});

test('corrections and updates of a column go by chains of their own', async () => {
  await using desk = await openDesk();
  const short = await chainOfSection(desk, 'strict', [final]);
  const proofs = await chainOfSection(desk, 'strict', [proof, final]);
  const main = await chainOfSection(desk, 'strict', [head, final]);
  const section = (change: object) => desk.county.as('chief-editor').patch(`/sections/${desk.sectionId}`, change);
  assert.equal((await section({ correctionChainId: proofs, updateChainId: short })).status, 200);
  refused(await section({ updateChainId: desk.sectionId }), 404, 'NotFound');
  const stepsOf = (one: SeenStory): string[] => one.chain.steps.map(({ step }) => step);
  const first = await desk.submit(await desk.write());
  assert.deepEqual(stepsOf(first), ['first_review', 'final_review']);
  const published = await takes(desk, first, [
    ['editor', 'first_review'],
    ['chief-editor', 'final_review'],
  ]);
  const begun = async (what: string, body: object): Promise<SeenStory> => {
    const seen = story(await desk.county.as('editor').post(`/stories/${published.id}/${what}`, body), 201);
    const handed = await desk.submit(seen, 'editor');
    assert.deepEqual(stepsOf(handed), stepsOf(seen), 'it says so beforehand');
    return handed;
  };
  const corrected = await takes(desk, await begun('corrections', { note: '限重写错了' }), [
    ['proofreader', 'first_proof'],
    ['chief-editor', 'final_review'],
  ]);
  assert.deepEqual([corrected.publicState, corrected.edition?.number], ['published', 2]);
  const updated = await takes(desk, await begun('updates', {}), [['chief-editor', 'final_review']]);
  assert.deepEqual([updated.publicState, updated.edition?.number], ['published', 3]);
  assert.deepEqual(stepsOf(updated), ['first_review', 'final_review'], 'with nothing in work it is that of the column');
  // A chain that is named for corrections is in use.
  refused(await desk.county.as('chief-editor').patch(`/chains/${proofs}`, { ended: true }), 409, 'ChainInUse');
  assert.equal((await section({ correctionChainId: null, updateChainId: null })).body['chainId'], main);
});

test('what was urgent once is corrected and updated by the chain of its column', async () => {
  await using desk = await openDesk();
  const proofs = await chainOfSection(desk, 'strict', [proof, final]);
  const main = await chainOfSection(desk, 'strict', [head, final]);
  const own = { chainId: main, correctionChainId: proofs };
  assert.equal((await desk.county.as('chief-editor').patch(`/sections/${desk.sectionId}`, own)).status, 200);
  await desk.onDuty('chief-editor');
  const published = await takes(desk, await desk.submit(await desk.write('editor'), 'editor', 'urgent'), [
    ['chief-editor', 'urgent_review'],
  ]);
  assert.equal(published.edition?.number, 1);
  const begin = async (what: string, body: object): Promise<SeenStory> =>
    story(await desk.county.as('editor').post(`/stories/${published.id}/${what}`, body), 201);
  const stepsOf = (one: SeenStory): string[] => one.chain.steps.map(({ step }) => step);
  const corrected = await desk.submit(await begin('corrections', { note: '限重写错了' }), 'editor');
  assert.deepEqual(stepsOf(corrected), ['first_proof', 'final_review']);
  await takes(desk, corrected, [
    ['proofreader', 'first_proof'],
    ['chief-editor', 'final_review'],
  ]);
  assert.deepEqual(stepsOf(await begin('updates', {})), ['first_review', 'final_review']);
});

test('a chain that changes while stories are in it: old items finish by the old one, also after an edit, new ones by the new', async () => {
  await using desk = await openDesk();
  const id = await chainOfSection(desk, 'strict', [head, proof, final]);
  const begun = await takes(desk, await desk.submit(await desk.write()), [['editor', 'first_review']]);
  const returned = await desk.submit(await desk.write());
  assert.equal((await arrange(desk, id, 1, 'strict', [final])).status, 201);
  refused(await arrange(desk, id, 1, 'strict', [proof, final]), 409, 'StaleVersion');
  const seen = await desk.see(begun.id);
  assert.deepEqual([seen.state, seen.chain.number, seen.chain.isOlder], ['first_proof', 1, true]);
  const list = await desk.county.as('editor').get('/chains');
  const [chain] = (list.body['items'] as { id: string; inReview: object[]; number: number }[]).filter(
    (one) => one.id === id,
  );
  assert.deepEqual([chain?.number, chain?.inReview], [2, [{ number: 1, count: 2 }]]);
  const edited = story(await desk.county.as('editor').patch(`/stories/${begun.id}`, { byline: '柳河镇通讯员' }), 200);
  assert.deepEqual([edited.state, edited.chain.number], ['first_review', 1]);
  const published = await takes(desk, edited, [
    ['editor-2', 'first_review'],
    ['proofreader', 'first_proof'],
    ['chief-editor', 'final_review'],
  ]);
  assert.equal(published.publicState, 'published');
  // Somebody of the old chain leaves and is forgotten: their signatures stand, without a name.
  const gone = published.signatures.find((one) => one.role === 'proofreader')?.signer;
  const erased = await desk.county.as('administrator').delete(`/people/${gone?.id}/data`, { name: gone?.name });
  assert.equal(erased.status, 204, erased.text);
  assert.notEqual(
    (await desk.see(published.id)).signatures.find((one) => one.role === 'proofreader')?.signer.name,
    gone?.name,
  );
  // What comes back and is handed in again goes by the chain as it stands now.
  story(await desk.sign(returned, 'editor', 'first_review', { verdict: 'returned', reason: '补一句' }), 201);
  const again = await desk.submit(await desk.see(returned.id));
  assert.deepEqual([again.state, again.chain.number], ['final_review', 2]);
  const both = await Promise.all([
    desk.sign(again, 'chief-editor', 'final_review'),
    desk.sign(again, 'chief-editor-2', 'final_review'),
  ]);
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  for (const one of [published, again]) {
    const report = await desk.county.as('auditor').get(`/stories/${one.id}/verification`);
    assert.equal(report.body['valid'], true, report.text);
  }
});

test('where the chain logs exceptions one person takes two steps with a reason; whoever wrote takes none', async () => {
  await using desk = await openDesk();
  await chainOfSection(desk, 'logged', [head, proof, final]);
  const submitted = await desk.submit(await desk.write('editor'), 'editor');
  refused(await desk.sign(submitted, 'editor', 'first_review'), 409, 'DutiesNotSeparated');
  await takes(desk, submitted, [
    ['section-head', 'first_review'],
    ['proofreader', 'first_proof'],
  ]);
  const mine = await desk.see(submitted.id, 'section-head');
  assert.deepEqual([mine.abilities.includes('story.final_review'), mine.step?.isException], [true, true]);
  refused(await desk.sign(mine, 'section-head', 'final_review'), 422, 'ExceptionReasonMissing');
  refused(
    await desk.sign(mine, 'section-head', 'final_review', { exceptionReason: ' ' }),
    422,
    'ExceptionReasonMissing',
  );
  const why = { exceptionReason: '总编下乡，电话里同意' };
  const published = story(await desk.sign(mine, 'section-head', 'final_review', why), 201);
  assert.equal(published.publicState, 'published');
  assert.deepEqual(
    published.signatures.map((one) => one.exceptionReason),
    [null, null, why.exceptionReason],
  );
  const report = await desk.county.as('auditor').get(`/stories/${published.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
  const page = await desk.county.as('auditor').get(`/stories/${published.id}/dossier/page`);
  assert.match(page.text, /电话里同意/);
  // The exception is of the chain's steps: what a withdrawal owes is always another person's.
  await desk.onDuty('chief-editor');
  const withdrawn = story(
    await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实数字' }),
    201,
  );
  refused(
    await desk.sign(withdrawn, 'chief-editor', 'withdrawal_review', { exceptionReason: '只有我在' }),
    409,
    'DutiesNotSeparated',
  );
});

test('a check list is an aid, and compulsory where the county says so', async () => {
  await using desk = await openDesk();
  const lines = ['人名、地名核过', '数字核过'];
  await chainOfSection(desk, 'strict', [
    { ...head, checkList: lines },
    { ...final, checkList: lines, checkListRequired: true },
  ]);
  const submitted = await desk.submit(await desk.write());
  refused(await desk.sign(submitted, 'editor', 'first_review', { ticked: ['另一项'] }), 400, 'BadRequest');
  story(await desk.sign(submitted, 'editor', 'first_review', { ticked: lines.slice(0, 1) }), 201);
  refused(
    await desk.sign(submitted, 'chief-editor', 'final_review', { ticked: lines.slice(1) }),
    422,
    'CheckListUnfinished',
  );
  const published = story(await desk.sign(submitted, 'chief-editor', 'final_review', { ticked: lines }), 201);
  assert.deepEqual(
    published.signatures.map((one) => one.ticked),
    [lines.slice(0, 1), lines],
  );
});

test('a chain that could not be signed is refused with the step that is wrong', async () => {
  await using desk = await openDesk();
  const add = (separation: string, steps: object[]) =>
    desk.county.as('chief-editor').post('/chains', {
      name: { 'zh-CN': '新的', en: 'New' },
      separation,
      steps: steps.map((one) => ({ dueMinutes: 60, ...one })),
    });
  const wrong: [string, object[], string][] = [
    ['strict', [head, head, final], '/steps/1/step'],
    ['strict', [{ ...final, roles: ['editor'] }], '/steps/0/roles'],
    ['strict', [head, { ...proof, pairedWith: 'first_review' }, final], '/steps/1/pairedWith'],
    ['paired', [{ ...head, pairedWith: 'final_review' }, final], '/steps/0/pairedWith'],
    ['strict', [head, { ...final, importantOnly: true }], '/steps/1/importantOnly'],
    ['strict', [{ step: 'sign_off', roles: ['chief-editor'] }, final], '/steps/0/step'],
    ['strict', [head, { step: 'urgent_review', roles: ['chief-editor'] }], '/steps/1/step'],
    ['strict', [{ ...final, checkListRequired: true }], '/steps/0/checkList'],
  ];
  for (const [separation, steps, path] of wrong) {
    const answer = await add(separation, steps);
    refused(answer, 400, 'BadRequest');
    assert.equal((answer.body['fields'] as { path: string }[])[0]?.path, path, answer.text);
  }
  assert.equal((await add('paired', [head, { ...proof, pairedWith: 'first_review' }, final])).status, 201);
  const urgent = packChains.find((one) => one.slug === 'urgent')?.id ?? '';
  const chief = desk.county.as('chief-editor');
  refused(await chief.patch(`/chains/${urgent}`, { isDefault: true }), 400, 'BadRequest');
  refused(await chief.patch(`/sections/${desk.sectionId}`, { chainId: urgent }), 404, 'NotFound');
  refused(await chief.patch(`/chains/${packChains[0]?.id}`, { ended: true }), 409, 'ChainInUse');
});

interface Words {
  caption?: string;
  body?: string;
  hash: string;
}
const illustrated = ({ caption = '新桥', body = '今天通车。', hash }: Words): object => ({
  v: 1,
  language: 'zh-CN',
  title: '柳河桥今天通车',
  deck: '',
  body: {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: body }] },
      { type: 'figure', attrs: { hash, alt: '桥', caption, credit: '', width: 600, height: 400 } },
    ],
  },
});

const proofOf = (desk: Desk, id: string): Promise<StoredProof> =>
  desk.county.inCounty((ctx) => ctx.transaction((tx) => storedProof(tx, id)));

/** What the verifier inside a dossier finds. */
async function foundOutside(proof: object): Promise<{ en: string }[]> {
  const { storyProblems } = (await import(new URL('../dossier/verifier/verify.mjs', import.meta.url).href)) as {
    storyProblems: (proof: object) => Promise<{ en: string }[]>;
  };
  return storyProblems(JSON.parse(JSON.stringify(proof)) as object);
}

test('a caption changed in review reopens proofs and the final review only; a word of the text reopens all', async () => {
  await using desk = await openDesk();
  await chainOfSection(desk, 'strict', [
    head,
    { step: 'second_review', roles: ['section-head'] },
    proof,
    { ...final, roles: ['chief-editor'] },
  ]);
  const hash = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestPicture(tx, desk.county.placeId('village-1-1'))),
  );
  const submitted = await desk.submit(await desk.write('correspondent', { text: illustrated({ hash }) }));
  const ready = await takes(desk, submitted, [
    ['editor', 'first_review'],
    ['section-head', 'second_review'],
    ['proofreader', 'first_proof'],
  ]);
  const save = async (one: SeenStory, words: Omit<Words, 'hash'>): Promise<SeenStory> =>
    story(
      await desk.county
        .as('section-head')
        .put(`/stories/${one.id}/text`, { version: one.version, text: illustrated({ hash, ...words }) }),
      200,
    );
  const captioned = await save(ready, { caption: '柳河新桥' });
  assert.deepEqual([captioned.state, captioned.step?.next], ['first_proof', 'final_review']);
  assert.deepEqual(
    captioned.signatures.map((one) => [one.step, one.verdict, one.standing]),
    [
      ['first_review', 'approved', 'carried'],
      ['second_review', 'approved', 'carried'],
      ['first_proof', 'approved', 'voided'],
      ['first_review', 'carried', 'valid'],
      ['second_review', 'carried', 'valid'],
    ],
  );
  assert.deepEqual(captioned.signatures[3]?.carried, {
    version: 1,
    signedAt: captioned.signatures[0]?.at,
    changed: ['caption'],
  });
  // Whose signature stands is told of none that fell; the proofreader sees what changed since theirs.
  assert.equal((await desk.see(submitted.id, 'editor')).mySignatureFell, null);
  assert.equal((await desk.see(submitted.id, 'proofreader')).mySignatureFell?.revisionId, submitted.revisionId);
  // Whose first review stands takes no other step: the keys hold in the new round too.
  refused(await desk.sign(captioned, 'editor', 'first_proof'), 409, 'DutiesNotSeparated');
  const again = await save(captioned, { caption: '柳河新桥，周一摄' });
  assert.deepEqual(again.signatures.at(-1)?.carried?.changed, ['caption']);
  // A signature taken back beside signatures carried over: these stand, and that step is signed anew.
  const proofed = story(await desk.sign(again, 'proofreader', 'first_proof'), 201);
  const signatureId = proofed.signatures.at(-1)?.id;
  const undone = story(
    await desk.county.as('proofreader').post(`/stories/${again.id}/signature-take-backs`, { signatureId }),
    201,
  );
  assert.deepEqual(
    [undone.state, undone.signatures.filter((one) => one.standing === 'valid').map((one) => one.step)],
    ['first_proof', ['first_review', 'second_review', 'first_proof']],
  );
  const published = await takes(desk, undone, [
    ['proofreader', 'first_proof'],
    ['chief-editor', 'final_review'],
  ]);
  assert.equal(published.publicState, 'published');
  const proofBytes = await proofOf(desk, published.id);
  assert.deepEqual(checkProof(proofBytes).valid, true, JSON.stringify(checkProof(proofBytes)));
  assert.deepEqual(await foundOutside(storyProof(proofBytes)), []);
  const page = await desk.county.as('auditor').get(`/stories/${published.id}/dossier/page`);
  assert.match(page.text, /之后改的是图片说明/);
  // A carried entry that keeps silent about a change, or stands for another person, is found inside and outside.
  const lied = (change: object): StoredProof => ({
    ...proofBytes,
    signatures: proofBytes.signatures.map((one) =>
      one.verdict === 'carried'
        ? { ...one, statement: Buffer.from(statementBytes({ ...statementFromBytes(one.statement), ...change })) }
        : one,
    ),
  });
  for (const [change, problem] of [
    [{ changed: 'nothing' }, 'carry-misstated'],
    [{ changed: 'body' }, 'carry-misstated'],
    [{ carries: 'a'.repeat(64) }, 'carry-unfounded'],
  ] as const) {
    const found = checkProof(lied(change)).signatures.flatMap((one) => one.problems);
    assert.ok(found.includes(problem), `${JSON.stringify(change)}: ${found.join()}`);
    const outside = await foundOutside(storyProof(lied(change)));
    assert.ok(
      outside.some(({ en }) => en.includes('does not say what was changed')),
      JSON.stringify(outside),
    );
  }
  // A word of the body: everything falls.
  const other = await takes(
    desk,
    await desk.submit(await desk.write('correspondent', { text: illustrated({ hash }) })),
    [
      ['editor', 'first_review'],
      ['section-head', 'second_review'],
    ],
  );
  const reworded = await save(other, { body: '明天通车。' });
  assert.deepEqual(
    [reworded.state, reworded.signatures.map((one) => one.standing)],
    ['first_review', ['voided', 'voided']],
  );
});

test('what an edit voids is the county’s rule; the last step always signs the exact text', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  refused(await desk.county.as('editor').put('/voiding-rules/places', { falls: [] }), 403, 'Forbidden');
  const set = await chief.put('/voiding-rules/places', { falls: [] });
  assert.equal(set.status, 200, set.text);
  const ready = await takes(desk, await desk.submit(await desk.write()), [
    ['editor', 'first_review'],
    ['section-head', 'second_review'],
  ]);
  const chiefs = story(
    await desk.county.as('section-head').put(`/stories/${ready.id}/schedule`, { publishAt: null, held: true }),
    200,
  );
  const signed = await takes(desk, chiefs, [['chief-editor', 'final_review']]);
  assert.equal(signed.state, 'signed_off');
  const moved = story(
    await desk.county.as('section-head').patch(`/stories/${ready.id}`, {
      placeIds: [desk.county.placeId('village-1-1'), desk.county.placeId('village-1-2')],
    }),
    200,
  );
  assert.equal(moved.state, 'final_review');
  const held = await takes(desk, moved, [['chief-editor', 'final_review']]);
  assert.equal(held.state, 'signed_off');
  const published = story(await chief.put(`/stories/${ready.id}/schedule`, { publishAt: null }), 200);
  assert.equal(published.publicState, 'published');
  assert.deepEqual(
    published.signatures.filter((one) => one.verdict === 'carried').map((one) => one.carried?.changed),
    [['places'], ['places']],
  );
  const proofBytes = await proofOf(desk, published.id);
  assert.equal(checkProof(proofBytes).valid, true, JSON.stringify(checkProof(proofBytes)));
  assert.deepEqual(await foundOutside(storyProof(proofBytes)), []);
});

test('a dossier of before, which names no chain, is still judged', async () => {
  await using desk = await openDesk();
  const old = storyProof(await proofOf(desk, (await desk.publish()).id));
  for (const edition of old['editions'] as { chain?: object }[]) delete edition.chain;
  assert.deepEqual(await foundOutside(old), []);
  (old['signatures'] as unknown[]).splice(1, 1);
  assert.ok((await foundOutside(old)).some(({ en }) => en.includes('second_review')));
});

// Whatever the program does: the tables themselves take no second step by one person but where the chain allows it.
test('the database keeps the hands apart for each separation, whoever writes', async () => {
  await using desk = await openDesk();
  const owner = await ownerClient(desk.county.database);
  const tries = {
    strict: { paired: false, other: false, logged: false },
    paired: { paired: true, other: false, logged: false },
    logged: { paired: false, other: false, logged: true },
  } as const;
  try {
    for (const [separation, may] of Object.entries(tries)) {
      const pair = separation === 'paired' ? { pairedWith: 'first_review' } : {};
      await chainOfSection(desk, separation, [head, { ...proof, ...pair }, final]);
      const { id } = await desk.submit(await desk.write());
      story(await desk.sign(await desk.see(id), 'editor', 'first_review'), 201);
      const [duty] = (
        await owner.query(
          `select d.round_id, d.person_id from newsroom.duties d join newsroom.stories s on s.round_id = d.round_id where s.id = $1 and d.side = 'first_review'`,
          [id],
        )
      ).rows;
      const side = (values: string): string =>
        `insert into newsroom.duties (county_id, round_id, person_id, side, nth, after_nth, after_side, separation, reason) values (1, '${duty.round_id}', '${duty.person_id}', ${values})`;
      const sign = (step: string, on: string): string =>
        `insert into newsroom.signatures select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'number', 99, 'step', '${step}', 'side', '${on}'))).* from newsroom.signatures g where round_id = '${duty.round_id}'`;
      const taken = async (...statements: string[]): Promise<boolean> => {
        await owner.query('begin');
        try {
          for (const sql of statements) await owner.query(sql);
          return true;
        } catch {
          return false;
        } finally {
          await owner.query('rollback');
        }
      };
      const proofSide = separation === 'paired' ? 'first_review' : 'first_proof';
      assert.equal(await taken(sign('first_proof', proofSide)), may.paired, `${separation}: the paired step`);
      assert.equal(await taken(sign('final_review', 'first_review')), may.other, `${separation}: another step's side`);
      assert.equal(
        await taken(side(`'final_review', 0, null, null, null, null`), sign('final_review', 'final_review')),
        false,
        `${separation}: a second side without a word`,
      );
      const logged = side(`'final_review', 1, 0, 'first_review', 'logged', 'alone today'`);
      assert.equal(
        await taken(logged, sign('final_review', 'final_review')),
        may.logged,
        `${separation}: an exception`,
      );
      assert.equal(await taken(side(`'final_review', 1, 0, 'first_review', 'logged', ''`)), false, 'without a reason');
      const author = `select round_id, person_id from newsroom.duties where round_id = '${duty.round_id}' and side = 'author'`;
      assert.equal(
        await taken(
          `insert into newsroom.duties (county_id, round_id, person_id, side, nth, after_nth, after_side, separation, reason) select 1, round_id, person_id, 'final_review', 1, 0, 'author', 'logged', 'alone' from (${author}) a`,
        ),
        false,
        `${separation}: the author`,
      );
    }
  } finally {
    await owner.end();
  }
});
