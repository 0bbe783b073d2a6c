import { decidePoints, enterAdoption, sendersOf } from '#newsroom';
import { today } from '#places';
import { storyStage } from '../content/stories.ts';
import { deskOf } from './story-desk.ts';
import { storiesInOrder } from './load-stories.ts';
import type { Teller } from './teller.ts';

/** The county's table of points, from last year on. The sections must be there, and no story yet: each counts as it is published. */
export async function loadPoints(teller: Teller): Promise<void> {
  await teller.once('points', async (tx) => {
    teller.hoursAgo(24 * 98);
    const points = (level: 'county' | 'city' | 'province' | 'national', text: number, film: number) => [
      { level, medium: 'text' as const, sectionId: null, points: text },
      { level, medium: 'picture' as const, sectionId: null, points: text / 2 },
      { level, medium: 'audio' as const, sectionId: null, points: text },
      { level, medium: 'video' as const, sectionId: null, points: film },
    ];
    await decidePoints(tx.ctx, await teller.actor(tx, 'fangyuanshan'), {
      fromOn: '2025-01-01',
      share: 'equal',
      lines: [
        ...points('county', 1, 2),
        ...points('city', 3, 4),
        ...points('province', 5, 8),
        ...points('national', 10, 15),
        { level: 'county', medium: 'text', sectionId: teller.id('section:travel'), points: 0.5 },
      ],
    });
    return teller.id('step:places');
  });
}

const outlets = [
  { outlet: '清江晚报', level: 'city', medium: 'text' },
  { outlet: '清江电视台', level: 'city', medium: 'video' },
  { outlet: '省农民报', level: 'province', medium: 'text' },
] as const;

/** What other outlets took of the correspondents' stories: every fourth of them somewhere. The stories must be there. */
export async function loadAdoptions(teller: Teller): Promise<void> {
  const sent = storiesInOrder().filter(
    (story) => storyStage(story.key) === 'published' && story.bylineRole === 'correspondent',
  );
  for (const [at, story] of sent.entries()) {
    const taken = outlets[(at / 4) % outlets.length];
    // The editor who enters it is none of those who share it.
    if (at % 4 !== 0 || !taken || story.hoursAgo < 48) continue;
    await teller.once(`adoption:${story.key}`, async (tx) => {
      teller.hoursAgo(story.hoursAgo - 30);
      const storyId = teller.id(`story:${story.key}:zh`);
      const personIds = await sendersOf(tx, storyId);
      if (personIds.length > 0)
        await enterAdoption(tx.ctx, await teller.actor(tx, deskOf(story).first), storyId, {
          ...taken,
          adoptedOn: today(tx),
          personIds,
        });
      return storyId;
    });
  }
}
