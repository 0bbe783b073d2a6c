import { addPerson } from '#people';
import { placeByCode, placeName, rootPlace } from '#places';
import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Command, CommandCall } from '#platform/manifest';
import type { Ctx } from '#platform/transaction';
import { grantAdded } from '../events.ts';
import { addGrant } from '../grant/add-grant.ts';
import { storeInvitation } from '../invitation/invitations.ts';
import { addressOf } from '../passkey/relying-party.ts';

/** `cli user add`: writes down a person with a role and prints the link with which they open their account. No password ever stands on a command line. */
export const userAddCommand: Command = {
  name: 'user add',
  summary: '添加一个人并打印邀请链接 · Add a person and print their invitation',
  usage: 'user add --name=<name> --role=<role> [--place=<code>] [--language=zh-CN|en] [--county=<slug>]',
  async run(call) {
    const { name, role, place, language } = call.flags;
    const roles = call.app.modules.flatMap((module) => module.roles ?? []);
    if (typeof name !== 'string' || name.trim() === '' || typeof role !== 'string' || !roles.includes(role)) {
      call.say(`${this.usage}\n  role: ${roles.join(', ')}`);
      return 2;
    }
    return call.inCounty((ctx) =>
      addUser(ctx, call, {
        name: name.trim(),
        role,
        place: typeof place === 'string' ? place : undefined,
        language: language === 'en' ? 'en' : 'zh-CN',
      }),
    );
  },
};

function addUser(
  ctx: Ctx,
  { say }: CommandCall,
  user: { name: string; role: string; place: string | undefined; language: 'zh-CN' | 'en' },
): Promise<number> {
  return ctx.transaction(async (tx) => {
    const place = user.place ? placeByCode(tx, user.place) : rootPlace(tx);
    if (!place) {
      say(`没有编号为 ${user.place} 的地方。 · There is no place ${user.place}.`);
      return 1;
    }
    const by = systemActor('user-add');
    const person = await addPerson(tx, { name: user.name, language: user.language, placeId: place.id });
    const grantId = await addGrant(tx, by, { personId: person.id, role: user.role, placeId: place.id });
    const { token } = await storeInvitation(tx, by, person.id);
    await audit(tx, by, {
      act: 'grant.add',
      noun: 'person',
      subjectId: person.id,
      placeId: place.id,
      detail: { grantId, role: user.role },
    });
    await emit(tx, grantAdded, by, {
      personId: person.id,
      grantId,
      role: user.role,
      placeId: place.id,
      unitId: null,
      duty: false,
    });
    say(
      `已添加：${user.name}，${user.role}，${placeName(place, 'zh-CN')}。请在七天内打开： · Added. To be opened within seven days:`,
    );
    say(`${addressOf(ctx)}/console/invitation#${token}`);
    return 0;
  });
}
