import type { Words } from '../order-content.ts';
import { rowsOf } from '../people/names.ts';
import type { ServiceGroup } from '../services.ts';

const wordsFrom = (table: string): Words[] => rowsOf(table).map(([zh = '', en = '']) => ({ zh, en }));

/** Why residents called an order off; a third cell names the groups of services it fits (all, if there is none). */
const cancelTable = `
儿子周末回来，他弄。|My son comes at the weekend and will do it.|repair errands neighbours
邻居顺手帮我做好了，谢谢你们。|A neighbour has done it already, thank you.|repair errands neighbours
自己好了，不用来了。|It has sorted itself out, no need to come.|repair health phones
临时要去女儿家住几天。|I am off to my daughter's for some days.
点错了，想点的是另一样。|I ordered the wrong thing.
医院改了日子，定了再说。|The hospital moved the date; I will tell you.|health
住院了，出来再联系。|I am in hospital and will call afterwards.|care health repair
下雨，路不好走，改天重新点。|It rains and the road is bad. I will order again.|children phones papers neighbours care
家里来客人，不方便。|Guests have come, it does not suit.
买了个新的，不修了。|We bought a new one.|repair
老人不想见生人，再劝劝。|Grandma does not want strangers yet; we will talk to her.|care
孩子发烧在家歇着，下回再来。|The child is home with a fever; next time.|children
亲戚的车正好进城。|A relative's car is going to town.|errands health
不想麻烦大家了，真的没事。|I do not want to trouble anybody. Really, it is fine.
单位给修了。|My work sent somebody.|repair`;

/** Why a resident called off an order for a service of this group. */
export function cancelReasonsFor(group: ServiceGroup): Words[] {
  return rowsOf(cancelTable).flatMap(([zh = '', en = '', groups]) =>
    groups === undefined || groups.split(' ').includes(group) ? [{ zh, en }] : [],
  );
}

/** Why volunteers could not come after all; a refusal needs no reason, so some give none. */
export const givenBackReasons = wordsFrom(`
孩子突然发烧，今天出不了门。|My child has a fever, I cannot leave today.
车坏在半路了。|My car broke down.
单位临时加班。|I must work late.
自己闪了腰。|I hurt my back.
`);

/** What put a dispute right. */
export const settlements = wordsFrom(`
第二天又去了一趟，补做好了。|Went again next day and finished it.
一起对了时间，是记成了上一回，已更正。|We compared the times: it was the visit before, now corrected.
少的一样补上了。|What was missing has been made good.
来晚的事说清楚了，道了歉。|Talked about coming late, and apologised.
`);

/** What residents said with their rating, by number of stars. */
export const ratingWords: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Words[]>> = {
  5: wordsFrom(`
人和气，做完还收拾干净。|Friendly, and tidied up afterwards.
比说好的早到了五分钟。|Five minutes early.
茶都没喝一口，过意不去。|Would not even take tea, I feel bad about it.
下回还找你们。|I will ask you again.
讲得慢，我听懂了。|Explained slowly, and I understood.
第一次有人陪，心里踏实。|The first time somebody was with me. It felt safe.
家里人都说好。|Everyone at home says so too.
做得仔细，还教我怎么看。|Careful work, and showed me what to look for.
说来就来，没让我等。|Came when promised.
好，就是好。|Good, simply good.
老邻居了，没想到还会这个。|An old neighbour; I had no idea.
路那么远还来，谢谢。|Such a long way to come. Thank you.
心里一块石头落了地。|A weight off my mind.
`),
  4: wordsFrom(`
很好，就是等了两天。|Very good, only two days to wait.
事办成了，来的时候迷了路。|It got done, though they lost their way.
手艺好，话少。|Good hands, few words.
都好，电话打了三回才接通。|All good, but three calls to get through.
做得不错，收拾得快了点。|Well done, tidied up a little fast.
满意，希望下回还是同一个人。|Content; I hope it is the same person next time.
比预想的久，不过办好了。|Took longer than thought, but it is done.
`),
  3: wordsFrom(`
大体好了，还差一点。|Mostly good, not quite there.
话没说清，我以为是上午。|We misunderstood each other; I thought it was the morning.
还可以，有一样没办成。|All right, one thing did not work out.
人好，就是赶时间。|Nice, but in a hurry.
`),
  2: wordsFrom(`
过了两天又是老样子。|Two days later it was as before.
东西没带全，又跑了一趟。|Came without the right things and had to go again.
没听我说完就走了。|Left before I had finished.
`),
  1: wordsFrom(`
忙了半天没弄成，最后还是我自己想的办法。|It did not work, and in the end I found a way myself.
`),
};
