import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { systemActor } from '#platform/actor';
import type { App } from '#platform/app';
import { audit } from '#platform/audit';
import { ExplainedError } from '#platform/explained-error';
import { releaseLockFile, takeLockFile } from '#platform/lock-file';
import type { Command, CommandCall } from '#platform/manifest';
import { identityOf } from '#platform/process-identity';
import { inCounty } from '#platform/transaction';
import { resealAll } from './reseal-all.ts';
import type { Resealed } from './reseal-all.ts';

/** `cli keys reseal`. */
export const reseal: Command = {
  name: 'keys reseal',
  summary: '换掉封存密文的钥匙，把封着的都重新封一遍 · Change the key that seals, and seal everything anew',
  usage: [
    'keys reseal [--finish]',
    '',
    '  不写 --finish  新钥匙从现在起封，旧钥匙还能开；封着的（动态口令、外部密码、签字的表……）都重新封一遍。程序照常开着，谁也不用重新登录',
    '                 a new key seals from now on and the former one still opens; what is sealed (one-time codes, passwords of other systems, signed forms …) is sealed anew. The program goes on, and nobody has to sign in again',
    '  --finish       一天以后：再看一遍，然后把旧钥匙毁掉 · a day later: looks once more, then destroys the former key',
  ].join('\n'),
  owner: true,
  async run(call) {
    const { app, args, flags, say } = call;
    const finish = flags['finish'] === true;
    if (args.length > 0 || Object.keys(flags).some((flag) => flag !== 'finish')) {
      say(this.usage);
      return 2;
    }
    const folder = join(app.settings.varDirectory, 'run');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = join(folder, 'keys-reseal.json');
    if ((await takeLockFile(lock, identityOf())) !== null)
      throw new ExplainedError('keys reseal 正在做 · keys reseal is under way already');
    try {
      return finish ? await end(call) : await begin(call);
    } finally {
      await releaseLockFile(lock);
    }
  },
};

async function begin(call: CommandCall): Promise<number> {
  await call.app.keys.sealing.renew();
  tell(call, await everything(call));
  call.say(
    '接着：重新做一次备份；几台机器的，把 var/keys/sealing.key 抄到每一台再开；一天以后 keys reseal --finish · Next: make a new backup; with several machines copy var/keys/sealing.key to each before it starts; a day later keys reseal --finish',
  );
  return 0;
}

async function end(call: CommandCall): Promise<number> {
  const { sealing } = call.app.keys;
  if ((await sealing.former()) === 0) {
    call.say('没有旧钥匙 · There is no former key');
    return 0;
  }
  const came = await everything(call);
  tell(call, came);
  if (came.anew.size > 0) {
    call.say(
      '还有东西是旧钥匙封的，刚刚才重新封好；旧钥匙先留着，过一会儿再来一次 · Some things lay under the former key until now; it stays. Run this once more in a while',
    );
    return 1;
  }
  await sealing.dropFormer();
  call.say('✓ 旧钥匙毁掉了 · The former key is destroyed');
  return 0;
}

async function everything({ app, ownerUrl }: CommandCall): Promise<Resealed> {
  if (ownerUrl === undefined) throw new Error('sealing anew needs the address of the owner');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const came = await resealAll(app, owner);
    await note(app, came);
    return came;
  } finally {
    await owner.end();
  }
}

// A closed county has nobody who reads.
async function note(app: App, { anew }: Resealed): Promise<void> {
  for (const county of app.counties.all()) {
    const things = anew.get(county.id) ?? 0;
    if (things > 0)
      await inCounty(app, county, (ctx) =>
        ctx.transaction((tx) =>
          audit(tx, systemActor('keys-reseal'), {
            act: 'key.reseal',
            noun: 'key',
            subjectId: 'sealing',
            detail: { things },
          }),
        ),
      );
  }
}

function tell({ say }: CommandCall, { anew, dead }: Resealed): void {
  const things = [...anew.values()].reduce((sum, one) => sum + one, 0);
  say(`✓ 重新封了 ${things} 样 · ${things} things sealed anew`);
  if (dead > 0)
    say(`  ${dead} 样本来就打不开，原样留着 · ${dead} things opened under no key here and stay as they are`);
}
