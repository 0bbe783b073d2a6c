import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { furtherLanguages } from './further-languages.ts';
import { Wording } from './i18n.ts';

let project: string;
before(async () => {
  project = await mkdtemp(join(tmpdir(), 'languages-'));
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(join(project, 'languages', path, '..'), { recursive: true });
    await writeFile(join(project, 'languages', path), text);
  };
  await put('cy/language.json', '{ "name": "Cymraeg" }');
  await put(
    'cy/server.ts',
    `export default { 'refusal.NotFound': 'Dim byd yma: {what}' } satisfies Record<string, string>;`,
  );
  await put('eo/language.json', '{ "name": "Esperanto" }');
  await put('notes/server.ts', 'throw new Error("this is no language");');
});
after(() => rm(project, { recursive: true }));

async function wording(): Promise<Wording> {
  const all = new Wording(await furtherLanguages(project));
  all.add({
    'zh-CN': { 'refusal.NotFound': '没有{what}', 'refusal.Unexpected': '出错了' },
    en: { 'refusal.NotFound': 'No {what}', 'refusal.Unexpected': 'Something broke' },
  });
  return all;
}

test('a folder is a language: what it does not say is said in English', async () => {
  const { say } = await wording().then((all) => ({ say: all.say.bind(all) }));
  assert.equal(say('cy', 'refusal.NotFound', { what: 'stori' }), 'Dim byd yma: stori');
  assert.equal(say('cy', 'refusal.Unexpected'), 'Something broke');
  assert.equal(say('eo', 'refusal.NotFound', { what: 'story' }), 'No story');
  assert.equal(say('zh-CN', 'refusal.NotFound', { what: '稿' }), '没有稿');
});

test('whoever asks for a further language first is answered in it, by its very tag', async () => {
  const all = await wording();
  assert.equal(all.furtherIn('cy, en;q=0.5'), 'cy');
  assert.equal(all.furtherIn('en, cy;q=0.5'), null);
  assert.equal(all.furtherIn('notes'), null);
  assert.equal(all.furtherIn(undefined), null);
});

test('where there is no folder of languages, there are our own two', async () => {
  assert.equal((await furtherLanguages(join(project, 'nowhere'))).size, 0);
});
