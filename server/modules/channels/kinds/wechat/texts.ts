import { bilingual } from '#platform/i18n';

/** The words of official accounts. */
export const texts = bilingual(
  {
    'channels.kind.wechat': '微信公众号',
    'channels.fact.wechat-address': '服务器地址（URL）',
    'channels.fact.wechat-token': '令牌（Token）',
    'channels.fact.wechat-aes-key': '消息加解密密钥（EncodingAESKey）',
    'channels.fact.wechat-mode': '消息加解密方式',
    'channels.fact.wechat-mode-value': '安全模式',
  },
  {
    'channels.kind.wechat': 'WeChat Official Account',
    'channels.fact.wechat-address': 'Server address (URL)',
    'channels.fact.wechat-token': 'Token',
    'channels.fact.wechat-aes-key': 'EncodingAESKey',
    'channels.fact.wechat-mode': 'Message encryption',
    'channels.fact.wechat-mode-value': 'Safe mode (安全模式)',
  },
);
