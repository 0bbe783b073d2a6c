import { Form, Input, Radio, Select } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { bilingual, useWords } from '../../kit/texts.ts';
import { KeeperField } from '../keeper-field.tsx';
import type { KindForm } from './kind-form.ts';

/** What the console says of channels of this kind. */
export const words = bilingual(
  'channels.wechat',
  {
    name: '微信公众号',
    hint: '发成公众号文章（不群发）：标题 32 个字以内，一天最多发 100 篇、删 10 篇；发出去的文章不能改。',
    secretHow: '',
    way: '谁来发',
    ways: { program: '程序发', hand: '保管人去贴' },
    wayHint: '没有认证的账号，平台从 2025 年 7 月起不给发布接口：选“保管人去贴”，文字和图片按限制备好，贴完填回执。',
    appId: 'AppID',
    appIdHint: '公众平台“设置与开发”里，wx 开头',
    appIdWrong: '应为 wx 开头的 18 位',
    appSecret: 'AppSecret',
    appSecretHint: '只存密封的，以后不再显示；本机的公网地址要填进平台的 IP 白名单',
    appSecretKept: '已经存好了，留空就不改',
    appSecretNeeded: '请填上 AppSecret',
    keeperHint: '平台哪天不让程序发了，没发的都交给他，会告诉他一声',
    correct: '文章错了怎么办',
    corrects: {
      replace: '删掉错的，另发一篇',
      notice: '错的留着，再发一篇更正',
    },
    correctHint: '平台上的文章不能改。删了重发地址会变，一天能删 10 篇',
  },
  {
    name: 'WeChat Official Account',
    hint: 'As an article of the account, without a mass message: a headline of 32 characters at most, 100 articles and 10 deletions a day; what is published there cannot be edited.',
    secretHow: '',
    way: 'Who publishes',
    ways: { program: 'The program', hand: 'Its keeper' },
    wayHint:
      'Since July 2025 the platform gives no interface to accounts that are not verified: its keeper pastes what is made ready within the limits, and enters a receipt.',
    appId: 'AppID',
    appIdHint: 'on the platform under 设置与开发; begins with wx',
    appIdWrong: '18 characters that begin with wx',
    appSecret: 'AppSecret',
    appSecretHint:
      'kept sealed and never shown again; this machine’s public address must stand in the platform’s IP whitelist',
    appSecretKept: 'stored; leave empty to keep it',
    appSecretNeeded: 'Please enter the AppSecret',
    keeperHint: 'should the platform stop letting the program publish, all that waits is theirs, and they are told',
    correct: 'When an article is wrong',
    corrects: {
      replace: 'Delete it, publish another',
      notice: 'Leave it, add a correction',
    },
    correctHint: 'Nothing is edited on the platform. Another article has another address, and ten a day can be deleted',
  },
);

/** Its codes of failure. */
export const codes = bilingual(
  'channels.wechat-codes',
  {
    '40001': '令牌不认，可能 AppSecret 换过了',
    '40013': 'AppID 不对',
    '40125': 'AppSecret 不对',
    '40164': '本机的公网地址不在平台的 IP 白名单里',
    '40007': '平台不认这张图片',
    '40009': '图片太大',
    '44003': '文章是空的',
    '45002': '正文太长',
    '45003': '标题太长',
    '45004': '摘要太长',
    '45009': '平台今天的次数用完了',
    '45110': '署名太长',
    '45166': '平台说内容不合它的规矩',
    '47001': '平台读不懂我们送去的',
    '48001': '账号没有发布接口',
    'publish-2': '平台没有通过原创声明',
    'publish-3': '平台发布失败',
    'publish-4': '平台审核没有通过',
    'publish-5': '在平台上被删掉了',
    'publish-6': '发布以后被平台封了',
  },
  {
    '40001': 'the token is refused: the AppSecret may have been changed',
    '40013': 'wrong AppID',
    '40125': 'wrong AppSecret',
    '40164': 'this machine’s public address is not in the platform’s IP whitelist',
    '40007': 'a picture that the platform does not know',
    '40009': 'picture too large',
    '44003': 'the article is empty',
    '45002': 'text too long',
    '45003': 'headline too long',
    '45004': 'summary too long',
    '45009': 'the platform’s calls of today are used up',
    '45110': 'byline too long',
    '45166': 'the platform says that the content breaks its rules',
    '47001': 'the platform cannot read what we sent',
    '48001': 'the account has no interface for publishing',
    'publish-2': 'the platform did not accept it as original',
    'publish-3': 'publishing failed at the platform',
    'publish-4': 'the platform did not let it pass',
    'publish-5': 'it was deleted at the platform',
    'publish-6': 'the platform banned it after it was published',
  },
);

/** An official account of the WeChat platform: by its interface, or by hand within its limits. */
export const wechat: KindForm = {
  key: 'wechat',
  words,
  codes,
  begins: { way: 'program', appId: '', correct: 'replace' },
  Fields: Account,
  asksKeeper: true,
  isBeyondRecall: () => false,
};

function Account({ channel }: { channel: ChannelView | null }) {
  const own = useWords(words);
  const form = Form.useFormInstance<{ settings?: { way?: string } }>();
  const way = Form.useWatch(['settings', 'way'], form) ?? channel?.settings['way'] ?? 'program';
  const isByHand = way === 'hand';
  const isProgram = !isByHand && channel?.carrier !== 'person';
  const isKept = channel?.secretParts.includes('appSecret') ?? false;
  return (
    <>
      <Form.Item name={['settings', 'way']} label={own.way} {...(isByHand ? { extra: own.wayHint } : {})}>
        <Radio.Group options={(['program', 'hand'] as const).map((value) => ({ value, label: own.ways[value] }))} />
      </Form.Item>
      <Form.Item
        name={['settings', 'appId']}
        label={own.appId}
        hidden={isByHand}
        extra={own.appIdHint}
        rules={isByHand ? [] : [{ required: true, pattern: /^wx[0-9a-f]{16}$/, message: own.appIdWrong }]}
      >
        <Input maxLength={18} placeholder="wx" autoComplete="off" />
      </Form.Item>
      {!isByHand && (
        <Form.Item
          name={['secret', 'appSecret']}
          label={own.appSecret}
          extra={own.appSecretHint}
          rules={[{ required: !isKept, message: own.appSecretNeeded }]}
        >
          <Input.Password maxLength={64} autoComplete="off" {...(isKept ? { placeholder: own.appSecretKept } : {})} />
        </Form.Item>
      )}
      <Form.Item name={['settings', 'correct']} label={own.correct} extra={own.correctHint}>
        <Select options={(['replace', 'notice'] as const).map((value) => ({ value, label: own.corrects[value] }))} />
      </Form.Item>
      <KeeperField channel={channel} {...(isProgram ? { hint: own.keeperHint } : {})} />
    </>
  );
}
