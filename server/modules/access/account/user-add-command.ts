import { newPersonRequest } from '#people/contract';
import { placeByCode, placeName, rootPlace, today } from '#places';
import type { Place } from '#places';
import { systemActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { addressOf } from '#platform/county-address';
import { emit } from '#platform/events';
import { fieldProblems } from '#platform/http/problem';
import type { Command, CommandCall } from '#platform/manifest';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { invitationAcceptance } from '../contract.ts';
import { accountChanged } from '../events.ts';
import { storeInvitation } from '../invitation/invitations.ts';
import { checkNewPassword } from '../password/check-new-password.ts';
import { hashPassword } from '../password/hash-password.ts';
import { addAccount } from './add-account.ts';
import { addPersonWithRole } from './add-person-with-role.ts';

/** `cli user add`: writes down a person with a role and prints the link with which they open their account. No password ever stands on a command line. */
export const userAddCommand: Command = {
  name: 'user add',
  summary: '添加一个人并打印邀请链接 · Add a person and print their invitation',
  usage: [
    'user add --name=<name> --role=<role> [--place=<code>] [--language=zh-CN|en] [--login=<login>] [--county=<slug>]',
    '  --language  默认县的第一种语言 · the county’s first language unless said',
    '  --login     当场开账户，密码从键盘或管道读；不写则打印邀请链接',
    '              opens the account at once, the password typed or piped in; without it an invitation is printed',
  ].join('\n'),
  async run(call) {
    const { name, role, place, language, login } = call.flags;
    const roles = call.app.modules.flatMap((module) => module.roles ?? []);
    if (typeof name !== 'string' || name.trim() === '' || typeof role !== 'string' || !roles.includes(role)) {
      call.say(`${this.usage}\n  role: ${roles.join(', ')}`);
      return 2;
    }
    if (language !== undefined && language !== 'zh-CN' && language !== 'en') {
      call.say(`${this.usage}\n  language: zh-CN, en`);
      return 2;
    }
    return call.inCounty(async (ctx) => {
      mustBeName(name);
      const account = typeof login === 'string' ? await accountFrom(call, login) : undefined;
      return addUser(ctx, call, {
        name: name.trim(),
        role,
        place: typeof place === 'string' ? place : undefined,
        language: language ?? ctx.county.languages[0] ?? 'zh-CN',
        account,
      });
    });
  },
};

// As on the screen: what it cannot take is not taken here.
function mustBeName(name: string): void {
  const read = newPersonRequest.pick({ name: true }).safeParse({ name });
  if (!read.success) refuse('BadRequest', {}, fieldProblems(read.error, ''));
}

interface OpenedAccount {
  readonly login: string;
  readonly passwordHash: string;
}

/** The account to open at once. Refuses: PasswordTooWeak (422), BadRequest (400) for a login of another form. */
async function accountFrom({ secret }: CommandCall, typed: string): Promise<OpenedAccount> {
  const login = invitationAcceptance.shape.login.safeParse(typed);
  if (!login.success)
    refuse('BadRequest', {}, [{ path: '/login', code: 'invalid_format', detail: { expected: 'login' } }]);
  const password = (await secret?.('密码 · Password: ')) ?? '';
  checkNewPassword(password, login.data);
  return { login: login.data, passwordHash: await hashPassword(password) };
}

function addUser(
  ctx: Ctx,
  { say }: CommandCall,
  user: {
    name: string;
    role: string;
    place: string | undefined;
    language: 'zh-CN' | 'en';
    account: OpenedAccount | undefined;
  },
): Promise<number> {
  return ctx.transaction(async (tx) => {
    const place = user.place ? placeByCode(tx, user.place) : rootPlace(tx);
    if (!place || hasEnded(tx, place)) {
      say(noPlace(user.place, place));
      return 1;
    }
    const by = systemActor('user-add');
    const personId = await addPersonWithRole(tx, by, { ...user, placeId: place.id });
    say(`已添加：${user.name}，${user.role}，${placeName(place, user.language)} · Added`);
    await (user.account ? openAccount(tx, by, personId, user.account) : sayInvitation(tx, by, personId, say));
    if (user.account) say(`${addressOf(ctx)}/console/  ${user.account.login}`);
    return 0;
  });
}

const hasEnded = (tx: Tx, place: Place): boolean => place.validTo !== null && place.validTo <= today(tx);

function noPlace(code: string | undefined, ended: Place | undefined): string {
  if (code === undefined)
    return '县里还没有地方：先 places import。 · The county has no places yet: places import brings them.';
  return ended
    ? `编号为 ${code} 的地方已经撤销。 · The place ${code} is no more.`
    : `没有编号为 ${code} 的地方。 · There is no place ${code}.`;
}

async function openAccount(tx: Tx, by: Actor, personId: string, account: OpenedAccount): Promise<void> {
  await addAccount(tx, { personId, ...account });
  await audit(tx, by, { act: 'account.open', noun: 'person', subjectId: personId });
  await emit(tx, accountChanged, by, { personId, what: 'opened' });
}

async function sayInvitation(tx: Tx, by: Actor, personId: string, say: (line: string) => void): Promise<void> {
  const { token } = await storeInvitation(tx, by, personId);
  say('请在七天内打开，自己定登录名和密码： · To be opened within seven days, to choose login and password:');
  say(`${addressOf(tx.ctx)}/console/invitation#${token}`);
}
