import { bilingual } from '#platform/i18n';

/** What checking signatures found, in plain words. */
export const verifyTexts = bilingual(
  {
    'verify.none': '没有找到有签名的稿件：{which}', 'verify.good': '可靠', 'verify.and': '；', 'verify.signature': '签名 {number}　{step}　{means}：{found}', 'verify.edition': '第 {number} 版：{found}',
    'verify.all-good': '全部签名可靠，文字与签名一致。', 'verify.not-good': '有问题，请看上面。',
    'verify.statement-unreadable': '签名的内容读不出来', 'verify.statement-changed': '签名的内容被改过', 'verify.signature-false': '签名不对', 'verify.row-differs-from-statement': '记录和签名的内容不一致', 'verify.mark-differs': '演示标记不一致',
    'verify.text-changed': '文字和签名时不一样', 'verify.signature-missing-before': '前面少了一个签名', 'verify.chain-broken': '和前一个签名接不上', 'verify.step-missing': '少了一审', 'verify.signed-another-text': '签的是另一段文字', 'verify.duties-not-separated': '同一个人签了两审',
  },
  {
    'verify.none': 'No story with signatures was found: {which}', 'verify.good': 'good', 'verify.and': '; ', 'verify.signature': 'Signature {number}, {step}, {means}: {found}', 'verify.edition': 'Edition {number}: {found}',
    'verify.all-good': 'Every signature is good and covers the text.', 'verify.not-good': 'Something is wrong; see above.',
    'verify.statement-unreadable': 'the signed statement cannot be read', 'verify.statement-changed': 'the signed statement was changed', 'verify.signature-false': 'the signature is false', 'verify.row-differs-from-statement': 'the record differs from what was signed', 'verify.mark-differs': 'the demonstration mark differs',
    'verify.text-changed': 'the text is not the one that was signed', 'verify.signature-missing-before': 'a signature before it is missing', 'verify.chain-broken': 'does not join the signature before it', 'verify.step-missing': 'a step is missing', 'verify.signed-another-text': 'signed over another text', 'verify.duties-not-separated': 'one person signed two steps',
  },
);
