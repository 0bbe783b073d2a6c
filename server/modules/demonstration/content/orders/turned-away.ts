import type { Words } from '../order-content.ts';
import { rowsOf } from '../people/names.ts';

/** An order that did not become a visit. `answer` is the reason, the address it was sent to, or how it was settled at once. */
export interface TurnedAway {
  serviceKey: string;
  note: Words;
  answer: Words;
  nextAddress?: Words;
}

function casesFrom(table: string): TurnedAway[] {
  return rowsOf(table).map(([serviceKey = '', zh = '', en = '', answerZh = '', answerEn = '', nextZh, nextEn]) => ({
    serviceKey,
    note: { zh, en },
    answer: { zh: answerZh, en: answerEn },
    ...(nextZh === undefined || nextEn === undefined ? {} : { nextAddress: { zh: nextZh, en: nextEn } }),
  }));
}

/** Refused: service | note | reason | next address. */
export const refusedCases = casesFrom(`
heavy-things|从村里搬到县城，三间屋的东西。|Moving from the village to town, three rooms.|整家搬我们两个人搬不动，也不安全。|A whole house is too much for two people, and not safe.|县家政服务窗口，服务中心一楼 3 号，可以帮您问三家报价。|Household services window, county centre, counter 3: they ask three firms for a price.
leaking-roof|出租的门面房漏水，租客催得急。|My let shop leaks and the tenant is pressing.|这一项只补自己住的房子。|This service is for homes people live in themselves.|木瓦合作社在石桥街上，按市价做。|The roofers' cooperative in Shiqiao Street works at the usual price.
taps-and-lights|新房装修，水电想一起做了。|A new flat: all water and electricity please.|装修的活要图纸和保修，我们只做小修。|That needs plans and a guarantee; we do small repairs.|服务中心有装修队名册，可以来翻。|The county centre keeps a list of builders for you to look through.
something-else|冬天能不能也来看护屋？|Could he come to the holiday room in winter?|看护屋只在暑假开，冬天屋里没有暖气。|The holiday room is only for summer, there is no heating.|放学后的“孩子作业”还有位子，已替您留一个。|Homework help after school has room; we keep you a place.
gas-check|厨房一股煤气味，麻烦来看看。|The kitchen smells of gas, please come and look.|有气味不能等我们，已在电话里请您关阀、开窗、出门。|Do not wait for us: on the telephone we asked you to close the valve, open the windows and leave.|燃气抢修，电话在灶具贴纸上，我们已替您报了地址。|The gas emergency line on the stove's sticker; we have given them your address.
homework-help|孩子五篇周记没写，能不能帮着写？|Five diary pages are missing; could you write them?|作业我们陪着写，不替写。|We sit with the work, we do not write it.|周一放学带来站里，先一起想写什么。|Bring it on Monday after school and we think of topics together.
letters-and-forms|写一份借款合同，要能打官司的。|A loan contract that stands in court.|合同要懂法的人写，我们写了反而害您。|A contract needs a lawyer; ours might harm you.|镇司法所周一、周三上午有人值班，不收钱。|The town's legal office, Monday and Wednesday mornings, free.
talking-it-over|隔壁不肯来，你们去把他请来。|He will not come. You fetch him.|说和要两家都愿意，一家不愿意我们不去。|Both must be willing; we do not go to someone who is not.|镇调解室可以先听您一个人说。|The town's mediation room will listen to you alone first.
shopping-and-medicine|给孙子带两包烟，他十六。|Two packs of cigarettes for my grandson, he is 16.|烟酒不能买给未成年人。|No tobacco or alcohol for minors.|想戒烟的话，卫生院周四下午有门诊。|If he wants to stop, the clinic has an hour on Thursday afternoons.
paying-bills|卡和密码给你们，帮我把退休金取出来。|Take my card and the number and fetch my pension.|银行卡和密码谁也不能给，我们也不行。|Never give card and number to anybody, not to us either.|银行可以上门，我们陪您打电话约。|The bank comes to your home; we will call them with you.
hospital-companion|胸口疼得厉害，现在就想去医院。|Bad pain in the chest, I want to go to hospital now.|急病不能等，已替您打了 120，家里人也通知了。|This cannot wait: we called 120 and told your family.|120 到之前请躺好，把门打开。|Until they come, lie down and leave the door open.
harvest-hands|承包的三十亩稻子，想请十个人。|Ten people for five acres under contract.|大片的田我们人手不够，也抢了别人的生意。|Too much for us, and it would take others' work.|农机合作社排着队，已替您问了，周四能到。|The machine cooperative can come on Thursday, we have asked.
`);

/** Referred: service | note | where it went (no next address besides). */
export const referredCases = casesFrom(`
something-else|街口那盏路灯三天不亮。|The lamp at the corner has been out for three days.|供电所路灯班，已报，编号写在您的单子上。|The power company's lamp crew; the number is on your slip.
something-else|坡上有野猪拱菜，拱了三家。|Wild boar dug up three vegetable plots.|林业站，他们今晚来看脚印。|The forestry station; they look at the tracks tonight.
taps-and-lights|家家的水都是黄的，不是我一家。|Everybody's water is yellow, not only mine.|自来水公司，正在冲管，晚上八点前好。|The waterworks; they are flushing the pipe until eight.
something-else|去卫生院的站牌倒了，等车的人找不到。|The bus stop sign by the clinic has fallen.|公交公司，明天来立。|The bus company puts it up tomorrow.
company|妈想长住有人照顾的地方，怎么选？|Mum would like to live where she is looked after. How to choose?|民政窗口，约好带您看两家。|The civil affairs window; they will show you two homes.
homework-help|孩子看黑板眯眼睛。|My child squints at the board.|县医院眼科，已约号。|The county hospital's eye clinic, booked.
letters-and-forms|田租给合作社，合同看不懂。|We let land to the cooperative and do not understand the contract.|农经站，请他们一条一条讲。|The farm office explains it line by line.
ditches-and-snow|公路边的大沟塌了，不是我家门口的。|The big ditch along the road has caved in.|公路站，已放了警示锥。|The road office; cones are up.
old-wiring|电表自己转，拉了闸还转。|The meter turns with the switch off.|供电所表计班，周二上午到。|The power company's meter crew, Tuesday morning.
`);

/** Settled at once at the desk or on the telephone: service | note | how. */
export const helpedCases = casesFrom(`
phone-lessons|屏幕横过来了，转不回去。|The screen turned sideways and stays so.|电话里一步步说，点了一下锁就好了。|Step by step on the telephone: one tap on the lock.
booking-online|认证说光线不好，试了十回。|The check says the light is bad, ten tries.|在站里窗口边坐下，一次就过了。|Sat down by the station's window, passed at once.
fraud-check|短信说社保卡停用，点不点？|A message says my card is stopped. Do I tap?|当面看了，是骗人的，删掉，没有点。|Looked at together: a swindle, deleted, not tapped.
reading-aloud|这张通知是不是叫我去交钱？|Does this notice want money from me?|念了两遍，是体检通知，不要钱。|Read twice: it is about a check-up, and free.
letters-and-forms|信封不会写，寄到外省。|How to address an envelope to another province?|当面写好，贴了邮票。|Written and stamped at the desk.
parcels|取件码找不到了。|I cannot find the pick-up code.|在短信里翻到，念给驿站，下午捎回。|Found among the messages, the parcel came in the afternoon.
paying-bills|电费是不是交重了？|Did I pay the electricity twice?|查了户号，没重，给打了明细。|Checked the account: no; printed the list.
books-and-uniforms|要一条一百二的校服裤子。|School trousers in size 120.|架上正好有一条，当场拿走。|There was a pair on the shelf.
walking-aids|拐杖底下的胶头磨没了。|The rubber foot of my stick is gone.|换了两个新的，五分钟。|Two new ones, five minutes.
blood-pressure|路过，能不能现在量一个？|I am passing by, could you measure now?|坐五分钟量了，一百三十六，八十二，记在本子上。|Sat five minutes: 136 over 82, written in the booklet.
to-the-counter|换身份证要带什么？|What do I bring for a new identity card?|打电话问了，户口本就行，照片那边拍。|Asked by telephone: the household book; they take the photograph.
something-else|公斤和市斤老算错，集上怕吃亏。|I mix up kilos and jin and fear to lose at the market.|拿秤试了几样，写了张小卡片。|Tried it on the scales and wrote a small card.
small-appliances|收音机没声，是不是坏了？|The radio is silent. Is it broken?|电池装反了，正过来就响。|The battery was the wrong way round.
`);
