import { bilingual } from '#platform/i18n';

/** The words of accounts in the fediverse. */
export const texts = bilingual(
  {
    'channels.kind.activitypub': '联邦宇宙账号',
    'channels.fact.activitypub-handle': '账号',
    'channels.fact.activitypub-address': '地址',
    'channels.fact.activitypub-followers': '关注者',
    'channels.activitypub.followers': '{followers}（所在服务器 {servers} 台；还在路上 {waiting} 份）',
    'channels.activitypub.corrected': '更正：{note}',
    'channels.activitypub.by': '{byline}，{publisher}',
    'refusal.SignatureRefused': '签名核对不上。',
    'refusal.HandleTaken': '本县已有渠道用着账号名 {handle}，请换一个。',
  },
  {
    'channels.kind.activitypub': 'Account in the fediverse',
    'channels.fact.activitypub-handle': 'Account',
    'channels.fact.activitypub-address': 'Address',
    'channels.fact.activitypub-followers': 'Followers',
    'channels.activitypub.followers': '{followers} (servers: {servers}; still on the way: {waiting})',
    'channels.activitypub.corrected': 'Corrected: {note}',
    'channels.activitypub.by': '{byline}, {publisher}',
    'refusal.SignatureRefused': 'The signature does not hold.',
    'refusal.HandleTaken': 'A channel of the county has the account name {handle} already. Choose another.',
  },
);
