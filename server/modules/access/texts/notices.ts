import { bilingual } from '#platform/i18n';

const zhTail = '如果不是您，请马上改密码，并告诉管理员。';
const enTail = 'If it was not you, change your password at once and tell an administrator.';

/** What a person is told when something about how they sign in changed. */
export const noticeTexts = bilingual(
  {
    'notice.account.invitation':
      '您受邀开一个账户。请打开下面的链接，自己取登录名、设密码。链接七天内有效，只能用一次，请不要转给别人。',
    'notice.account.invitation.subject': '请开您的账户',
    'notice.reset.to-confirm': '有一张重设密码的字条等第二位同事确认。请先认准是本人，再点确认。',
    'notice.reset.to-confirm.subject': '字条等您确认',
    'waiting.reset': '有人为这位同事打印了重设密码的字条，要第二位同事认准本人后确认。',
    'notice.credential.password': `您的密码改了。${zhTail}`,
    'notice.credential.password.subject': '密码改了',
    'notice.credential.passkey-added': `您的账户加了一个通行密钥。${zhTail}`,
    'notice.credential.passkey-added.subject': '加了通行密钥',
    'notice.credential.passkey-removed': `您的账户去掉了一个通行密钥。${zhTail}`,
    'notice.credential.passkey-removed.subject': '去掉了通行密钥',
    'notice.credential.totp-on': `您的账户开了验证器。${zhTail}`,
    'notice.credential.totp-on.subject': '验证器开了',
    'notice.credential.totp-off': `您的账户关了验证器。${zhTail}`,
    'notice.credential.totp-off.subject': '验证器关了',
    'notice.credential.recovery-codes': `您的账户换了一批恢复码。${zhTail}`,
    'notice.credential.recovery-codes.subject': '恢复码换了',
    'notice.credential.slip': `有人为您打印了一张重设密码的字条。${zhTail}`,
    'notice.credential.slip.subject': '打印了重设密码的字条',
    'notice.credential.token-added': `您的账户加了一个给程序用的令牌。${zhTail}`,
    'notice.credential.token-added.subject': '加了令牌',
    'notice.credential.token-revoked': '您的一个给程序用的令牌收回了。',
    'notice.credential.token-revoked.subject': '令牌收回了',
  },
  {
    'notice.account.invitation':
      'You are invited to open an account. Open the link below, choose a sign-in name and set a password. It works once, within seven days; please do not pass it on.',
    'notice.account.invitation.subject': 'Please open your account',
    'notice.reset.to-confirm':
      'A reset slip waits for a second colleague. Make sure that you recognise the person before you confirm it.',
    'notice.reset.to-confirm.subject': 'A reset slip waits for you',
    'waiting.reset':
      'Somebody printed a reset slip for this colleague; a second one has to recognise them and confirm it.',
    'notice.credential.password': `Your password was changed. ${enTail}`,
    'notice.credential.password.subject': 'Password changed',
    'notice.credential.passkey-added': `A passkey was added to your account. ${enTail}`,
    'notice.credential.passkey-added.subject': 'Passkey added',
    'notice.credential.passkey-removed': `A passkey was removed from your account. ${enTail}`,
    'notice.credential.passkey-removed.subject': 'Passkey removed',
    'notice.credential.totp-on': `The code app was turned on for your account. ${enTail}`,
    'notice.credential.totp-on.subject': 'Code app on',
    'notice.credential.totp-off': `The code app was turned off for your account. ${enTail}`,
    'notice.credential.totp-off.subject': 'Code app off',
    'notice.credential.recovery-codes': `Your account has fresh recovery codes. ${enTail}`,
    'notice.credential.recovery-codes.subject': 'Fresh recovery codes',
    'notice.credential.slip': `Somebody printed a slip for your account. ${enTail}`,
    'notice.credential.slip.subject': 'A slip was printed',
    'notice.credential.token-added': `A token for a program was added to your account. ${enTail}`,
    'notice.credential.token-added.subject': 'Token added',
    'notice.credential.token-revoked': 'A token of yours no longer works.',
    'notice.credential.token-revoked.subject': 'Token revoked',
  },
);
