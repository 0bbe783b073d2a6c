import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { Refusal } from '#platform/refuse';
import { testWorld } from '#testing';
import type { Answer } from '#testing';
import { sha256 } from '#platform/canonical';
import { checkSubtitles } from '../material/check-subtitles.ts';
import { mountMaterials } from '../testing.ts';
import { findConverter } from './find-converter.ts';
import { sweepConversions } from './sweep-conversions.ts';

const converter = findConverter({});
const county = await testWorld({ mount: mountMaterials });
after(() => county[Symbol.asyncDispose]());
// Behind every wait: what is to be done at the end is done at once where the other files of the process have no test left meanwhile.
const folder = mkdtempSync(join(tmpdir(), 'xy-clips-'));
after(() => rmSync(folder, { recursive: true }));
const convertWith = (ffmpegPath: string): unknown => Object.assign(county.app.settings, { ffmpegPath });

/** Two seconds of a test picture and a tone, in a file that says where it was made. */
function clip(name: string, args: readonly string[]): Buffer {
  assert.ok(converter);
  const path = join(folder, name);
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2'];
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=960x720:rate=10:duration=2'];
  const where = ['-metadata', 'location=+30.1234+120.5678/', '-metadata', 'title=canary-name', '-threads', '1'];
  const made = spawnSync(converter.ffmpeg, ['-v', 'error', '-y', ...tone, ...picture, ...args, ...where, path]);
  assert.equal(made.status, 0, String(made.stderr));
  return readFileSync(path);
}

async function send(bytes: Buffer, name: string, said: Readonly<Record<string, string>> = {}): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = Object.entries({ filename: name, ...said })
    .map(([word, value]) => `${word} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const editor = county.as('editor');
  const begun = await editor.post('/uploads', undefined, {
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  });
  const path = `/uploads/${String(begun.body['id'])}`;
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  assert.equal((await editor.patch(path, undefined, { headers, payload: bytes })).status, 204);
  const kept = await editor.get(path);
  assert.equal(kept.body['state'], 'kept', kept.text);
  return `/materials/${String(kept.body['subject'])}`;
}

const problemOf = (answer: Answer): unknown => (answer.body['problem'] as Record<string, unknown> | null)?.['code'];

/** A program in place of FFmpeg that does what it is told; its probe finds two seconds of sound. */
function fake(name: string, does: string): string {
  const own = mkdtempSync(join(folder, name));
  const answer =
    '{"format":{"duration":"2.0"},"streams":[{"index":0,"codec_type":"audio","codec_name":"aac","channels":1}]}';
  writeFileSync(join(own, 'ffprobe'), `#!/bin/sh\necho '${answer}'\n`);
  writeFileSync(join(own, 'ffmpeg'), `#!/bin/sh\n${does}\n`);
  for (const file of ['ffprobe', 'ffmpeg']) chmodSync(join(own, file), 0o755);
  return join(own, 'ffmpeg');
}

/** What looks like a sound by its first bytes; each another one. */
const sound = (): Buffer =>
  Buffer.concat([Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00'), randomBytes(16), Buffer.alloc(2_000, 1)]);

test('a video becomes MP4 in two sizes with a picture, a sound AAC with its shape, and neither says where it was made', async (t) => {
  if (!converter) {
    t.diagnostic('without ffmpeg: recordings wait, and say why');
    const path = await send(sound(), '集市.mp3');
    await county.tick('media.convert');
    const waits = await county.as('editor').get(path);
    assert.deepEqual([waits.body['state'], problemOf(waits)], ['waiting', 'ConverterMissing']);
    return void (await county.as('editor').delete(`${path}/conversion`));
  }
  t.diagnostic(`with ${converter.ffmpeg}`);
  const encode = ['-c:v', 'mpeg4', '-c:a', 'aac'];
  const video = await send(clip('桥.mov', ['-map', '1:v', '-map', '0:a', ...encode]), '桥.mov');
  const audio = await send(clip('集市.m4a', ['-map', '0:a', '-af', 'volume=0.02']), '集市.m4a');
  await county.tick('media.convert');
  await county.tick('media.convert');
  const seen = await county.as('editor').get(video);
  assert.deepEqual(
    [seen.body['kind'], seen.body['state'], seen.body['width'], seen.body['height'], problemOf(seen)],
    ['video', 'ready', 960, 720, undefined],
  );
  const files = seen.body['files'] as { part: string; path: string }[];
  assert.deepEqual(files.map((file) => file.part).toSorted(), ['1080p', '480p', 'poster']);
  for (const { path, part } of files) {
    const answer = await county.server.inject({ url: path, headers: await deskHeaders() });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.rawPayload.includes('canary-name') || answer.rawPayload.includes('120.5678'), false);
    // Faststart: what a player needs first stands first.
    if (part !== 'poster') assert.ok(answer.rawPayload.indexOf('moov') < answer.rawPayload.indexOf('mdat'));
    if (part === '480p') assert.deepEqual(look(answer.rawPayload), { video: 'h264 640x480', audio: 'aac' });
    if (part === '1080p') assert.deepEqual(look(answer.rawPayload), { video: 'h264 960x720', audio: 'aac' });
  }
  const heard = await county.as('editor').get(audio);
  assert.deepEqual([heard.body['kind'], heard.body['state']], ['audio', 'ready']);
  const peaks = heard.body['peaks'] as number[];
  assert.ok(peaks.length >= 30 && peaks.slice(0, -1).every((peak) => peak > 5 && peak <= 100), String(peaks));
  const [file] = heard.body['files'] as { path: string }[];
  const part = await county.server.inject({
    url: file?.path ?? '',
    headers: { ...(await deskHeaders()), range: 'bytes=0-99' },
  });
  assert.deepEqual([part.statusCode, part.rawPayload.length, part.headers['content-type']], [206, 100, 'audio/mp4']);
  const loudness = await loudnessOf(file?.path ?? '');
  assert.ok(Math.abs(loudness + 23) < 1, `${loudness} LUFS`);
  const original = await county.as('editor').get(`${video}/original`);
  assert.match(String(original.headers['content-disposition']), /^attachment/);
});

// Until a story shows them, its files are the desk's.
const deskHeaders = async (): Promise<Record<string, string>> => ({
  host: 'one.test',
  cookie: await county.as('editor').cookie(),
});

function look(bytes: Buffer): Record<string, string> {
  const path = join(folder, 'made.mp4');
  writeFileSync(path, bytes);
  const said = spawnSync(converter?.ffprobe ?? '', ['-v', 'error', '-show_streams', '-of', 'json', path]);
  const { streams } = JSON.parse(String(said.stdout)) as {
    streams: { codec_type: string; codec_name: string; width?: number; height?: number }[];
  };
  return Object.fromEntries(
    streams.map((one) => [
      one.codec_type,
      one.width ? `${one.codec_name} ${one.width}x${one.height ?? 0}` : one.codec_name,
    ]),
  );
}

/** What FFprobe, which knows nothing of ours, reads as XMP in a file. */
function xmpIn(bytes: Buffer): string {
  const path = join(folder, 'marked.mp4');
  writeFileSync(path, bytes);
  const asked = ['-v', 'error', '-export_xmp', '1', '-show_entries', 'format_tags=xmp', '-of', 'json', path];
  const said = spawnSync(converter?.ffprobe ?? '', asked);
  return (JSON.parse(String(said.stdout)) as { format?: { tags?: { xmp?: string } } }).format?.tags?.xmp ?? '';
}

test(
  'what AI made says so within its own files, and no longer when the desk takes the mark away',
  { skip: !converter },
  async () => {
    const clipped = clip('龙舟.mp4', [
      '-map',
      '1:v',
      '-map',
      '0:a',
      '-c:v',
      'mpeg4',
      '-c:a',
      'aac',
      '-metadata',
      'comment=marked',
    ]);
    const said = { machine: 'made', credit: '陈溪 <i>' };
    const video = await send(clipped, '龙舟.mp4', said);
    const audio = await send(clip('评书.m4a', ['-map', '0:a', '-c:a', 'aac', '-af', 'volume=0.1']), '评书.m4a', said);
    await county.tick('media.convert');
    await county.tick('media.convert');
    const editor = county.as('editor');
    const files = async (): Promise<Map<string, { path: string; bytes: Buffer }>> => {
      const all = new Map<string, { path: string; bytes: Buffer }>();
      for (const material of [video, audio]) {
        const { body } = await editor.get(material);
        assert.equal(body['state'], 'ready');
        for (const { part, path } of body['files'] as { part: string; path: string }[])
          all.set(part, {
            path,
            bytes: (await county.server.inject({ url: path, headers: await deskHeaders() })).rawPayload,
          });
      }
      return all;
    };
    const recordings = ['1080p', '480p', 'audio'];
    const marked = await files();
    for (const part of recordings) {
      const xmp = xmpIn(marked.get(part)?.bytes ?? Buffer.alloc(0));
      assert.match(xmp, /digitalsourcetype\/trainedAlgorithmicMedia</, part);
      assert.match(xmp, /陈溪 &#60;i&#62;/);
    }
    const poster = await sharp(marked.get('poster')?.bytes).metadata();
    assert.match(String(poster.xmp), /trainedAlgorithmicMedia</);
    const change = async (machine: 'changed' | null): Promise<void> => {
      for (const material of [video, audio]) {
        const { version } = (await editor.get(material)).body;
        assert.equal((await editor.patch(material, { version, machine })).status, 200);
      }
      await county.tick('media.imprint-recordings');
    };
    await change('changed');
    const altered = await files();
    for (const part of recordings) {
      assert.notEqual(altered.get(part)?.path, marked.get(part)?.path, 'another address, so no cache shows the former');
      const xmp = xmpIn(altered.get(part)?.bytes ?? Buffer.alloc(0));
      assert.match(xmp, /compositeWithTrainedAlgorithmicMedia</);
      assert.doesNotMatch(xmp, /\/trainedAlgorithmicMedia</);
    }
    await change(null);
    const plain = await files();
    for (const part of recordings) {
      const bytes = plain.get(part)?.bytes ?? Buffer.alloc(0);
      assert.equal(xmpIn(bytes), '');
      assert.equal(look(bytes)['audio'], 'aac');
    }
    assert.equal((await sharp(plain.get('poster')?.bytes).metadata()).xmp, undefined);
  },
);

async function loudnessOf(url: string): Promise<number> {
  const path = join(folder, 'heard.m4a');
  writeFileSync(path, (await county.server.inject({ url, headers: await deskHeaders() })).rawPayload);
  const said = spawnSync(converter?.ffmpeg ?? '', ['-nostdin', '-i', path, '-af', 'ebur128', '-f', 'null', '-']);
  return Number([...String(said.stderr).matchAll(/I:\s+(-?[\d.]+) LUFS/g)].at(-1)?.[1]);
}

test('a conversion that hangs is ended with all it started, one that fails is said to, and a third try is the last', async () => {
  const mark = join(folder, 'alive');
  const hangs = fake('hangs', `sh -c 'date > ${mark}; while sleep 0.1; do date > ${mark}; done'`);
  convertWith(hangs);
  const path = await send(sound(), '集市.mp3');
  await county.inCounty((ctx) => sweepConversions(ctx, new AbortController().signal, { silentMilliseconds: 1_500 }));
  const hung = await county.as('editor').get(path);
  assert.deepEqual([hung.body['state'], problemOf(hung)], ['failed', 'ConversionHung']);
  assert.ok(existsSync(mark), 'it ran');
  rmSync(mark);
  await pause(250);
  assert.equal(existsSync(mark), false, 'what it had started is gone');
  assert.equal((await county.as('auditor').put(`${path}/conversion`)).status, 403);
  assert.equal((await county.as('editor').put(`${path}/conversion`)).body['state'], 'waiting');
  // As a program that was killed three times in the middle leaves it.
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(`update media.materials set state = 'converting', tries = 3 where county_id = 1 and id = $1`, [
        path.slice(-36),
      ]),
    ),
  );
  await county.tick('media.convert');
  assert.equal(problemOf(await county.as('editor').get(path)), 'ConversionBroke');
});

test('whoever stops a conversion ends it; a program that stops lets the next one go on; without ffmpeg recordings wait', async () => {
  const slow = fake('slow', 'while sleep 0.1; do echo out_time_us=500000; done');
  convertWith(slow);
  const path = await send(sound(), '集市.mp3');
  const going = county.tick('media.convert');
  const state = async () => (await county.as('editor').get(path)).body['state'];
  while ((await state()) !== 'converting') await pause(20);
  assert.equal((await county.as('editor').delete(`${path}/conversion`)).body['state'], 'stopped');
  await going;
  assert.equal(await state(), 'stopped');
  assert.equal((await county.as('editor').delete(`${path}/conversion`)).status, 409);

  await county.as('editor').put(`${path}/conversion`);
  const stopping = new AbortController();
  const again = county.inCounty((ctx) => sweepConversions(ctx, stopping.signal));
  while ((await state()) !== 'converting') await pause(20);
  stopping.abort();
  await again;
  assert.equal(await state(), 'waiting');

  convertWith('/nowhere/ffmpeg');
  await county.tick('media.convert');
  const waits = await county.as('editor').get(path);
  assert.deepEqual([waits.body['state'], problemOf(waits)], ['waiting', 'ConverterMissing']);
  assert.match(String((waits.body['problem'] as Record<string, unknown>)['title']), /ffmpeg/);
  await county.as('editor').delete(`${path}/conversion`);
});

test('whoever removes a recording stops its conversion, and nothing that was made of it stays', async () => {
  const slow = fake('removed', 'while sleep 0.1; do echo out_time_us=500000; done');
  convertWith(slow);
  const path = await send(sound(), '发错了.mp3');
  const { hash } = (await county.as('editor').get(path)).body as { hash: string };
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n周大娘\n';
  const titled = await county.as('editor').put(`${path}/subtitles`, { language: 'zh-CN', text: vtt });
  assert.equal(titled.status, 200, titled.text);
  const going = county.tick('media.convert');
  while ((await county.as('editor').get(path)).body['state'] !== 'converting') await pause(20);
  const removed = await county.as('editor').post(`${path}/removals`, { reason: '录音里有别人的电话' });
  assert.equal(removed.status, 204, removed.text);
  await going;
  assert.equal((await county.as('editor').get(path)).status, 404);
  county.clock.advance({ hours: 2 });
  await county.tick('media.forget-consents');
  const subtitles = sha256(Buffer.from(checkSubtitles(vtt).text));
  const there = await county.inCounty((ctx) =>
    Promise.all([hash, subtitles].map((file) => ctx.app.files.read(ctx.county.id, file))),
  );
  assert.deepEqual(
    there.map((bytes) => bytes?.length),
    [undefined, undefined],
  );
});

test('what is no recording inside, and what lasts three hours, is refused and kept', async () => {
  const long = fake('long', 'exit 0');
  const probe = join(long, '..', 'ffprobe');
  writeFileSync(probe, readFileSync(probe, 'utf8').replace('"2.0"', '"10800.0"'));
  convertWith(long);
  const path = await send(sound(), '会议.mp3');
  await county.tick('media.convert');
  const answer = await county.as('editor').get(path);
  assert.deepEqual([answer.body['state'], problemOf(answer)], ['failed', 'RecordingTooLong']);
  if (!converter) return;
  convertWith(converter.ffmpeg);
  // A playlist behind the head of a sound: it is read as a sound or not at all.
  const trick = Buffer.concat([sound().subarray(0, 10), Buffer.from('#EXTM3U\nfile:///etc/passwd\n'.repeat(40))]);
  const tricked = await send(trick, 'a.mp3');
  await county.tick('media.convert');
  assert.equal(problemOf(await county.as('editor').get(tricked)), 'RecordingUnreadable');
});

test('subtitles are WebVTT or SRT, come out as WebVTT without styles, and say which line is wrong', () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,500\r\n柳河桥通车了\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n<script>x</script>\r\n';
  assert.deepEqual(checkSubtitles(srt), {
    cues: 2,
    text: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n柳河桥通车了\n\n00:00:03.000 --> 00:00:04.000\n&lt;script>x&lt;/script>\n',
  });
  const vtt =
    'WEBVTT - 桥\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE hello\n\n00:01.000 --> 00:02.000 line:0\n<v 记者>到了</v>\n';
  assert.deepEqual(checkSubtitles(vtt), {
    cues: 1,
    text: 'WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<v 记者>到了</v>\n',
  });
  const wrongAt = (text: string): unknown => {
    try {
      checkSubtitles(text);
    } catch (error) {
      return error instanceof Refusal && error.code === 'SubtitlesUnreadable' && error.detail['line'];
    }
    return undefined;
  };
  assert.equal(wrongAt('WEBVTT\n\n00:02.000 --> 00:01.000\n反了\n'), 3);
  assert.equal(wrongAt('WEBVTT\n\n00:01.000 --> 00:02.000\n好\n\n只有字\n'), 6);
  assert.equal(wrongAt('<html>'), 1);
  assert.equal(wrongAt(''), 1);
});
