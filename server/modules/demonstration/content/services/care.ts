import type { ServiceContent } from '../service-content.ts';

/** 日常照料. */
export const careServices: readonly ServiceContent[] = [
  {
    key: 'haircut-at-home', group: 'care', homePosition: 3,
    zh: { name: '理发到家', hint: '每月逢五', summary: '逢五、十五、二十五上门理发、刮脸，围布推子我们带。', prepare: '一把稳当的椅子、一盆温水。头皮有伤口先告诉我们。', whoMay: '出门不便的老人、病人、残疾人。' },
    en: { name: 'Haircut at home', hint: 'On the 5th, 15th and 25th', summary: 'On days with a five we come to cut and shave; we bring cape and clippers.', prepare: 'A steady chair and a bowl of warm water. Tell us of any wound on the scalp.', whoMay: 'People who cannot easily leave the house.' },
    level: 'village', durationMinutes: 40, peopleNeeded: 1, where: 'home', skills: ['haircutting'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 240, arrangeWithinHours: 72, homeVisitPair: false,
  },
  {
    key: 'bedding', group: 'care',
    zh: { name: '洗晒被褥', hint: '早上收，晚上还', summary: '拆被套、洗、晒、铺回去，大件送站里的洗衣房。', prepare: '把要洗的放在一起，怕水的拿出来。', whoMay: '独居老人、刚出院的人、手脚不便的人家。' },
    en: { name: 'Bedding washed and aired', hint: 'Out at dawn, back at dusk', summary: 'We strip the bed, wash, air and make it again; heavy pieces go to the station’s laundry.', prepare: 'Put what is to be washed together; take out what must not get wet.', whoMay: 'People living alone, just out of hospital, or short of hands.' },
    level: 'village', durationMinutes: 90, peopleNeeded: 2, where: 'home', skills: ['housework'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: true,
  },
  {
    key: 'company', group: 'care',
    zh: { name: '陪老人说说话', hint: '下棋、听戏、拉家常', summary: '每周来坐一个钟头，下棋、听戏、翻照片。尽量同一个人来。', prepare: '不用准备，也不用留饭。', whoMay: '想有人说话的，什么年纪都可以。' },
    en: { name: 'Company', hint: 'Chess, opera, a chat', summary: 'An hour a week: chess, opera on the radio, old photographs. As far as we can, the same person comes.', prepare: 'Nothing, and no meal either.', whoMay: 'Anyone who would like someone to talk to, at any age.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 1, where: 'home', skills: ['company'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: false,
  },
  {
    key: 'help-with-bathing', group: 'care',
    zh: { name: '助浴', hint: '两人，有护理证', summary: '带洗浴椅上门，两人一组，其中一人是护士。水温、时间听老人的。', prepare: '浴室能烧到二十四度以上；备干净衣服。当天血压高就改天。', whoMay: '失能、半失能老人，家属在场。' },
    en: { name: 'Help with bathing', hint: 'Two people, one a nurse', summary: 'Two people bring a bathing chair, one of them a nurse. Warmth and time are as the person likes.', prepare: 'A bathroom that can be heated to 24 degrees, clean clothes. If blood pressure is high we come another day.', whoMay: 'People who need care, with a relative at home.' },
    level: 'county', durationMinutes: 90, peopleNeeded: 2, where: 'home', skills: ['personal-care'], licences: ['nurse'], riskClass: 'licensed', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: true,
  },
  {
    key: 'meal-delivery', group: 'care',
    zh: { name: '送饭到家', hint: '午饭，十一点半前', summary: '站里食堂的午饭送到家，软烂、少盐可以先说。饭钱照食堂的价。', prepare: '一套自己的饭盒，忌口写下来。', whoMay: '一时做不了饭的人，一次可以订一周。' },
    en: { name: 'Meals to your door', hint: 'Lunch before 11.30', summary: 'Lunch from the station’s kitchen, soft or low in salt if you say so. The meal costs what the kitchen charges.', prepare: 'Your own lunch box, and a note of what you must not eat.', whoMay: 'Anyone who cannot cook for a while; a week at a time.' },
    level: 'village', durationMinutes: 30, peopleNeeded: 1, where: 'home', skills: ['cooking'], licences: ['health-certificate'], riskClass: 'licensed', answerWithinMinutes: 120, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'a-walk-together', group: 'care',
    zh: { name: '陪着走走', hint: '慢慢走，有人扶', summary: '陪到河边、集市或者只是楼下，走多远听您的。', prepare: '合脚的鞋；要坐轮椅先说一声。', whoMay: '一个人不敢出门的人。' },
    en: { name: 'A walk together', hint: 'Slowly, with an arm', summary: 'To the river, the market or just downstairs, as far as you like.', prepare: 'Shoes that fit; say so if you use a wheelchair.', whoMay: 'Anyone who does not dare go out alone.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 1, where: 'outside', skills: ['escort'], licences: [], riskClass: 'low', answerWithinMinutes: 480, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'rest-for-carers', group: 'care',
    zh: { name: '替照护人歇半天', hint: '您歇着，我们守着', summary: '家里有长期卧床的人，我们两个人守半天，您去睡一觉、办点事。', prepare: '写下吃药时间、翻身时间和您的电话。', whoMay: '长期照顾家人的人，每月两次。' },
    en: { name: 'Half a day off for carers', hint: 'You rest, we stay', summary: 'If someone at home is bedridden, two of us stay for half a day while you sleep or see to things.', prepare: 'Write down the times for medicine and turning, and your number.', whoMay: 'People who care for a relative; twice a month.' },
    level: 'town', durationMinutes: 240, peopleNeeded: 2, where: 'home', skills: ['personal-care'], licences: ['first-aid'], riskClass: 'licensed', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: true,
  },
];
