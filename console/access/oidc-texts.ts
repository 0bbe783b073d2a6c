import { bilingual } from '../kit/texts.ts';

/** Words of signing in by the office's own provider. */
export const oidcTexts = bilingual(
  'access.oidc',
  {
    by: (name: string) => `用${name}登录`,
    title: (name: string) => `${name}登录`,
    coming: '正在登录……',
    notDone: '没有登上',
    back: '回到登录页',
    link: '连上',
    unlink: '断开',
    unlinkSure: '以后不能再用它登录这里；在别处登录着的也会退出。那边的账号不受影响。',
    linkedSince: (day: string) => `${day} 连上`,
    notYet: '还没有连上',
    hint: '连上以后，登录时可以点它的按钮，不用再输密码。两步验证和签发前的确认照旧。在这里退出，只退出这里。',
    unlinked: '断开了。',
  },
  {
    by: (name) => `Sign in with ${name}`,
    title: (name) => `Sign-in with ${name}`,
    coming: 'Signing in…',
    notDone: 'That did not work',
    back: 'Back to the sign-in page',
    link: 'Link',
    unlink: 'Unlink',
    unlinkSure:
      'You can no longer sign in here by it, and where you are signed in elsewhere you are signed out. Your account there stays as it is.',
    linkedSince: (day) => `Linked on ${day}`,
    notYet: 'Not linked yet',
    hint: 'Once linked, its button signs you in without your password. The second step, and confirming before you sign, stay as they are. Signing out here signs you out here alone.',
    unlinked: 'Unlinked.',
  },
);
