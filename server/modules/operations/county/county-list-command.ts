import { countyLines } from '#platform/county-lines';
import type { Command } from '#platform/manifest';

/** `cli county list`: the counties of this installation. */
export const countyList: Command = {
  name: 'county list',
  summary: '这里有哪些县 · The counties of this installation',
  usage: 'county list',
  async run({ app, say }) {
    const lines = await countyLines(app);
    for (const { slug, hosts, countryPack, demonstration, closedAt, movedTo } of lines) {
      const kind = demonstration ? '演示 · demonstration' : countryPack;
      const where = movedTo ? `，搬到 · moved to ${movedTo}` : '';
      const state = closedAt ? `  已关 · closed ${closedAt.toISOString().slice(0, 10)}${where}` : '';
      say(`${slug.padEnd(20)} ${hosts.join(', ').padEnd(40)} ${kind}${state}`);
    }
    if (lines.length === 0) say('还没有县：county add · There is no county yet: county add');
    return 0;
  },
};
