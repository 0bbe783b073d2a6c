import type { Language, Texts } from '#platform/i18n';
import { bilingual } from '#platform/i18n';
import { noticeTexts } from './notices.ts';
import { roleTexts } from './roles.ts';

const refusalTexts = bilingual(
  {
    'access.calendar.name': '乡音 · {name}',
    'refusal.LoginTaken': '这个登录名已经有人用了，请换一个。',
    'refusal.SignInFailed': '登录名、密码或验证码不对。忘了的话，可以找管理员或站长打印一张字条。',
    'refusal.PinNotRight': '数字不对，还可以试 {left} 次。',
    'refusal.PinOver': '这台电脑上的数字不能用了。请用密码或通行密钥完整登录一次。',
    'refusal.PinTooEasy': '这六位数太容易猜，请换一个，不要连着的，也不要全一样的。',
    'refusal.PasskeyNotAccepted': '这个通行密钥没有通过。请再试一次，或者换一种方式登录。',
    'refusal.NoOidcProvider': '这里没有接入统一登录，请用登录名和密码。',
    'refusal.OidcAway': '统一登录现在连不上。过一会儿再试，或者先用登录名和密码登录；一直这样，请告诉管理员。',
    'refusal.OidcRefused': '统一登录那边没有放行：可能是您点了取消。可以再试一次，或者用登录名和密码登录。',
    'refusal.OidcStateLost': '这次登录已经过时，或者不是从这个浏览器开始的。请从登录页重新来一次。',
    'refusal.OidcNotAccepted': '统一登录回来的答复没有通过核对。请从登录页再试一次；一直这样，请告诉管理员。',
    'refusal.OidcNotLinked':
      '这个统一登录还没有连到这里的账户。请先用登录名和密码登录，在“我的账户”里点“连上”，以后就能用了。',
    'refusal.OidcTaken': '这个统一登录已经连着另一个账户。请先在那个账户里断开。',
    'refusal.PasswordTooWeak': '这个密码太短或太常见，请换一个；八个字以上，一句话也可以。',
    'refusal.CodeNotAccepted': '验证码不对。请看手机上现在显示的六位数。',
    'refusal.OnDuty': '现在这个岗位只有这一位在值班。请先交班，或请人排上另一位，再删除。',
    'refusal.LastSecondFactor': '您的职责要两道确认，请先加上另一种，再去掉这一种。',
    'refusal.KeyNotValid': '这把接口密钥不对，或者已经收回。不带密钥也能读，只是每分钟的次数少一些。',
    'refusal.ScopeNotHeld': '您自己没有“{scope}”这项权限，不能给程序。',
    'refusal.RoleNotYours': '这项职责要由别人来给：管理员、值班总编或当地的调度员。',
    'refusal.RoleBeyondYours': '这个人有您给不了的职责，请管理员来办。',
    'refusal.OwnGrant': '不能给自己加职责，请另一位管理员来办。',
    'refusal.UnknownRole': '没有这项职责。',
    'refusal.UnitElsewhere': '这个部门、队伍或站点已经停用。',
    'refusal.GrantDatesWrong': '起止时间不对：结束要晚于开始，值班一定要写结束时间。',
    'refusal.PersonInactive': '这个人的资料已停用。',
    'refusal.LastAdministrator': '这是最后一位管理员，请先让另一位接手。',
    'refusal.HasAccount': '这个人已经有账户了。',
    'refusal.NoEmail': '没有这个人的邮箱。请先补上，或者把链接交给本人。',
    'refusal.NoAccount': '这个人还没有账户，或账户已停用。',
    'refusal.InvitationOver': '这个邀请已经用过或过期了，请向邀请您的人再要一个。',
    'refusal.OwnReset': '自己的账户要请别人来办。',
    'refusal.SecondPersonNeeded': '要请另一位同事来确认。',
    'refusal.SlipNotAccepted': '这张字条没有通过：看看登录名和码，或者它已用过、过期，或还在等第二个人确认。',
    'refusal.ViewNameTaken': '您已经有一个叫这个名字的了，请换一个。',
    'refusal.TooManyViews': '这张单子上最多记 {most} 个样子。请先去掉不用的。',
    'refusal.NameDiffers': '名字和资料里的不一样，请再写一遍。',
    'field.taken': '已经有人用了。',
    'field.too_common': '太常见，容易被猜到。',
  },
  {
    'access.calendar.name': 'Xiangyin · {name}',
    'refusal.LoginTaken': 'Somebody already has this sign-in name. Please choose another.',
    'refusal.SignInFailed':
      'The name, password or code is not right. If you have forgotten it, an administrator or station keeper can print you a slip.',
    'refusal.PinNotRight': 'These digits are not right. Tries left: {left}.',
    'refusal.PinOver':
      'Your PIN does not count at this computer now. Please sign in once in full, with password or passkey.',
    'refusal.PinTooEasy': 'These six digits are easy to guess. Please choose others: not in a row, not all the same.',
    'refusal.PasskeyNotAccepted': 'This passkey was not accepted. Please try again, or sign in another way.',
    'refusal.NoOidcProvider': 'There is no sign-in by a provider here. Please use your name and password.',
    'refusal.OidcAway':
      'The sign-in provider cannot be reached now. Try again in a while, or sign in with your name and password; if it stays so, tell your administrator.',
    'refusal.OidcRefused':
      'The sign-in provider did not let you through; perhaps you cancelled. Try again, or sign in with your name and password.',
    'refusal.OidcStateLost':
      'This sign-in is too old, or was not begun in this browser. Please begin again on the sign-in page.',
    'refusal.OidcNotAccepted':
      'What the sign-in provider answered did not pass our check. Please try again from the sign-in page; if it stays so, tell your administrator.',
    'refusal.OidcNotLinked':
      'This sign-in is not linked with an account here yet. Sign in with your name and password first and choose “Link” under “My account”; from then on it works.',
    'refusal.OidcTaken': 'This sign-in is linked with another account already. Please unlink it there first.',
    'refusal.PasswordTooWeak':
      'This password is too short or too common. Please choose another; eight characters or more, a sentence is fine.',
    'refusal.CodeNotAccepted': 'That code is not right. Please use the six digits your phone shows now.',
    'refusal.OnDuty':
      'Nobody else is on duty on this post now. Hand the watch over, or have somebody named, and then delete.',
    'refusal.LastSecondFactor': 'Your role needs a second step. Please add another way before you remove this one.',
    'refusal.KeyNotValid':
      'This API key is unknown or was revoked. Without a key you can read as well, only less often in a minute.',
    'refusal.ScopeNotHeld': 'You do not hold “{scope}” yourself, so a program cannot have it.',
    'refusal.RoleNotYours':
      'This role is given by somebody else: an administrator, the chief editor, or the coordinator there.',
    'refusal.RoleBeyondYours': 'This person has a role that you could not give. Please ask an administrator.',
    'refusal.OwnGrant': 'Nobody gives a role to themselves. Please ask another administrator.',
    'refusal.UnknownRole': 'There is no such role.',
    'refusal.UnitElsewhere': 'This section, team or station is closed.',
    'refusal.GrantDatesWrong':
      'The dates are not right: the end comes after the beginning, and duty always has an end.',
    'refusal.PersonInactive': 'This person is no longer active.',
    'refusal.LastAdministrator': 'This is the last administrator. Please let somebody else take over first.',
    'refusal.HasAccount': 'This person has an account already.',
    'refusal.NoEmail': 'We have no e-mail address of this person. Add one, or hand the link over.',
    'refusal.NoAccount': 'This person has no account yet, or it is closed.',
    'refusal.InvitationOver': 'This invitation was used or is too old. Please ask whoever invited you for a new one.',
    'refusal.OwnReset': 'Somebody else has to do this for your own account.',
    'refusal.SecondPersonNeeded': 'A second colleague has to confirm this.',
    'refusal.SlipNotAccepted':
      'This slip was not accepted: check the name and the code; or it was used, is too old, or waits for a second person.',
    'refusal.ViewNameTaken': 'You have one of this name already. Please choose another.',
    'refusal.TooManyViews': 'A list holds at most {most} of your views. Please remove one you do not use.',
    'refusal.NameDiffers': 'The name is not the one we have; please type it again.',
    'field.taken': 'Already taken.',
    'field.too_common': 'Too common; easy to guess.',
  },
);

/** The words of the module access. */
export const texts: Record<Language, Texts> = {
  'zh-CN': { ...refusalTexts['zh-CN'], ...roleTexts['zh-CN'], ...noticeTexts['zh-CN'] },
  en: { ...refusalTexts.en, ...roleTexts.en, ...noticeTexts.en },
};
