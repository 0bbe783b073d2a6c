import type { ServiceContent } from '../service-content.ts';

/** 孩子的事. Two adults are in the room whenever children are. */
export const childrenServices: readonly ServiceContent[] = [
  {
    key: 'homework-help', group: 'children', homePosition: 4,
    zh: { name: '孩子作业', hint: '站里，放学后', summary: '放学到六点半在站里写作业，有人看、有人讲，不替写。屋里总有两个大人。', prepare: '书包、水杯；写明谁来接，只交给这个人。', whoMay: '小学到初二，家长晚下班的先来。' },
    en: { name: 'Homework help', hint: 'At the station, after school', summary: 'From the end of school until half past six at the station: someone watches, someone explains, nobody writes it for them. Two adults are always in the room.', prepare: 'Satchel and water bottle; write down who fetches the child, we hand over to nobody else.', whoMay: 'Years 1 to 8; children whose parents work late first.' },
    level: 'village', durationMinutes: 120, peopleNeeded: 2, where: 'station', skills: ['tutoring'], licences: ['child-protection'], riskClass: 'licensed', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'story-hour', group: 'children',
    zh: { name: '周末讲故事', hint: '周六上午，自带小凳', summary: '周六上午在站里讲故事、认字、做手工，大人可以坐在后面。', prepare: '自带小凳，衣服上缝个名字。', whoMay: '三到八岁，三岁半以下要大人陪。' },
    en: { name: 'Story hour', hint: 'Saturday, bring a stool', summary: 'Stories, letters and paper craft at the station on Saturday mornings; grown-ups may sit at the back.', prepare: 'A small stool, and a name sewn into the coat.', whoMay: 'Ages three to eight; under three and a half with an adult.' },
    level: 'village', durationMinutes: 90, peopleNeeded: 2, where: 'station', skills: ['storytelling'], licences: ['child-protection'], riskClass: 'licensed', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: false,
  },
  {
    key: 'walk-home-from-school', group: 'children',
    zh: { name: '接放学', hint: '一路两个大人', summary: '几家孩子一路走，两个大人一前一后，送到家门口或站里。', prepare: '给学校的委托书，写明送到哪里、谁接。', whoMay: '小学一到四年级，走路三十分钟以内。' },
    en: { name: 'The walk home from school', hint: 'Two adults all the way', summary: 'Children of several families walk together, one adult in front and one behind, to the door or to the station.', prepare: 'A note to the school saying where to and who opens.', whoMay: 'Years 1 to 4, up to thirty minutes on foot.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 2, where: 'outside', skills: ['child-minding'], licences: ['child-protection'], riskClass: 'licensed', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'holiday-room', group: 'children',
    zh: { name: '假期看护屋', hint: '暑假，站里，管午饭', summary: '暑假白天在站里写作业、看书、下棋，教不去野水塘玩。午饭按食堂价。', prepare: '报名表、过敏和用药写清楚。', whoMay: '七到十二岁，父母白天都上班的。' },
    en: { name: 'Holiday room', hint: 'Summer, with lunch', summary: 'In the summer holidays children read, play chess and do homework at the station, and learn to keep away from open ponds. Lunch at the kitchen’s price.', prepare: 'The form, with allergies and medicine.', whoMay: 'Ages seven to twelve with both parents at work.' },
    level: 'town', durationMinutes: 480, peopleNeeded: 2, where: 'station', skills: ['child-minding'], licences: ['child-protection'], riskClass: 'licensed', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: false, season: { fromMonth: 7, toMonth: 8 },
  },
  {
    key: 'books-and-uniforms', group: 'children',
    zh: { name: '旧书校服换一换', hint: '洗净叠好拿来', summary: '穿小了的校服、用过的课外书，拿来换合适的，换不到先记着，来了打电话。', prepare: '洗干净，写上尺码、年级。', whoMay: '谁都可以，不换只领也行。' },
    en: { name: 'Book and uniform swap', hint: 'Washed and folded', summary: 'Bring outgrown uniforms and read books and take what fits. What is not there we note, and call when it comes.', prepare: 'Clean, with size and year written on it.', whoMay: 'Everyone; you may take without giving.' },
    level: 'village', durationMinutes: 30, peopleNeeded: 1, where: 'station', skills: ['housework'], licences: [], riskClass: 'low', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: false,
  },
];
