import type { CheckId, Finding, WhyCode } from './finding.ts';

type Language = 'zh-CN' | 'en';
type Values = Readonly<Record<string, string>>;
type Why = Readonly<Record<WhyCode, string>>;
/** A check's name, what it looks at, and the standard it comes from; an empty source: plain usage. */
export interface CheckWords {
  readonly name: string;
  readonly about: string;
  readonly source: string;
}

// {name} is filled from the finding's values.
const zh: Why = {
  'id-number': '像一个身份证号（校验码相符）。它要公开吗？',
  mobile: '像一个手机号。它要公开吗？',
  landline: '像一个固定电话。它要公开吗？',
  'bank-card': '像一个银行卡号（校验码相符）。它要公开吗？',
  weekday: '{year}年的这一天是{right}。',
  'no-such-day': '没有“{words}”这一天。',
  'wrong-form': '本地词库写作“{right}”。',
  'wrong-level': '地方名录里是“{right}”。',
  'common-error': '“{words}”应作“{right}”。',
  'doubled-word': '“{once}”写了两遍。',
  'twice-approximate': '两个约数说法重复或矛盾，留一个就够（GB/T 15835）。',
  'range-mark': '数值起止用浪纹线“～”，时间起止用一字线“—”（GB/T 15834、GB/T 15835）。',
  'range-unit': '省去前一个单位会有歧义，写作“{right}”（GB/T 15835）。',
  'range-mixed': '同一个范围里用同一种数字（GB/T 15835）。',
  'approximate-comma': '相邻两个数字表示概数，中间不加顿号（GB/T 15835）。',
  'full-width-numeral': '阿拉伯数字用半角（GB/T 15835）。',
  'mixed-numeral': '一个数里不混用两种数字，“万”“亿”除外（GB/T 15835）。',
  'mixed-date': '一个日期里用同一种数字（GB/T 15835）。',
  'han-date': '新闻里的公历日期用阿拉伯数字更醒目（GB/T 15835）。',
  'short-year': '年份写全四位（GB/T 15835）。',
  'leading-zero': '纯小数写出小数点前的“0”（GB/T 15835）。',
  thousands: '千分撇用半角逗号（GB/T 15835）。',
  'between-quotes': '并列的引号之间通常不用顿号（GB/T 15834 4.5.3.5）。',
  'between-titles': '并列的书名号之间通常不用顿号（GB/T 15834 4.5.3.5）。',
  'dash-form': '破折号是“——”，占两个字（GB/T 15834）。',
  'ellipsis-form': '省略号是“……”，占两个字（GB/T 15834）。',
  'repeated-mark': '这里连用了点号（GB/T 15834）。',
  'too-many-marks': '“{mark}”最多叠用三个（GB/T 15834）。',
  'stop-twice': '引文末尾已有句号，引号外不再加（GB/T 15834）。',
  'half-width': '中文里用全角“{full}”（GB/T 15834）。',
  'half-width-brackets': '中文里用全角括号（GB/T 15834）。',
  'straight-quotes': '中文引号是“”（GB/T 15834）。',
  'after-ordinal': '汉字序数后面用顿号（GB/T 15834）。',
  unpaired: '“{mark}”没有配对的“{other}”。',
  'nested-quotes': '引号里面再用引号时，里层用单引号（GB/T 15834）。',
  'nested-titles': '书名号里面再用书名号时，里层用单书名号（GB/T 15834）。',
  'space-doubled': '这里多了空格。',
  'space-before': '标点前面不空格。',
  'space-missing': '“{mark}”后面空一格。',
  'full-width-in-english': '英文里用半角标点。',
  article: '“{words}”应作“{right}”。',
  'no-alternative': '图片还没有替代文字，看不见图的人读不到它（WCAG 2.2 1.1.1）。',
  'file-name': '这是文件名，不是对画面的描述（WCAG 2.2 1.1.1）。',
  'no-credit': '没写这张图是谁拍的、谁画的（著作权法 第十条）。',
  'material-consent-missing':
    '里面认得出是谁，资料里还没记下本人同意。公开活动、新闻报道不一定要（民法典 1020 条），由您判断。',
  'material-consent-ended': '里面的人同意的期限到了。再问一次，或换一份。',
  'material-consent-revoked': '里面的人收回了同意。换一份，或说明为什么照用。',
  'consent-missing': '图上看得出是谁，资料里还没记下本人同意。公开活动、新闻报道不一定要（民法典 1020 条），由您判断。',
  'consent-ended': '图上的人同意的期限到了。再问一次，或换一张。',
  'consent-revoked': '图上的人收回了同意。换一张，或说明为什么照用。',
  'dead-link': '{href} 打不开：本站没有这个页面，或者还没发布。',
};

const en: Why = {
  'id-number': 'Looks like an identity card number (its check digit fits). Is it meant to be public?',
  mobile: 'Looks like a mobile number. Is it meant to be public?',
  landline: 'Looks like a telephone number. Is it meant to be public?',
  'bank-card': 'Looks like a bank card number (its check digit fits). Is it meant to be public?',
  weekday: 'In {year} this day is a {right}.',
  'no-such-day': 'There is no such day as “{words}”.',
  'wrong-form': 'The county’s lexicon has “{right}”.',
  'wrong-level': 'The list of places has “{right}”.',
  'common-error': '“{words}” should be “{right}”.',
  'doubled-word': '“{once}” stands here twice.',
  'twice-approximate': 'Two words for “about” say the same twice or contradict each other (GB/T 15835).',
  'range-mark': 'Between numbers stands ～, between times — (GB/T 15834, GB/T 15835).',
  'range-unit': 'Without the first unit this is ambiguous: {right} (GB/T 15835).',
  'range-mixed': 'One range, one kind of numerals (GB/T 15835).',
  'approximate-comma': 'Two neighbouring numbers for “about” take no 、 (GB/T 15835).',
  'full-width-numeral': 'Arabic numerals are half-width (GB/T 15835).',
  'mixed-numeral': 'One number, one kind of numerals, except for 万 and 亿 (GB/T 15835).',
  'mixed-date': 'One date, one kind of numerals (GB/T 15835).',
  'han-date': 'A date in the news is seen more easily in Arabic numerals (GB/T 15835).',
  'short-year': 'A year has all its four digits (GB/T 15835).',
  'leading-zero': 'A decimal has its 0 before the point (GB/T 15835).',
  thousands: 'Thousands are separated by a half-width comma (GB/T 15835).',
  'between-quotes': 'Between quotations side by side there is usually no 、 (GB/T 15834 4.5.3.5).',
  'between-titles': 'Between titles side by side there is usually no 、 (GB/T 15834 4.5.3.5).',
  'dash-form': 'A dash is ——, two characters wide (GB/T 15834).',
  'ellipsis-form': 'An ellipsis is ……, two characters wide (GB/T 15834).',
  'repeated-mark': 'Two marks in a row (GB/T 15834).',
  'too-many-marks': 'At most three {mark} stand together (GB/T 15834).',
  'stop-twice': 'The quotation has its full stop; none follows the quotation mark (GB/T 15834).',
  'half-width': 'Chinese text takes the full-width {full} (GB/T 15834).',
  'half-width-brackets': 'Chinese text takes full-width brackets (GB/T 15834).',
  'straight-quotes': 'Chinese quotation marks are “” (GB/T 15834).',
  'after-ordinal': 'Behind a Chinese ordinal stands 、 (GB/T 15834).',
  unpaired: '{mark} has no {other} to go with it.',
  'nested-quotes': 'A quotation within a quotation takes single marks (GB/T 15834).',
  'nested-titles': 'A title within a title takes 〈〉 (GB/T 15834).',
  'space-doubled': 'One space is enough.',
  'space-before': 'No space before this mark.',
  'space-missing': 'A space belongs behind “{mark}”.',
  'full-width-in-english': 'English takes half-width marks.',
  article: '“{words}” should be “{right}”.',
  'no-alternative':
    'The picture has no alternative text yet: whoever cannot see it gets nothing of it (WCAG 2.2 1.1.1).',
  'file-name': 'This is the name of a file and does not say what is to be seen (WCAG 2.2 1.1.1).',
  'no-credit': 'Nobody is named who made this picture (Copyright Law of China art. 10).',
  'material-consent-missing':
    'Somebody can be recognised in it by sight or voice, and the library knows of no consent. Public events and news may need none (Civil Code art. 1020): you decide.',
  'material-consent-ended': 'The consent of somebody in it has ended. Ask again, or choose another.',
  'material-consent-revoked': 'Somebody in it took their consent back. Choose another, or say why it stays.',
  'consent-missing':
    'Somebody can be recognised in this picture, and the library knows of no consent. Public events and news may need none (Civil Code art. 1020): you decide.',
  'consent-ended': 'The consent of somebody in this picture has ended. Ask again, or choose another.',
  'consent-revoked': 'Somebody in this picture took their consent back. Choose another, or say why it stays.',
  'dead-link': '{href} opens nothing: there is no such page here, or it is not published yet.',
};

const checksZh: Readonly<Record<CheckId, CheckWords>> = {
  'personal-data': {
    name: '个人信息',
    about: '身份证号、电话号码、银行卡号',
    source: '个人信息保护法 第六条；GB 11643；ISO/IEC 7812',
  },
  dates: { name: '日期', about: '星期与日期不符，不存在的日子', source: '公历' },
  lexicon: { name: '本地词库', about: '本地的人名、地名、单位名写错', source: '本地词库；地方名录' },
  'common-errors': {
    name: '常见错别字',
    about: '既使、再接再励、渡假……',
    source: '现代汉语词典；第一批异形词整理表（GF 1001—2001）',
  },
  'doubled-words': { name: '重复的词', about: '同一个词连写两遍', source: '' },
  approximations: { name: '概数', about: '约……左右、近……余', source: 'GB/T 15835—2011 4.2.2' },
  'number-ranges': { name: '数值范围', about: '连接号、单位、相邻数字的概数', source: 'GB/T 15835—2011 5.1.3、5.2.1' },
  numerals: { name: '数字用法', about: '全角数字、混用数字、日期、千分撇', source: 'GB/T 15835—2011 4.3、5.1、5.3' },
  'marks-between-titles': { name: '并列的引号和书名号', about: '中间多出的顿号', source: 'GB/T 15834—2011 4.5.3.5' },
  'dash-ellipsis': { name: '破折号和省略号', about: '长度和写法', source: 'GB/T 15834—2011 4.10、4.11、5.1' },
  'repeated-marks': { name: '重复的标点', about: '连用的点号，过多的叹号', source: 'GB/T 15834—2011 4.2、4.3、5.1' },
  'half-width-marks': { name: '半角标点', about: '中文里的半角标点和直引号', source: 'GB/T 15834—2011 5.1' },
  'paired-marks': {
    name: '成对的标点',
    about: '引号、书名号、括号的配对和嵌套',
    source: 'GB/T 15834—2011 4.8、4.9、4.15',
  },
  'english-spacing': { name: '英文空格和标点', about: '多余或缺少的空格，全角标点', source: '' },
  'english-articles': { name: '英文冠词', about: 'a 和 an', source: '' },
  'alternative-text': { name: '替代文字', about: '图片没有替代文字，或只有文件名', source: 'WCAG 2.2 1.1.1' },
  'picture-consent': {
    name: '肖像同意',
    about: '认得出是谁的图片、声音、视频，本人同意了没有',
    source: '民法典 第一千零一十九条、第一千零二十条',
  },
  'picture-credit': { name: '图片署名', about: '没写谁拍的图片', source: '著作权法 第十条' },
  'dead-links': { name: '站内链接', about: '打不开的本站地址', source: '' },
};

const checksEn: Readonly<Record<CheckId, CheckWords>> = {
  'personal-data': {
    name: 'Personal data',
    about: 'numbers of identity cards, telephones, bank cards',
    source: 'PIPL art. 6; GB 11643; ISO/IEC 7812',
  },
  dates: {
    name: 'Dates',
    about: 'days of the week that do not fit, days that do not exist',
    source: 'Gregorian calendar',
  },
  lexicon: {
    name: 'The county’s lexicon',
    about: 'local people, places and offices written wrong',
    source: 'the county’s lexicon; the list of places',
  },
  'common-errors': { name: 'Wrong characters', about: '既使, 再接再励, 渡假 …', source: '现代汉语词典; GF 1001—2001' },
  'doubled-words': { name: 'Doubled words', about: 'the same word twice by a slip of the hand', source: '' },
  approximations: { name: 'Approximations', about: '约……左右, 近……余', source: 'GB/T 15835—2011 4.2.2' },
  'number-ranges': {
    name: 'Ranges',
    about: 'the mark between, the unit, neighbouring numbers',
    source: 'GB/T 15835—2011 5.1.3, 5.2.1',
  },
  numerals: {
    name: 'Numerals',
    about: 'full-width and mixed numerals, dates, thousands',
    source: 'GB/T 15835—2011 4.3, 5.1, 5.3',
  },
  'marks-between-titles': {
    name: 'Quotations and titles side by side',
    about: 'a 、 too many between them',
    source: 'GB/T 15834—2011 4.5.3.5',
  },
  'dash-ellipsis': {
    name: 'Dash and ellipsis',
    about: 'their length and form',
    source: 'GB/T 15834—2011 4.10, 4.11, 5.1',
  },
  'repeated-marks': {
    name: 'Repeated marks',
    about: 'two stops in a row, too many exclamation marks',
    source: 'GB/T 15834—2011 4.2, 4.3, 5.1',
  },
  'half-width-marks': {
    name: 'Half-width marks',
    about: 'Latin marks and straight quotes in Chinese text',
    source: 'GB/T 15834—2011 5.1',
  },
  'paired-marks': {
    name: 'Paired marks',
    about: 'quotation marks, title marks and brackets',
    source: 'GB/T 15834—2011 4.8, 4.9, 4.15',
  },
  'english-spacing': {
    name: 'Spaces and marks in English',
    about: 'spaces too many or too few, full-width marks',
    source: '',
  },
  'english-articles': { name: 'Articles in English', about: 'a and an', source: '' },
  'alternative-text': {
    name: 'Alternative text',
    about: 'a picture without, or with the name of its file',
    source: 'WCAG 2.2 1.1.1',
  },
  'picture-consent': {
    name: 'Consent to pictures',
    about: 'pictures and recordings in which somebody can be recognised',
    source: 'Civil Code of China art. 1019, 1020',
  },
  'picture-credit': {
    name: 'Credits of pictures',
    about: 'pictures without the name of who made them',
    source: 'Copyright Law of China art. 10',
  },
  'dead-links': { name: 'Links within the site', about: 'addresses of this site that open nothing', source: '' },
};

/** What a further language says of the checks: some of the words, by the same names. */
export interface CheckCatalogue {
  readonly why?: Partial<Why>;
  readonly checks?: Partial<Record<CheckId, CheckWords>>;
}

/** The English words, of which a further language is made. */
export const englishOfChecks = { why: en, checks: checksEn } as const satisfies CheckCatalogue;

/** Why a finding asks to be looked at, in a sentence; in a further language where that has words for it. */
export function whyOf(
  { why, values = {} }: Pick<Finding, 'why' | 'values'>,
  language: Language,
  further: CheckCatalogue = {},
): string {
  return filled(further.why?.[why] ?? (language === 'en' ? en : zh)[why], values);
}

const filled = (words: string, values: Values): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** What a check is called and where its rule stands. */
export const wordsOfCheck = (check: CheckId, language: Language, { checks }: CheckCatalogue = {}): CheckWords =>
  checks?.[check] ?? (language === 'en' ? checksEn : checksZh)[check];
