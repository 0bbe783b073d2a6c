import type { FormState, ReportErrorPageProps, StoryPageProps } from '@xiangyin/server/contract';
import { sampleQr } from './frame.ts';
import { sampleMark, sampleMarkPicture } from './mark.ts';
import { registerSamples } from './register.ts';
import { at, type Say } from './say.ts';
import { sampleStories } from './stories.ts';

/** A form as it stands at the first visit. */
export const blankForm: FormState = { key: 'k'.repeat(22), values: {}, problems: [], refusal: null };

/** Stories in the states in which a reader may meet them, and the newsroom's other pages. */
export function newsroomSamples(say: Say) {
  const { sections, bus, lamps, stools, coop, correction, language, levee, places, water } = sampleStories(say);
  const corrected: StoryPageProps = {
    slug: bus.slug,
    language,
    title: bus.title,
    deck: bus.deck,
    kind: 'notice',
    level: 'blue',
    section: bus.section,
    places: bus.places,
    picture: bus.picture,
    cardSrc: `/stories/${bus.slug}/card.png?edition=2`,
    pictures: [],
    recordings: [],
    bodyHtml: bodyHtml(say, bus.picture?.src ?? ''),
    byline: bus.byline,
    editedBy: say('林晓禾', 'Lin Xiaohe'),
    readMinutes: 2,
    listenSeconds: 130,
    spoken: null,
    publishedAt: bus.publishedAt,
    edition: { number: 2, at: at(9, 30) },
    validUntil: bus.validUntil,
    ended: null,
    corrections: [correction.correction],
    updates: [{ at: correction.correction.at, note: say('补充了绕行路线。', 'The way round was added.'), edition: 3 }],
    translations: say([{ language: 'en' as const, slug: 'bus-12-detour-en', title: 'Bus 12 takes the ring road' }], []),
    signing: 'ordinary',
    reviewedAfterwardsAt: null,
    signatures: [
      {
        stepName: say('一审', 'First review'),
        roleName: say('责任编辑', 'editor'),
        at: at(9, 12),
        means: 'passkey',
        note: null,
      },
      {
        stepName: say('二审', 'Second review'),
        roleName: say('编辑室主任', 'section head'),
        at: at(9, 19),
        means: 'attested',
        note: null,
      },
      {
        stepName: say('终审', 'Final review'),
        roleName: say('值班总编', 'chief editor on duty'),
        at: at(9, 27),
        means: 'passkey',
        note: null,
      },
    ],
    fingerprint: '7f3a91c0b6d2417e8c55f0a1947733ecd02b8d4f6a9e1c3350b7f2281ddae2d4',
    proofHref: '/stories/bus-12-detour/proof.json',
    receiptsHref: '/stories/bus-12-detour/receipts',
    forms: [],
    tags: [
      { slug: 'buses', name: say('公交', 'Buses') },
      { slug: 'old-street', name: say('老街改造', 'Old Street works') },
    ],
    series: {
      slug: 'old-street',
      name: say('老街一年', 'A year of Old Street'),
      previous: { slug: lamps.slug, title: lamps.title, language: lamps.language },
      next: { slug: stools.slug, title: stools.title, language: stools.language },
    },
    qr: sampleQr,
    mark: { href: `/verify#${sampleMark}`, src: sampleMarkPicture },
    related: [lamps, stools, coop],
  };
  const urgent: StoryPageProps = {
    ...corrected,
    corrections: [],
    updates: [],
    edition: { number: 1, at: at(16, 40) },
    title: say('柳河下游今晚涨水，沿河六村请挪车', 'The lower Liu rises tonight: six villages, please move your cars'),
    places: [places.liuhe],
    section: sections.notices,
    signing: 'urgent',
    ended: {
      at: at(18, 30),
      successor: {
        slug: 'flood-tonight',
        title: say('今晚20时起涨水：怎么做、去哪里', 'High water from 20:00: what to do, where to go'),
        language,
      },
    },
    signatures: corrected.signatures.slice(0, 2).map((one) => ({ ...one, means: 'demonstration' })),
    related: [],
    translations: [],
  };
  const report: ReportErrorPageProps = { story: { slug: bus.slug, title: bus.title, language }, form: blankForm };
  return {
    'newsroom/story': { corrected, ended: urgent },
    'newsroom/story-withdrawn': {
      plain: {
        slug: 'well-water-test',
        title: say('三个村的井水化验结果出来了', 'Well water of three villages tested'),
        language,
        section: sections.notices,
        withdrawnAt: at(14, 20),
        note: say(
          '柳河村的井号写反了，正在重新核对。',
          'Two wells were mixed up; the numbers are being checked again.',
        ),
        publishedAt: at(10, 0),
        receiptsHref: '/stories/well-water-test/receipts',
      },
    },
    'newsroom/section': {
      full: {
        section: sections.county,
        description: say('县里发生的、与大家有关的事。', 'What happens in the county and concerns everybody.'),
        stories: [levee, bus, lamps, stools, water, coop],
        paging: { page: 2, pageCount: 4, total: 71 },
      },
      empty: { section: sections.culture, description: '', stories: [], paging: { page: 1, pageCount: 1, total: 0 } },
    },
    'newsroom/tag': {
      full: {
        tag: { slug: 'floods', name: say('防汛', 'Floods') },
        description: say('涨水、堤坝、转移和回家。', 'High water, levees, leaving and coming home.'),
        stories: [levee, water, bus],
        paging: { page: 1, pageCount: 1, total: 3 },
      },
      empty: {
        tag: { slug: 'markets', name: say('赶集', 'Market days') },
        description: '',
        stories: [],
        paging: { page: 1, pageCount: 1, total: 0 },
      },
    },
    'newsroom/series': {
      full: {
        series: { slug: 'old-street', name: say('老街一年', 'A year of Old Street') },
        description: say('从挖开路面到铺好石板。', 'From the first trench to the last slab.'),
        stories: [bus, lamps, stools],
      },
      empty: { series: { slug: 'ferries', name: say('渡口', 'Ferries') }, description: '', stories: [] },
    },
    'newsroom/corrections': registerSamples(say),
    'newsroom/report-error': {
      blank: report,
      wrong: {
        ...report,
        form: {
          ...blankForm,
          values: { quote: say('22日', 'the 22nd') },
          problems: [{ field: 'what', code: 'required', text: '' }],
        },
      },
    },
    'newsroom/report-error-thanks': { plain: { story: report.story, answerWanted: true } },
  };
}

function bodyHtml(say: Say, picture: string): string {
  const figure = `<figure><img src="${picture}" width="800" height="450" alt="${say('改道示意图', 'Map of the detour')}" loading="lazy" decoding="async"><figcaption>${say('绿线是改道后的走法，灰点是暂停的三站。', 'Green is the new way, grey the three closed stops.')} <span class="credit">${say('制图：县融媒体中心', 'Map: County Media Centre')}</span></figcaption></figure>`;
  const mark = `<sup class="note-mark"><a id="note-1-mark" href="#note-1" role="doc-noteref" aria-label="${say('注 1', 'Note 1')}">1</a></sup>`;
  const notes = `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">${say('注释', 'Notes')}</h2><ol><li id="note-1">${say('公交公司冬季时刻表，11月1日起。', 'The bus company’s winter timetable, from 1 November.')} <a class="note-back" href="#note-1-mark" role="doc-backlink" aria-label="${say('回到正文注 1 处', 'Back to note 1 in the text')}">↩</a></li></ol></section>`;
  const stop = (caption: string): string =>
    `<figure><a class="opens" href="${picture}"><img src="${picture}" width="800" height="450" alt="${caption}" loading="lazy" decoding="async"></a><figcaption>${caption}</figcaption></figure>`;
  const gallery = `<div class="gallery" role="group" aria-label="${say('图集，共 2 张', 'Gallery of 2 pictures')}">${stop(say('文化广场站', 'Culture Square'))}${stop(say('汽车站', 'Bus station'))}</div>`;
  return say(
    `<p>从<strong>23日（周一）首班车</strong>起，12路在环城路口右转，经文化广场、汽车站回到原线，老街口、电影院、东门三站暂时不停。末班车时间不变，仍是20:40${mark}。</p>${figure}<p>公交公司说，老街两头各安排了一位引导员，行动不便的乘客可以打站牌上的电话，由小车接到文化广场。</p><h2>要换车的人怎么走</h2><ul><li>去县医院：文化广场下，换5路，两站。</li><li>去老街：环城路口下，走4分钟。</li></ul><aside class="fact-box"><h3>记在手边</h3><p>公交服务电话：<a href="tel:00001112222" rel="noopener">0000-1112222</a><br>每天6:00到21:00</p></aside><blockquote><p>“绕是绕了一点，比站在坑边等车强。”老街口的孙阿姨说。</p></blockquote>${gallery}${notes}`,
    `<p>From <strong>the first bus on Monday 23 November</strong> line 12 turns right at the ring road and rejoins its old way by Culture Square and the bus station. Old Street, Cinema and East Gate are closed for now. The last bus still leaves at 20:40.${mark}</p>${figure}<p>The bus company has a guide at each end of Old Street; those who find walking hard can ring the number on the stop and are taken to Culture Square by car.</p><h2>Where to change</h2><ul><li>County hospital: get off at Culture Square, take bus 5, two stops.</li><li>Old Street: get off at the ring road and walk 4 minutes.</li></ul><aside class="fact-box"><h3>To keep at hand</h3><p>Bus company: <a href="tel:00001112222" rel="noopener">0000-1112222</a><br>daily 6.00 to 21.00</p></aside><blockquote><p>“A little longer, but better than waiting beside a trench,” says Mrs Sun of Old Street.</p></blockquote>${gallery}${notes}`,
  );
}
