import type { Language, Texts } from '#platform/i18n';
import { bilingual } from '#platform/i18n';
import { roleTexts } from './roles.ts';

const refusalTexts = bilingual(
  {
    'refusal.LoginTaken': '这个登录名已经有人用了，请换一个。',
    'refusal.SignInFailed': '登录名、密码或验证码不对。忘了的话，可以找管理员或站长打印一张重设单。',
    'refusal.PasskeyNotAccepted': '这个通行密钥没有通过。请再试一次，或者换一种方式登录。',
    'refusal.PasswordTooWeak': '这个密码太短或太常见，请换一个；八个字以上，一句话也可以。',
    'refusal.CodeNotAccepted': '验证码不对。请看手机上现在显示的六位数。',
    'refusal.LastSecondFactor': '您的岗位需要两步验证，请先加上另一种，再去掉这一种。',
    'refusal.ScopeNotHeld': '您自己没有“{scope}”这项权限，不能给程序。',
    'field.taken': '已经有人用了。',
    'field.too_common': '太常见，容易被猜到。',
  },
  {
    'refusal.LoginTaken': 'Somebody already has this sign-in name. Please choose another.',
    'refusal.SignInFailed': 'The name, password or code is not right. If you have forgotten it, an administrator or station keeper can print you a slip.',
    'refusal.PasskeyNotAccepted': 'This passkey was not accepted. Please try again, or sign in another way.',
    'refusal.PasswordTooWeak': 'This password is too short or too common. Please choose another; eight signs or more, a sentence is fine.',
    'refusal.CodeNotAccepted': 'That code is not right. Please use the six digits your phone shows now.',
    'refusal.LastSecondFactor': 'Your role needs a second step. Please add another way before you remove this one.',
    'refusal.ScopeNotHeld': 'You do not hold “{scope}” yourself, so a program cannot have it.',
    'field.taken': 'Already taken.',
    'field.too_common': 'Too common; easy to guess.',
  },
);

/** The words of the module access. */
export const texts: Record<Language, Texts> = {
  'zh-CN': { ...refusalTexts['zh-CN'], ...roleTexts['zh-CN'] },
  en: { ...refusalTexts.en, ...roleTexts.en },
};
