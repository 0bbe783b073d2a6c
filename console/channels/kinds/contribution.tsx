import { Form, Input, Select } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { bilingual, useWords } from '../../kit/texts.ts';
import type { KindForm } from './kind-form.ts';

/** What the console says of channels of this kind. */
export const words = bilingual(
  'channels.contribution',
  {
    name: '上报',
    hint: '报给另一家也用乡音的中心（市里、省里）：发布以后，连同防伪码和图片交到那边的来稿里；采用了、退回了，这里看得到。',
    secretHow: '',
    address: '那边的地址',
    addressHint: '对方乡音的网址，比如 https://news.example.cn',
    addressNeeded: '以 http:// 或 https:// 开头',
    token: '令牌',
    tokenHint: '请那边给一个通讯员账户，在“我的账户”里做一个令牌，只勾“上报别处发布的稿子”。只存密封的，以后不再显示',
    tokenKept: '已经存好了，留空就不改',
    tokenNeeded: '请填上令牌',
    section: '交到哪个栏目',
    sectionHint: '那边栏目的英文短名，地址里 /sections/ 后面那一段；不填就交到第一个能交的',
    sectionWrong: '只用小写字母、数字和连字符',
    level: '采用了算哪一级',
    levels: { county: '县级', city: '市级', province: '省级', national: '国家级' },
    levelHint: '那边发布以后，自动记进通讯员的采用记录',
  },
  {
    name: 'Contribution to another centre',
    hint: 'To another centre that runs Xiangyin (of the city, the province): what is published goes into its inbox with its mark and its pictures; whether it is used or comes back is seen here.',
    secretHow: '',
    address: 'Address of the other centre',
    addressHint: 'of its Xiangyin, such as https://news.example.cn',
    addressNeeded: 'Begins with http:// or https://',
    token: 'Token',
    tokenHint:
      'of a correspondent’s account there, made under “my account” with one ability: contribute what another centre published. Kept sealed and never shown again',
    tokenKept: 'stored; leave empty to keep it',
    tokenNeeded: 'Please enter the token',
    section: 'Section there',
    sectionHint: 'as in its address after /sections/; left empty, the first one in which the account may write',
    sectionWrong: 'Small letters, digits and hyphens',
    level: 'An adoption counts as',
    levels: { county: 'County', city: 'City', province: 'Province', national: 'National' },
    levelHint: 'entered by itself for whoever handed the story in here, once it is published there',
  },
);

/** Its codes of failure. */
export const codes = bilingual(
  'channels.contribution-codes',
  {
    received: '那边收到了，还没看',
    accepted: '那边收下了，在审',
    merged: '那边并进了别的稿子，还没发布',
    waiting: '那边还没有跟着改',
    returned: '改好发布更正，就会再交过去',
    rejected: '那边没有采用',
    published: '那边发布了',
    withdrawn: '那边发布以后又撤了',
    'taken-back': '已经从那边收回',
    'withdrawal-told': '告诉那边了，那边撤不撤由那边定',
    section: '那边没有这个栏目，或者账户不能往里交',
    answer: '那边答的话读不懂，可能版本差得太多',
    'no-key': '本县还没有签名的密钥',
    'more-pictures': '图片多，剩下的接着送',
    'picture-gone': '有一张图片的原件不在了',
    MarkForged: '防伪码在那边没有核过：本县的公网地址对吗',
    OriginUnreachable: '那边打不开本县的网站，核不了防伪码',
    PicturesMissing: '那边说图片没有收全',
    Conflict: '这一篇以前是用别的账户交的',
    Unfinished: '那边要求补全，比如图片的说明或作者',
    BadText: '稿件里有那边不认的内容，可能版本差得太多',
    NotFound: '那边没有这个栏目',
    Forbidden: '令牌没有勾“上报别处发布的稿子”，或者账户不能往这个栏目交',
  },
  {
    received: 'arrived there, nobody has looked yet',
    accepted: 'taken there, in review',
    merged: 'merged into another story there, not yet published',
    waiting: 'not followed there yet',
    returned: 'publish a correction, and it is handed in anew',
    rejected: 'not used there',
    published: 'published there',
    withdrawn: 'published there and taken down since',
    'taken-back': 'taken back from there',
    'withdrawal-told': 'told; whether it is taken down there is theirs to decide',
    section: 'there is no such section there, or the account may not write in it',
    answer: 'its answer cannot be read: the versions may be too far apart',
    'no-key': 'this county has no key to sign with yet',
    'more-pictures': 'many pictures; the rest follows',
    'picture-gone': 'the original of a picture is gone',
    MarkForged: 'the mark did not hold there: is this county’s public address right?',
    OriginUnreachable: 'this county’s site cannot be reached from there, so its mark cannot be checked',
    PicturesMissing: 'pictures did not all arrive there',
    Conflict: 'this story was handed in by another account before',
    Unfinished: 'more is asked there, such as the words or the maker of a picture',
    BadText: 'something in the text is not known there: the versions may be too far apart',
    NotFound: 'there is no such section there',
    Forbidden: 'the token lacks the ability to contribute, or the account may not write in that section',
  },
);

/** What answers of its receiver mean. */
export const endings = bilingual(
  'channels.contribution-endings',
  { returned: '那边退回了', rejected: '那边没有采用', withdrawn: '那边又撤了', 'taken-back': '收回来了' },
  { returned: 'Sent back', rejected: 'Not used', withdrawn: 'Taken down there', 'taken-back': 'Taken back' },
);

/** Another Xiangyin that takes contributions: its address, the account's token, a section there, and what an adoption counts as. */
export const contribution: KindForm = {
  key: 'contribution',
  words,
  codes,
  endings,
  begins: { section: '', level: 'city' },
  Fields: HigherCentre,
  isBeyondRecall: () => true,
};

function HigherCentre({ channel }: { channel: ChannelView | null }) {
  const own = useWords(words);
  const isKept = channel?.secretParts.includes('token') ?? false;
  return (
    <>
      <Form.Item
        name={['settings', 'address']}
        label={own.address}
        extra={own.addressHint}
        rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: own.addressNeeded }]}
      >
        <Input inputMode="url" maxLength={1000} placeholder="https://" />
      </Form.Item>
      <Form.Item
        name={['secret', 'token']}
        label={own.token}
        extra={own.tokenHint}
        rules={[{ required: !isKept, message: own.tokenNeeded }]}
      >
        <Input.Password maxLength={200} autoComplete="off" placeholder={isKept ? own.tokenKept : 'xyt_'} />
      </Form.Item>
      <Form.Item
        name={['settings', 'section']}
        label={own.section}
        extra={own.sectionHint}
        rules={[{ pattern: /^([a-z0-9]+(-[a-z0-9]+)*)?$/, message: own.sectionWrong }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['settings', 'level']} label={own.level} extra={own.levelHint}>
        <Select
          options={(['county', 'city', 'province', 'national'] as const).map((value) => ({
            value,
            label: own.levels[value],
          }))}
        />
      </Form.Item>
    </>
  );
}
