import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { openDesk, story } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import { grantPage } from '#access/contract';
import { rosterView } from '#newsroom/contract';
import { testWorld } from './index.ts';
import type { Answer, CastClient } from './index.ts';

const root = join(import.meta.dirname, '../../console');
const asks = /(?:abilities\.includes|useMaySomewhere|may)\('([a-z-]+\.[a-z_-]+)'\)|abilities: \[('[^\]]*')\]/g;

test('every ability that a screen of the console asks for exists', async () => {
  await using county = await testWorld();
  const known = new Set(county.app.permits.all());
  const asked = new Map<string, string>();
  for await (const path of glob('**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'dist' }))
    for (const [, one, several] of (await readFile(join(root, path), 'utf8')).matchAll(asks))
      for (const ability of one ? [one] : (several ?? '').split(',').map((part) => part.trim().replaceAll("'", '')))
        if (ability !== '') asked.set(ability, path);
  assert.ok(asked.size > 20, `${asked.size} abilities found`);
  assert.deepEqual(
    [...asked].filter(([ability]) => !known.has(ability)),
    [],
  );
});

type Asked = readonly [offered: boolean, taken: () => Promise<Answer>];
/** A button of the console: where its condition stands, word for word, and of what it is there (`true`) or is not. */
interface Button {
  readonly file: string;
  readonly asks: string;
  readonly of: Readonly<Record<string, (desk: Desk) => Promise<Asked>>>;
}

const inHours = (desk: Desk, hours: number): string =>
  new Date(desk.county.clock.now().getTime() + hours * 3_600_000).toISOString();
const embargo = (desk: Desk): Record<string, unknown> => ({ embargo: { until: inHours(desk, 6), source: '县水利局' } });

/** Whether the view of this story offers an act to this person, and the request that the button sends. */
async function onStory(
  desk: Desk,
  id: string,
  ability: string,
  send: (as: CastClient) => Promise<Answer>,
  who: CastName,
): Promise<Asked> {
  const { abilities } = await desk.see(id, who);
  return [abilities.includes(ability), () => send(desk.county.as(who))];
}

const endNotice = (desk: Desk, { id }: SeenStory): Promise<Asked> =>
  onStory(desk, id, 'story.end-notice', (as) => as.patch(`/stories/${id}`, { validUntil: inHours(desk, 1) }), 'editor');
const liftEmbargo = (desk: Desk, { id }: SeenStory): Promise<Asked> =>
  onStory(
    desk,
    id,
    'story.lift-embargo',
    (as) => as.put(`/stories/${id}/embargo`, { until: null, reason: '水利局来电，可以发了' }),
    'editor',
  );
const takeBack = (desk: Desk, { id }: SeenStory): Promise<Asked> =>
  onStory(desk, id, 'story.take-back', (as) => as.post(`/stories/${id}/take-backs`, {}), 'correspondent');

async function keptBy(desk: Desk, one: SeenStory, who: CastName): Promise<SeenStory> {
  return story(await desk.county.as(who).post(`/stories/${one.id}/hold-overs`, { note: '等等看' }), 201);
}

async function signedOnce(desk: Desk): Promise<SeenStory> {
  return story(await desk.sign(await desk.submit(await desk.write()), 'editor', 'first_review'), 201);
}

async function runOf(desk: Desk, stories: readonly SeenStory[], who: CastName): Promise<Asked> {
  const storyIds = stories.map(({ id }) => id);
  const made = await desk.county.as('chief-editor').post('/releases', { name: '专版', storyIds });
  assert.equal(made.status, 201, made.text);
  for (const one of stories) if (one.state !== 'draft') await desk.signAll(one);
  const path = `/releases/${String(made.body['id'])}`;
  const seen = await desk.county.as(who).get(path);
  const leaveBehind = (seen.body['stories'] as { isReady: boolean }[]).some(({ isReady }) => !isReady);
  return [seen.body['mayRun'] === true, () => desk.county.as(who).post(`${path}/runs`, { leaveBehind })];
}

async function plannedShift(desk: Desk, fromHours: number, who: CastName): Promise<Asked> {
  const { county } = desk;
  const [fromAt, untilAt] = [inHours(desk, fromHours), inHours(desk, fromHours + 12)];
  const shift = {
    personId: await county.personId('chief-editor-2'),
    role: 'chief-editor',
    duty: true,
    fromAt,
    untilAt,
  };
  const given = await county.as('administrator').post('/grants', { ...shift, placeId: county.placeId('county') });
  assert.equal(given.status, 201, given.text);
  const days = `from=${inHours(desk, 0).slice(0, 10)}&until=${inHours(desk, 300).slice(0, 10)}`;
  const roster = (await county.as(who).get(`/duty-roster?${days}`)).read(rosterView);
  const seen = roster.posts.flatMap(({ shifts }) => shifts).find(({ id }) => id === given.body['id']);
  assert.ok(seen, 'on the roster');
  return [seen.mayTakeOut, () => county.as(who).delete(`/grants/${seen.id}`)];
}

async function grantFrom(desk: Desk, fromHours: number, isEnded = false): Promise<Asked> {
  const { county } = desk;
  const administrator = county.as('administrator');
  const personId = await county.personId('volunteer');
  const grant = {
    personId,
    role: 'correspondent',
    placeId: county.placeId('town-1'),
    fromAt: inHours(desk, fromHours),
  };
  const given = await administrator.post('/grants', grant);
  assert.equal(given.status, 201, given.text);
  const end = (): Promise<Answer> => administrator.delete(`/grants/${String(given.body['id'])}`);
  if (isEnded) await end();
  const { items } = (await administrator.get(`/grants?when=all&personId=${personId}&limit=100`)).read(grantPage);
  const seen = items.find(({ id }) => id === given.body['id']);
  assert.ok(seen, 'in the list');
  return [seen.abilities.includes('grant.end'), end];
}

const notice = { kind: 'notice' };
const buttons: readonly Button[] = [
  {
    file: 'newsroom/story/story-acts.tsx',
    asks: "...(may('story.end-notice') ||",
    of: {
      'true: a published notice': async (desk) => endNotice(desk, await desk.publish(notice)),
      'false: a published story': async (desk) => endNotice(desk, await desk.publish()),
      'false: a notice in draft': async (desk) => endNotice(desk, await desk.write('correspondent', notice)),
    },
  },
  {
    file: 'newsroom/story/embargo-notice.tsx',
    asks: "{story.abilities.includes('story.lift-embargo') && (",
    of: {
      'true: a draft held back': async (desk) => liftEmbargo(desk, await desk.write('correspondent', embargo(desk))),
      'true: held back, in review': async (desk) =>
        liftEmbargo(desk, await desk.submit(await desk.write('correspondent', embargo(desk)))),
      'true: held back, signed off, with a later hour of its own': async (desk) => {
        const signed = await desk.publish(embargo(desk));
        assert.equal(signed.state, 'signed_off');
        const later = { publishAt: inHours(desk, 9) };
        story(await desk.county.as('chief-editor').put(`/stories/${signed.id}/schedule`, later), 200);
        return liftEmbargo(desk, signed);
      },
      'false: signed off, and it would go out with it': async (desk) =>
        liftEmbargo(desk, await desk.publish(embargo(desk))),
      'false: nobody holds it back': async (desk) => liftEmbargo(desk, await desk.submit(await desk.write())),
      'false: kept for later': async (desk) =>
        liftEmbargo(
          desk,
          await keptBy(desk, await desk.submit(await desk.write('correspondent', embargo(desk))), 'editor'),
        ),
    },
  },
  {
    file: 'newsroom/story/story-acts.tsx',
    asks: "...((reviewStates.includes(story.state) || story.state === 'held') && may('story.take-back')",
    of: {
      'true: handed in': async (desk) => takeBack(desk, await desk.submit(await desk.write())),
      'true: handed in and kept for later': async (desk) =>
        takeBack(desk, await keptBy(desk, await desk.submit(await desk.write()), 'editor')),
      'false: signed once': async (desk) => takeBack(desk, await signedOnce(desk)),
      'false: signed once and kept for later': async (desk) =>
        takeBack(desk, await keptBy(desk, await signedOnce(desk), 'section-head')),
      'true: signed, and the signature taken back': async (desk) => {
        const signed = await signedOnce(desk);
        const signatureId = signed.signatures[0]?.id ?? '';
        story(await desk.county.as('editor').post(`/stories/${signed.id}/signature-take-backs`, { signatureId }), 201);
        return takeBack(desk, signed);
      },
    },
  },
  {
    file: 'newsroom/release-page.tsx',
    asks: '{release.mayRun && (',
    of: {
      'true: whoever may publish what is signed': async (desk) =>
        runOf(desk, [await desk.submit(await desk.write()), await desk.write()], 'chief-editor'),
      'false: whoever may only plan': async (desk) => runOf(desk, [await desk.submit(await desk.write())], 'editor'),
      'false: nothing is signed': async (desk) => runOf(desk, [await desk.write()], 'chief-editor'),
      'false: signed, and held back by its source': async (desk) =>
        runOf(desk, [await desk.submit(await desk.write('correspondent', embargo(desk)))], 'chief-editor'),
    },
  },
  {
    file: 'newsroom/roster/roster-page.tsx',
    asks: '{shift.mayTakeOut && begins(shift) &&',
    of: {
      'true: a shift that has not begun': (desk) => plannedShift(desk, 30, 'chief-editor'),
      'true: their own': (desk) => plannedShift(desk, 60, 'chief-editor-2'),
      'false: of a colleague who arranges none': (desk) => plannedShift(desk, 90, 'editor'),
      'false: one that has begun': (desk) => plannedShift(desk, 0, 'chief-editor'),
    },
  },
  {
    file: 'access/grants/grants-list.tsx',
    asks: "action: (grant) => grant.abilities.includes('grant.end') ? (",
    of: {
      'true: a grant that holds': (desk) => grantFrom(desk, 0),
      'true: one that has not begun': (desk) => grantFrom(desk, 30),
      'false: one taken back before it began': (desk) => grantFrom(desk, 30, true),
    },
  },
];

test('a button is there exactly where its request is taken', async () => {
  await using desk = await openDesk();
  const wrong: string[] = [];
  for (const { file, asks, of } of buttons) {
    const text = (await readFile(join(root, file), 'utf8')).replaceAll(/\s+/g, ' ');
    if (!text.includes(asks)) wrong.push(`${file} does not ask ${asks}`);
    for (const [name, make] of Object.entries(of)) {
      const [offered, send] = await make(desk);
      if (offered !== name.startsWith('true: ')) wrong.push(`${asks} ${name}`);
      const { status, text: said } = offered ? await send() : { status: 200, text: '' };
      if (status >= 300) wrong.push(`${asks} ${name}: offered, and refused with ${status} ${said}`);
    }
  }
  assert.deepEqual(wrong, []);
});
