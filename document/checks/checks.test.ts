import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyTextFromParagraphs } from '../from-paragraphs.ts';
import { storyTextOf } from '../parse.ts';
import { commonErrorList } from './common-error-list.ts';
import { checkerFor, checkText, type CheckOptions, type CheckRules } from './index.ts';

const none: CheckRules = { off: [], terms: [], placeNames: [] };
const written = (paragraphs: readonly string[], language: 'zh-CN' | 'en' = 'zh-CN') =>
  storyTextOf(storyTextFromParagraphs({ language, title: language === 'en' ? 'Head' : '标题', deck: '', paragraphs }));
const found = (words: string, options: CheckOptions & { rules?: CheckRules; language?: 'zh-CN' | 'en' } = {}) =>
  checkText(written([words], options.language), options.rules ?? none, options).map(
    ({ check, words: at, suggestion }) => `${check} ${at} → ${suggestion ?? '?'}`,
  );

/** Each line: what is wrong, and what the checks say of it. */
const wrong: readonly [string, string][] = [
  ['他说,今天去。', 'half-width-marks , → ，'],
  ['电话:请看下文。', 'half-width-marks : → ：'],
  ['修桥(去年开工)完成了。', 'half-width-marks (去年开工) → （去年开工）'],
  ['修桥（去年开工)完成了。', 'half-width-marks （去年开工) → （去年开工）'],
  ['大家说"谢谢"。', 'half-width-marks "谢谢" → “谢谢”'],
  ['工程已经完成.', 'half-width-marks . → 。'],
  ['一.准备', 'half-width-marks 一. → 一、'],
  ['桥通了，，人来了。', 'repeated-marks ，， → ，'],
  ['桥通了。，人来了。', 'repeated-marks 。， → ?'],
  ['太好了！！！！', 'repeated-marks ！！！！ → ！！！'],
  ['他说：“我去。”。', 'repeated-marks 。”。 → 。”'],
  ['他说---我去。', 'dash-ellipsis --- → ——'],
  ['他想了想。。。没有说。', 'dash-ellipsis 。。。 → ……'],
  ['他想了想…没有说。', 'dash-ellipsis … → ……'],
  ['读了《三国》、《水浒》两本书。', 'marks-between-titles 》、《 → 》《'],
  ['有“党员”、“群众”两支队伍。', 'marks-between-titles ”、“ → ”“'],
  ['他说：“我去。', 'paired-marks “ → ?'],
  ['他说：我去。”', 'paired-marks ” → ?'],
  ['他说：“老人说“谢谢”就走了。”', 'paired-marks “谢谢” → ‘谢谢’'],
  ['全文《读《三国》有感》。', 'paired-marks 《三国》 → 〈三国〉'],
  ['气温15-20℃。', 'number-ranges 15-20 → 15～20'],
  ['7月12-14日停水。', 'number-ranges 12-14 → 12—14'],
  ['增长15～30%。', 'number-ranges 15～30% → 15%～30%'],
  ['投入9～16亿元。', 'number-ranges 9～16亿 → 9亿～16亿'],
  ['等了3至五天。', 'number-ranges 3至五 → 3至5'],
  ['等了三、四天。', 'number-ranges 三、四 → 三四'],
  ['补助3千元。', 'numerals 3千 → 3000'],
  ['来了１２人。', 'numerals １２ → 12'],
  ['2026年七月动工。', 'numerals 2026年七月 → ?'],
  ['二〇二六年七月十二日动工。', 'numerals 二〇二六年七月十二日 → 2026年7月12日'],
  ['98年7月1日通车。', 'numerals 98年 → ?'],
  ['增长.5%。', 'numerals .5 → 0.5'],
  ['补助12，500元。', 'numerals 12，500 → 12,500'],
  ['约100人左右参加。', 'approximations 约100人左右 → ?'],
  ['约3万多人参加。', 'approximations 约3万多 → ?'],
  ['近100余户受益。', 'approximations 近100余 → ?'],
  ['我们我们一起去。', 'doubled-words 我们我们 → 我们'],
  ['志愿者志愿者来了。', 'doubled-words 志愿者志愿者 → 志愿者'],
  ['老人的的家。', 'doubled-words 的的 → 的'],
  ['既使下雨，也要去。', 'common-errors 既使 → 即使'],
  ['他甘败下风。', 'common-errors 甘败下风 → 甘拜下风'],
  ['去山里渡假。', 'common-errors 渡假 → 度假'],
  ['按装路灯。', 'common-errors 按装 → 安装'],
  ['学校座落在河边。', 'common-errors 座落 → 坐落'],
  ['身份证号11010519491231002X。', 'personal-data 11010519491231002X → ?'],
  ['请打13812345678。', 'personal-data 13812345678 → ?'],
  ['请打0731-85551234。', 'personal-data 0731-85551234 → ?'],
  ['汇到6222021234567890128。', 'personal-data 6222021234567890128 → ?'],
  ['2026年7月12日（星期一）开班。', 'dates 2026年7月12日（星期一 → 2026年7月12日（星期日'],
  ['2月30日开班。', 'dates 2月30日 → ?'],
  ['周一（2026年7月12日）开班。', 'dates 周一（2026年7月12日 → 周日（2026年7月12日'],
  ['2026年7月12日上午（星期一）开班。', 'dates 2026年7月12日上午（星期一 → 2026年7月12日上午（星期日'],
  ['2026年7月12日是星期一。', 'dates 2026年7月12日是星期一 → 2026年7月12日是星期日'],
  ['时间：2026.7.12（周一）。', 'dates 2026.7.12（周一 → 2026.7.12（周日'],
  ['时间：2026-02-30。', 'dates 2026-02-30 → ?'],
  ['补助2千5百元。', 'numerals 2千5百 → 2500'],
  ['补助5万6千元。', 'numerals 5万6千 → 56000'],
  ['参加的超过100人以上。', 'approximations 超过100人以上 → ?'],
  ['身份证号110105 19491231 002X。', 'personal-data 110105 19491231 002X → ?'],
  ['身份证号１１０１０５１９４９１２３１００２Ｘ。', 'personal-data １１０１０５１９４９１２３１００２Ｘ → ?'],
  ['请打１３８１２３４５６７８。', 'personal-data １３８１２３４５６７８ → ?'],
  ['请打0731 8555 1234。', 'personal-data 0731 8555 1234 → ?'],
];

test('each slip is found where it stands, with what to put in its place', () => {
  for (const [words, says] of wrong) assert.deepEqual(found(words), [says], words);
});

test('what looks alike and is right is left alone', () => {
  const right = [
    '20:40开始，比分3:2，网址是https://example.org/a,b;c?d=e。',
    '他买了iPhone (2026)和Word, Excel等软件。',
    '价格是1,234.5元，增长0.5%。',
    '京—沪线全长1318千米，重5千克，功率3千瓦。',
    '他说：“我去。”大家都笑了。',
    '《三国》（上）、《水浒》都有。',
    '一、准备；1）带伞；2）带水。',
    '“老师’s”不算，don’t也不算。',
    '第三、四天放晴，一、二年级放假。',
    '时间是2026-07-12，电话12345，型号3-5A，比分15-20。',
    '节约30元左右，预约20人左右，最近10多年来，近3年多。',
    '大家商量商量，热闹热闹，慢慢慢慢走，哈哈哈哈哈哈。',
    '有目的的活动，的的确确是这样，不甚了了，受不了了。',
    '既使农民增收，又使集体受益；既便宜又好。',
    '过渡假期里，按装备清单点数，一座落在河边的亭子，这座落成的桥。',
    '相关健康知识，险峻工程，干部暑期学习，友好象征，超过份额，超额完成份额。',
    '自己经常来，他独自已经走了，叫做为民服务，毕竟争取到了，专家俱乐部，问题纲要。',
    '弥漫延续到夜里，修复盖板，深蓝球衣，传授于人，资讯期刊，微风彩云，解决别的事，以德报怨。',
    '身份证号110105194912310021。', // its check digit is wrong
    '单号1234567890123456，编号20260712001。',
    '2026年7月12日（星期日）开班，农历七月初七，2024年2月29日。',
    '省略……等；他——老李——来了…………',
    '约100人，100人左右，100多人。',
    '“第一段没有完。',
    '太好了！！！真的吗？！',
    '一个一个地数，周日（2026年7月12日）开班，时间：2026.7.12（周日），版本2026.7.12.1。',
    '补助5万元、6千克、3万多元，超过100人，100人以上。',
    '2010年代，10年3个月，第2十字路口。',
  ];
  for (const words of right) assert.deepEqual(found(words), [], words);
});

test('English texts have checks of their own', () => {
  const en = (words: string) => found(words, { language: 'en' });
  assert.deepEqual(en('The the bridge is open.'), ['doubled-words The the → The']);
  assert.deepEqual(en('It is  open , and free,really.'), [
    'english-spacing    →  ',
    'english-spacing   → ',
    'english-spacing , → , ',
  ]);
  assert.deepEqual(en('It was a honest answer to an question, a old one.'), [
    'english-articles an  → a ',
    'english-articles a  → an ',
  ]);
  assert.deepEqual(en('Open on Monday 12 July 2026.'), ['dates Monday 12 July 2026 → Sunday 12 July 2026']);
  assert.deepEqual(en('Open on 31 September and February 30, 2026; May 12 and 12 May are fine.'), [
    'dates 31 September → ?',
    'dates February 30, 2026 → ?',
  ]);
  assert.deepEqual(en('It is open，and free。'), ['english-spacing ， → , ', 'english-spacing 。 → . ']);
  assert.deepEqual(en('Call 13812345678.'), ['personal-data 13812345678 → ?']);
  assert.deepEqual(
    en(
      'She had had a European one-way ticket, an hour, an MP, a one-off; that that is so: Sunday, July 12, 2026. Dont’s and “quotes”.',
    ),
    [],
  );
});

test('a date without a year is read from the day of the story', () => {
  assert.deepEqual(found('7月12日（周一）开班。', { day: '2026-07-10' }), ['dates 7月12日（周一 → 7月12日（周日']);
  assert.deepEqual(found('1月2日（周六）开班。', { day: '2026-12-28' }), []);
  assert.deepEqual(found('7月12日（周一）开班。'), []);
  assert.deepEqual(found('周一（7月12日）开班。', { day: '2026-07-10' }), ['dates 周一（7月12日 → 周日（7月12日']);
  assert.deepEqual(found('2月29日（周日）开班。', { day: '2026-02-01' }), ['dates 2月29日（周日 → ?']);
  assert.deepEqual(found('2月29日（周二）开班。', { day: '2028-02-01' }), []);
});

test('the county’s own names are known, and a place’s name with another level is asked about', () => {
  const rules: CheckRules = {
    off: [],
    terms: [
      { term: '柳河水利中心', wrongForms: ['柳河水利局'] },
      { term: '渡假坪', wrongForms: [] },
    ],
    placeNames: ['青溪镇', '大王乡', '大王镇'],
  };
  assert.deepEqual(found('柳河水利局在青溪乡办公。', { rules }), [
    'lexicon 柳河水利局 → 柳河水利中心',
    'lexicon 青溪乡 → 青溪镇',
  ]);
  assert.deepEqual(found('青溪乡村振兴，大王乡和大王镇，住在渡假坪。', { rules }), []);
});

test('a check that the county switched off says nothing', () => {
  assert.deepEqual(found('他说,去按装路灯。', { rules: { ...none, off: ['half-width-marks'] } }), [
    'common-errors 按装 → 安装',
  ]);
});

test('a picture without words and a dead address are named', () => {
  const text = written(['看这里。']);
  text.body.content.push(
    { type: 'figure', attrs: { hash: 'a'.repeat(64), alt: '', caption: '桥', credit: '陈晓', width: 9, height: 9 } },
    {
      type: 'figure',
      attrs: { hash: 'b'.repeat(64), alt: 'IMG_2034.JPG', caption: '', credit: '陈晓', width: 9, height: 9 },
    },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '旧稿', marks: [{ type: 'link', attrs: { href: '/stories/gone' } }] }],
    },
  );
  const seen = checkText(text, none, { deadLinks: ['/stories/gone'] });
  assert.deepEqual(
    seen.map(({ why, path }) => `${why} ${path}`),
    ['no-alternative /body/content/1/attrs/alt', 'file-name /body/content/2/attrs/alt', 'dead-link /body/content/3'],
  );
});

test('a finding keeps its key while its sentence stays, and gets another when the sentence changes', () => {
  const keyOf = (...paragraphs: string[]) => checkText(written(paragraphs), none)[0]?.key;
  const key = keyOf('先来。请打13812345678。再来。');
  assert.equal(keyOf('新的一段。', '先去。请打13812345678。再去。'), key);
  assert.notEqual(keyOf('先来。快请打13812345678。再来。'), key);
});

test('no entry of the list of wrong characters finds fault with a right one, or is there twice', () => {
  const lines = commonErrorList.trim().split('\n');
  assert.ok(lines.length >= 150, String(lines.length));
  const words = lines.map((line) => line.split(' '));
  assert.equal(new Set(words.map(([bad]) => bad)).size, lines.length);
  for (const [, good = ''] of words) assert.deepEqual(found(`“${good}”`), [], good);
  for (const [bad = '', good = ''] of words) assert.deepEqual(found(`“${bad}”`), [`common-errors ${bad} → ${good}`]);
});

test('a second pass looks only at what changed, and finds the same', () => {
  const paragraphs = Array.from(
    { length: 200 },
    (_, i) => `第${i}段：桥通了,${'村里的人都来看，老人说这座桥等了三十年。'.repeat(5)}`,
  );
  const checker = checkerFor(none);
  const first = checker.check(written(paragraphs));
  assert.equal(first.length, 200);
  paragraphs.unshift('新的一段。');
  assert.deepEqual(
    checker.check(written(paragraphs)).map(({ path, key }) => [path, key]),
    first.map(({ path, key }) => [`/body/content/${Number(path.split('/').at(-1)) + 1}`, key]),
  );
});

test('a picture with somebody who is not known to agree is named once, whatever its words, and a held consent is no matter; one without a credit is named too', () => {
  const figure = {
    type: 'figure',
    attrs: { hash: 'a'.repeat(64), alt: '约好的人2月30日', caption: '', credit: '', width: 1, height: 1 },
  };
  const text = written(['桥通了。']);
  const shown = { ...text, body: { ...text.body, content: [...text.body.content, figure as never] } };
  const seen = (consents: CheckOptions['consents']) =>
    checkText(shown, none, consents ? { consents } : {}).map(({ check, why, words }) => [check, why, words]);
  const noCredit = ['picture-credit', 'no-credit', ''];
  assert.deepEqual(seen(undefined), [['dates', 'no-such-day', '2月30日'], noCredit]);
  assert.deepEqual(seen(new Map([['a'.repeat(64), 'revoked']])), [
    ['picture-consent', 'consent-revoked', ''],
    ['dates', 'no-such-day', '2月30日'],
    noCredit,
  ]);
  assert.equal(seen(new Map([['b'.repeat(64), 'missing']])).length, 2);
  const link = { type: 'link', attrs: { href: `/materials/${'c'.repeat(64)}` } };
  const linked = { type: 'paragraph', content: [{ type: 'text', text: '听听集市', marks: [link] }] };
  const heard = { ...text, body: { ...text.body, content: [linked as never] } };
  assert.deepEqual(
    checkText(heard, none, { consents: new Map([['c'.repeat(64), 'missing']]) }).map(({ why, words }) => [why, words]),
    [['material-consent-missing', '听听集市']],
  );
});
