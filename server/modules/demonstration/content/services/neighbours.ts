import type { ServiceContent } from '../service-content.ts';

/** 邻里搭把手. */
export const neighbourServices: readonly ServiceContent[] = [
  {
    key: 'harvest-hands', group: 'neighbours',
    zh: { name: '抢收抢晒', hint: '秋收时节', summary: '家里人手不够，帮着掰玉米、收稻子、赶在雨前收谷子。', prepare: '几亩地、在哪块田；备开水和草帽。', whoMay: '老人种地的、家里有病人的先来。' },
    en: { name: 'Hands for the harvest', hint: 'In autumn', summary: 'When a family is short of hands: maize, rice, and getting the grain in before the rain.', prepare: 'How much land and where; boiled water and straw hats.', whoMay: 'Older farmers and families with someone ill first.' },
    level: 'town', durationMinutes: 240, peopleNeeded: 2, where: 'outside', skills: ['fieldwork'], licences: [], riskClass: 'low', answerWithinMinutes: 120, arrangeWithinHours: 24, homeVisitPair: false, season: { fromMonth: 9, toMonth: 11 },
  },
  {
    key: 'ditches-and-snow', group: 'neighbours',
    zh: { name: '清沟扫雪', hint: '门前一条路', summary: '门口的沟堵了、雪封了路，帮着清出一条能走的道。', prepare: '说清从哪里到哪里，锹可以借我们的。', whoMay: '老人、病人门前先清。' },
    en: { name: 'Ditches and snow', hint: 'A path to your door', summary: 'A blocked ditch or a snowed-up lane: we clear a path you can walk.', prepare: 'From where to where; we have shovels.', whoMay: 'In front of older or ill people’s homes first.' },
    level: 'village', durationMinutes: 90, peopleNeeded: 2, where: 'outside', skills: ['clearing'], licences: [], riskClass: 'low', answerWithinMinutes: 120, arrangeWithinHours: 12, homeVisitPair: false,
  },
  {
    key: 'before-the-flood', group: 'neighbours',
    zh: { name: '防汛搬东西', hint: '水来之前', summary: '收到涨水通知，帮您把粮食、电器搬到高处，陪老人去避险点。水已经进屋，请打 119。', prepare: '药、证件、手电放一个包里，先走人再搬东西。', whoMay: '沿河低处的人家，老人和孩子先走。' },
    en: { name: 'Before the flood', hint: 'Ahead of the water', summary: 'When rising water is announced we carry grain and appliances upstairs and take older people to the shelter. If water is in the house, call 119.', prepare: 'Medicine, papers and a torch in one bag; people first, things after.', whoMay: 'Homes low by the river; old people and children first.' },
    level: 'town', durationMinutes: 120, peopleNeeded: 2, where: 'home', skills: ['floods'], licences: ['first-aid'], riskClass: 'licensed', answerWithinMinutes: 20, arrangeWithinHours: 2, homeVisitPair: true,
  },
  {
    key: 'something-else', group: 'neighbours', homePosition: 8,
    zh: { name: '别的事', hint: '说给我们听', summary: '单子上没有的，说给我们听。能帮的帮，帮不了的告诉您该找谁。', prepare: '用自己的话说就行。', whoMay: '谁都可以。' },
    en: { name: 'Something else', hint: 'Tell us', summary: 'What is not on the list, just tell us. What we can do we do; otherwise we say who can.', prepare: 'Your own words will do.', whoMay: 'Everyone.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 1, where: 'home', skills: ['anything'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false,
  },
];
