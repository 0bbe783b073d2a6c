import type {
  CopyReceipt,
  MaterialPageProps,
  PageLanguage,
  PeoplePageProps,
  ReceiptsPageProps,
  WalkPageProps,
} from '@xiangyin/server/contract';
import type { ViewName, ViewProps } from '../views.ts';
import { newsroomSamples } from './newsroom.ts';
import { portalSamples } from './portal.ts';
import { at, sayIn, type Say } from './say.ts';
import { subscribeSamples } from './subscribe.ts';
import { volunteeringSamples } from './volunteering.ts';

/** Props of every view in the states that look different, by view and variant. */
export type Samples = { readonly [Name in ViewName]: Readonly<Record<string, ViewProps[Name]>> };

/** The sample pages in one language. */
export function samplesIn(language: PageLanguage): Samples {
  const say = sayIn(language);
  return {
    ...portalSamples(say),
    ...newsroomSamples(say),
    ...volunteeringSamples(say),
    'media/material': { sound: sound(say), film: film(say), document: document(say) },
    'channels/receipts': { some: receipts(say), withdrawn: receiptsOfWithdrawn(say) },
    ...subscribeSamples(say),
    'demonstration/walk': { story: walk(say) },
    'demonstration/people': { all: people(say) },
  };
}

const materialHash = '3c1f'.repeat(16);

function sound(say: Say): MaterialPageProps {
  const title = say('集市上的吆喝', 'Cries of the market');
  return {
    title,
    caption: say('柳河镇，逢五的集', 'Liuhe, the market of the fives'),
    credit: say('陈溪 录', 'Recorded by Chen Xi'),
    rightsHolder: say('青禾县融媒体中心', 'Qinghe media centre'),
    licence: 'CC BY 4.0',
    machine: { mark: 'changed', words: say('这段声音经人工智能改动', 'This sound was altered by AI') },
    otherwise: [],
    transcript: [
      say('“豆腐，热豆腐。”一位大娘在喊，身后有驴车走过。', '“Tofu, hot tofu.” A woman calls; a donkey cart goes by.'),
    ],
    recording: {
      kind: 'audio',
      title,
      sources: [{ src: `/materials/${materialHash}-audio-00000000.m4a`, type: 'audio/mp4', media: null }],
      tracks: [],
      poster: null,
      width: 0,
      height: 0,
      seconds: 42,
      shape: {
        bars: 60,
        path: Array.from(
          { length: 60 },
          (_, bar) => `M${bar * 4 + 2} ${50 - (bar % 9) * 4 - 2}v${(bar % 9) * 8 + 4}`,
        ).join(''),
      },
    },
    document: null,
  };
}

function film(say: Say): MaterialPageProps {
  const { recording: _, machine: __, ...said } = sound(say);
  const title = say('摆渡的一天', 'A day at the ferry');
  return {
    ...said,
    title,
    machine: null,
    otherwise: [
      {
        kind: 'described',
        href: `/materials/${'5a2e'.repeat(16)}`,
        words: say('口述影像版：画面上有什么，也说给您听', 'With audio description: what is to be seen is spoken too'),
      },
    ],
    recording: {
      kind: 'video',
      title,
      sources: [{ src: `/materials/${materialHash}-480p-00000000.mp4`, type: 'video/mp4', media: null }],
      tracks: [{ src: `/materials/${materialHash}-zh-CN-00000000.vtt`, language: 'zh-CN', label: '中文' }],
      poster: null,
      width: 854,
      height: 480,
      seconds: 95,
      shape: null,
    },
  };
}

function document(say: Say): MaterialPageProps {
  return {
    title: say('柳河桥通车的通知', 'Notice on the Liuhe bridge'),
    caption: '',
    credit: '',
    rightsHolder: '',
    licence: '',
    machine: null,
    otherwise: [],
    transcript: [],
    recording: null,
    document: { href: `/materials/${materialHash}.pdf`, name: say('通知.pdf', 'notice.pdf'), bytes: 1_430_000 },
  };
}

function receipts(say: Say): ReceiptsPageProps {
  const fingerprint = '7f3a91c0b6d2417e8c55f0a1947733ecd02b8d4f6a9e1c3350b7f2281ddae2d4';
  return {
    story: {
      slug: 'bus-12-detour',
      title: say('12路公交明早改走环城路，老街三站不停', 'Bus 12 takes the ring road from tomorrow'),
      language: say('zh-CN', 'en'),
    },
    edition: { number: 2, at: at(9, 30), fingerprint },
    withdrawnAt: null,
    copies: [
      {
        ...copyOf(say('公开网站', 'Public site'), 'confirmed'),
        fingerprintSeen: fingerprint,
        href: '/stories/bus-12-detour',
      },
      copyOf(say('订阅邮件', 'E-mail'), 'accepted'),
      {
        ...copyOf(say('青禾发布', 'Qinghe news'), 'confirmed'),
        fingerprintSeen: 'bb'.repeat(32),
        uncompared: 'accepted',
      },
      { ...copyOf(say('市里的网站', 'Site of the city'), 'drifted'), fingerprintSeen: 'cc'.repeat(32) },
      { ...copyOf(say('村里的群', 'Village group'), 'confirmed'), uncompared: 'unreadable' },
      { ...copyOf(say('公开网站', 'Public site'), 'replaced'), edition: 1, fingerprintSeen: 'aa'.repeat(32) },
    ],
  };
}

const copyOf = (channelName: string, state: CopyReceipt['state']): CopyReceipt => ({
  channelName,
  edition: 2,
  state,
  at: at(9, 31),
  fingerprintSeen: null,
  uncompared: null,
  href: null,
});

function receiptsOfWithdrawn(say: Say): ReceiptsPageProps {
  return {
    ...receipts(say),
    withdrawnAt: at(14, 20),
    copies: [
      copyOf(say('公开网站', 'Public site'), 'withdrawn'),
      copyOf(say('订阅邮件', 'E-mail'), 'followed'),
      copyOf(say('青禾发布', 'Qinghe news'), 'withdrawing'),
      copyOf(say('村里的群', 'Village group'), 'stays'),
      copyOf(say('市里的网站', 'Site of the city'), 'missing'),
    ],
  };
}

function people(say: Say): PeoplePageProps {
  const person = (key: string, personName: string, roleName: string): PeoplePageProps['people'][number] => ({
    key,
    personName,
    roleName,
    act: {
      kind: 'post',
      action: '/demonstration/people',
      fields: { act: key },
      label: say(`换成${personName}`, `Be ${personName}`),
    },
  });
  return {
    title: say('换个人看看', 'Be somebody else'),
    introduction: say('点一下，就以这个人的身份进工作台。', 'One click opens the console as this person.'),
    loading: say(
      '演示还在装：这些人要办的事还没有到齐。',
      'Still being loaded: what waits for them is not all there yet.',
    ),
    people: [
      person('linlan', say('林岚', 'Lin Lan'), say('编辑室主任', 'Section head')),
      person('zhouyuan', say('周远', 'Zhou Yuan'), say('值班副总编', 'Deputy chief editor on duty')),
    ],
    onward: [{ href: '/demonstration/order', title: say('跟一张单子走一遍', 'Follow an order') }],
  };
}

function walk(say: Say): WalkPageProps {
  return {
    walk: 'story',
    title: say('跟一篇稿子走一遍', 'Follow a story'),
    introduction: say(
      '今晚的涨水通知只差最后一次签名。您来当值班总编，签完看它几毫秒后出现在网页上。',
      'Tonight’s flood notice lacks only its last signature. Be the chief editor on duty, sign it, and see how soon it is public.',
    ),
    steps: [
      {
        key: 'read',
        state: 'done',
        roleName: say('编辑室主任', 'section head'),
        personName: say('林岚', 'Lin Lan'),
        title: say('二审签过了', 'The second review is signed'),
        text: say(
          '她改了一个数字，原来的签名就失效了，从头再审。',
          'She changed a number; the old signatures fell and the review began again.',
        ),
        act: null,
      },
      {
        key: 'sign',
        state: 'now',
        roleName: say('值班总编', 'chief editor on duty'),
        personName: say('周远', 'Zhou Yuan'),
        title: say('终审：读完，签名，发布', 'Final review: read, sign, publish'),
        text: say('屏幕上方是这段文字的指纹。', 'The fingerprint of the text stands above the button.'),
        act: {
          kind: 'post',
          action: '/demonstration/story/sign',
          fields: { step: 'sign' },
          label: say('换成周远，去签名', 'Be Zhou Yuan and sign'),
        },
      },
      {
        key: 'look',
        state: 'ahead',
        roleName: say('读者', 'reader'),
        personName: '',
        title: say('看公开网页', 'See the public page'),
        text: '',
        act: null,
      },
    ],
    result: {
      signOffToPublicMilliseconds: 18,
      change: {
        runs: [
          { kind: 'same', text: say('水位将上涨', 'the river will rise by ') },
          { kind: 'del', text: '80' },
          { kind: 'ins', text: '90' },
          { kind: 'same', text: say('厘米', ' cm') },
        ],
        fallenSignatures: 3,
      },
      text: say('这就是“签在这段文字上”的意思。', 'That is what “signed on this very text” means.'),
      link: { href: '/stories/flood-tonight', label: say('看这篇', 'See the story') },
    },
    onward: [
      { href: '/demonstration/order', title: say('跟一张单子走一遍', 'Follow an order') },
      { href: '/demonstration/people', title: say('换个人看看', 'Be somebody else') },
    ],
  };
}
