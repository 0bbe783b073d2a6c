import type { Command } from '#platform/manifest';
import { resetDemonstration } from '../loading/when-needed.ts';

/** `cli demo reset`. */
export const resetCommand: Command = {
  name: 'demo reset',
  summary: '清空演示县，重新装好 · Empty the demonstration county and load it again',
  usage: 'demo reset',
  owner: true,
  async run({ app, ownerUrl, args, say }) {
    if (args.length > 0) return 2;
    if (!ownerUrl) {
      say(
        '需要数据库所有者的地址（DATABASE_ADMIN_URL） · This needs the database owner’s address (DATABASE_ADMIN_URL)',
      );
      return 1;
    }
    await resetDemonstration(app, { ownerUrl, say });
    return 0;
  },
};
