import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugFor } from './slug.ts';

test('an address reads its headline as people do', async () => {
  const slugs = ['还书箱放到车站', '退耕还林二十年', '村里还没有路灯', '空地种上了菜', '银行门口的行道树'];
  assert.deepEqual(
    await Promise.all(slugs.map(async (title) => (await slugFor(title, 'zh-CN', '01930000')).replace(/-\d+$/, ''))),
    [
      'huan-shu-xiang-fang-dao-che-zhan',
      'tui-geng-huan-lin-er-shi-nian',
      'cun-li-hai-mei-you-lu-deng',
      'kong-di-zhong-shang-le-cai',
      'yin-hang-men-kou-de-hang-dao-shu',
    ],
  );
});
