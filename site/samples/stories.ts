import type { CorrectionEntry, PlaceRef, SectionRef, StoryTeaser } from '@xiangyin/server/contract';
import { samplePictures } from './pictures.ts';
import { at, type Say } from './say.ts';

/** Sections, places, teasers and a correction of the sample county. */
export function sampleStories(say: Say) {
  const section = (slug: string, zh: string, en: string): SectionRef => ({ slug, name: say(zh, en) });
  const place = (code: string, zh: string, en: string): PlaceRef => ({ code, name: say(zh, en) });
  const sections = {
    county: section('county', '县里的事', 'County'),
    travel: section('travel', '出行', 'Travel'),
    villages: section('villages', '村里的事', 'Villages'),
    culture: section('culture', '文化', 'Culture'),
    notices: section('notices', '通知', 'Notices'),
  };
  const places = {
    liuhe: place('330183101', '柳河镇', 'Liuhe'),
    chengguan: place('330183100', '城关镇', 'Chengguan'),
    dahuai: place('330183101203', '大槐村', 'Dahuai'),
    dongmen: place('330183100001', '东门社区', 'Dongmen'),
  };
  const language = say('zh-CN', 'en');
  const teaser = (slug: string, title: string, more: Partial<StoryTeaser>): StoryTeaser => ({
    slug,
    title,
    language,
    deck: '',
    kind: 'story',
    section: sections.county,
    places: [places.liuhe],
    picture: null,
    byline: say('柳河镇通讯员', 'Liuhe correspondent'),
    publishedAt: at(18, 42),
    validUntil: null,
    correctedAt: null,
    signatureCount: 3,
    ...more,
  });
  const levee = teaser(
    'levee-raised',
    say('六个村的人连夜把堤垫高了四十公分', 'Six villages raise their levee by 40 centimetres overnight'),
    {
      deck: say(
        '下午三点水文站发出预告，到天黑前，沿河六村的沙袋已经码到警戒线以上。学校体育馆今晚开放，热水和被褥备了三百份。',
        'The forecast came at three; by dark the sandbags stood above the warning line. The school gymnasium is open tonight with hot water and 300 sets of bedding.',
      ),
      picture: samplePictures.levee(say('柳河边的人们正在加高沙袋', 'People stacking sandbags by the river')),
    },
  );
  const bus = teaser(
    'bus-12-detour',
    say(
      '12路公交明早改走环城路，老街三站不停',
      'Bus 12 takes the ring road from tomorrow; three Old Street stops are closed',
    ),
    {
      section: sections.travel,
      places: [places.chengguan],
      byline: say('城关镇通讯员', 'Chengguan correspondent'),
      publishedAt: at(17, 5, -1),
      validUntil: at(23, 59, 22),
      correctedAt: at(9, 30),
      deck: say(
        '老街修下水管，工期约三周。去县医院的乘客可在文化广场换5路，票价不变。',
        'New drains in Old Street, about three weeks. For the county hospital change to bus 5 at Culture Square; the fare stays the same.',
      ),
      picture: samplePictures.busLine(
        say(
          '改道示意图：绿线为新路线，灰线为暂停的老街三站',
          'Map of the detour: green is the new line, grey the three closed stops',
        ),
      ),
      kind: 'notice',
    },
  );
  const lamps = teaser(
    'dongmen-night-lamps',
    say('东门社区修好了夜路上最后九盏灯', 'The last nine lamps on Dongmen’s night path are lit again'),
    {
      section: sections.villages,
      places: [places.dongmen],
      publishedAt: at(11, 20),
      picture: samplePictures.lantern(say('石桥上的灯', 'Lamps on a stone bridge')),
      deck: say(
        '从菜市场到河边，走夜路的人不用再打手电。',
        'From the market to the river nobody needs a torch any more.',
      ),
    },
  );
  const stools = teaser(
    'carpenter-stools',
    say('老木匠教做小板凳，周日下午在文化站', 'An old carpenter teaches how to make a stool, Sunday afternoon'),
    {
      section: sections.culture,
      publishedAt: at(10, 0, -1),
      picture: samplePictures.stool(say('做了一半的小板凳', 'A half-finished stool')),
      deck: say('带一块旧木板来就行，工具现场有。', 'Bring an old board; tools are there.'),
    },
  );
  const water = teaser(
    'water-tower-dahuai',
    say(
      '大槐村：水塔检修，周一上午停水三小时',
      'Dahuai: no water for three hours on Monday morning while the tower is mended',
    ),
    {
      kind: 'notice',
      section: sections.notices,
      places: [places.dahuai],
      publishedAt: at(9, 0),
      validUntil: at(12, 0, 1),
      deck: say('请在8点半前接好半天的水。', 'Please draw water for half a day before 8.30.'),
    },
  );
  const coop = teaser(
    'sweet-potato-coop',
    say('上坪村的红薯合作社分了第一笔钱', 'Shangping’s sweet potato co-operative shares out its first money'),
    { section: sections.villages, publishedAt: at(15, 30, -2) },
  );
  const correction: CorrectionEntry = {
    story: { slug: bus.slug, title: bus.title, language },
    section: sections.travel,
    correction: {
      at: at(9, 30),
      edition: 2,
      note: say('开始日期写错了', 'The first day was wrong'),
      changes: [
        {
          runs: [
            { kind: 'same', text: say('从', 'From ') },
            { kind: 'del', text: say('22日（周日）', 'Sunday 22') },
            { kind: 'ins', text: say('23日（周一）', 'Monday 23') },
            {
              kind: 'same',
              text: say('首班车起，12路在环城路口右转', ' November the first bus 12 turns right at the ring road'),
            },
          ],
        },
      ],
    },
  };
  return { sections, places, language, levee, bus, lamps, stools, water, coop, correction };
}
