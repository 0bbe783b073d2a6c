import { systemActor } from '#platform/actor';
import { addCounty } from '#platform/add-county';
import { audit } from '#platform/audit';
import type { Command, CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import { mustBeOwnDatabase } from './must-be-own-database.ts';
import { CountyProblem, newCounty } from './new-county.ts';

/** `cli county add`: opens a real county in this installation. Programs that run already answer for it at once. */
export const countyAdd: Command = {
  name: 'county add',
  summary: '开一个县 · Open a county',
  usage: [
    'county add --slug=<slug> --name-zh=<…> --name-en=<…> --publisher-zh=<…> --publisher-en=<…> --phone=<…>',
    '  [--pack=cn|generic] [--languages=zh-CN,en] [--time-zone=Asia/Shanghai] [--hosts=news.example.org,…] [--levels=city:City,borough:Borough] [--emergencies=911:Emergency]',
    '',
    '  --name-…, --publisher-…  每种语言各写一个；发布单位写在每一页上 · one for each language; the publisher stands on every page',
    '  --phone                  值班电话 · the desk’s telephone',
    '  --pack                   国家习惯，默认 cn（语言 zh-CN,en，时区 Asia/Shanghai）；generic 默认语言 en，要写时区',
    '                           customs of the country; cn unless said (languages zh-CN,en, zone Asia/Shanghai); generic: language en, name the zone',
    '  --hosts                  域名；不写就是 PUBLIC_ADDRESS 的 · host names; that of PUBLIC_ADDRESS unless said',
    '  --levels                 自己的地方级别，从上到下 · levels of places of its own, from the top',
    '  --emergencies            危急时打的号码；不写：cn 是 120、119、110、122，generic 是 112',
    '                           numbers to call in danger; unless said, 120, 119, 110, 122 with cn and 112 with generic',
    '',
    '  接着 · then: places import <file.csv>, user add --role=administrator',
  ].join('\n'),
  async run(call) {
    try {
      return await openCounty(call);
    } catch (error) {
      if (!(error instanceof CountyProblem)) throw error;
      call.say(`${error.message}\n\n用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
  },
};

async function openCounty({ app, flags, say }: CommandCall): Promise<number> {
  const wanted = newCounty(flags, app.settings.publicAddress);
  const there = app.counties.all();
  if (there.some((county) => county.demonstration)) {
    say(
      '这里装着演示。真实的县要有自己的文件夹：设 XIANGYIN_VAR 和 DEMONSTRATION=off 再来。\nThis installation holds the demonstration. A real county needs a folder of its own: set XIANGYIN_VAR and DEMONSTRATION=off, then come again.',
    );
    return 1;
  }
  if (there.some((county) => county.slug === wanted.slug)) {
    say(`已经有 ${wanted.slug} 这个县。 · The county ${wanted.slug} is there already.`);
    return 1;
  }
  await mustBeOwnDatabase(app);
  const taken = wanted.hosts.find((host) => app.counties.hosts().has(host));
  if (taken !== undefined) {
    say(
      `域名 ${taken} 已经属于另一个县，请用 --hosts 写别的。 · Another county has the host ${taken}; name others with --hosts.`,
    );
    return 1;
  }
  const county = await addCounty(app, wanted);
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      audit(tx, systemActor('county-add'), {
        act: 'county.add',
        noun: 'county',
        subjectId: String(county.id),
        detail: { slug: county.slug, pack: county.countryPack },
      }),
    ),
  );
  say(
    `已开：${county.name[firstOf(county.languages)] ?? county.slug}（${wanted.hosts.join('、')}） · Opened ${county.slug} (${wanted.hosts.join(', ')})`,
  );
  say(
    `接着 · Next:\n  npm run cli -- places import <file.csv> --county=${county.slug}\n  npm run cli -- user add --county=${county.slug} --role=administrator --name=<…>`,
  );
  return 0;
}

const firstOf = (languages: readonly ('zh-CN' | 'en')[]): 'zh-CN' | 'en' => languages[0] ?? 'zh-CN';
