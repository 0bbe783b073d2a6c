import type { CorrectionsPageProps, RegisterCopy, RegisterEntry } from '@xiangyin/server/contract';
import { at, type Say } from './say.ts';
import { sampleStories } from './stories.ts';

/** The register with one entry of each kind, and as it stands when a choice finds nothing. */
export function registerSamples(say: Say): Record<'some' | 'none', CorrectionsPageProps> {
  const { sections, lamps, stools, correction, language } = sampleStories(say);
  const site = (more: Partial<RegisterCopy>): RegisterCopy => ({
    channelName: say('公开网站', 'Public site'),
    before: [1],
    now: { edition: 2, state: 'stands', seenAt: at(9, 31), href: '/' },
    ...more,
  });
  const first: RegisterEntry = {
    ...correction,
    story: { ...correction.story, isWithdrawn: false },
    id: '1',
    kind: 'correction',
    at: correction.correction.at,
    note: null,
    copies: [site({})],
  };
  const numberOfLamps: RegisterEntry = {
    ...first,
    id: '2',
    at: at(8, 0, -3),
    story: { slug: lamps.slug, title: lamps.title, language, isWithdrawn: false },
    correction: {
      at: at(8, 0, -3),
      edition: 2,
      note: say('灯的数目写错了', 'The number of lamps was wrong'),
      changes: [
        {
          runs: [
            { kind: 'same', text: say('最后', 'the last ') },
            { kind: 'del', text: say('七', 'seven') },
            { kind: 'ins', text: say('九', 'nine') },
            { kind: 'same', text: say('盏灯', ' lamps') },
          ],
        },
      ],
    },
    copies: [site({}), site({ channelName: say('村口大屏', 'Village screens'), now: null })],
  };
  const withdrawn: RegisterEntry = {
    ...first,
    id: '3',
    kind: 'withdrawal',
    at: at(14, 20, -1),
    story: { slug: stools.slug, title: stools.title, language, isWithdrawn: true },
    note: say('数目还在核对。', 'The numbers are being checked.'),
    correction: null,
    copies: [
      site({ before: [], now: { edition: 1, state: 'gone', seenAt: null, href: null } }),
      site({
        channelName: say('村口大屏', 'Village screens'),
        before: [],
        now: { edition: 1, state: 'going', seenAt: null, href: null },
      }),
    ],
  };
  const rest = {
    months: ['2026-11', '2026-10'],
    sections: Object.values(sections),
  };
  return {
    some: {
      ...rest,
      entries: [first, withdrawn, numberOfLamps],
      paging: { page: 1, pageCount: 1, total: 3 },
      chosen: { month: null, section: null },
    },
    none: {
      ...rest,
      entries: [],
      paging: { page: 1, pageCount: 1, total: 0 },
      chosen: { month: '2026-10', section: sections.travel.slug },
    },
  };
}
