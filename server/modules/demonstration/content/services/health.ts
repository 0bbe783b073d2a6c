import type { ServiceContent } from '../service-content.ts';

/** 看病康复. */
export const healthServices: readonly ServiceContent[] = [
  {
    key: 'hospital-companion', group: 'health', homePosition: 2,
    zh: { name: '陪老人看病', hint: '两人同行', summary: '从家门口陪到诊室，帮着挂号、取药、记医生的话，再送回家。两个人一起，路上有照应。', prepare: '身份证、医保卡、旧病历和正在吃的药。医药费自己付，我们不代管现金。', whoMay: '六十岁以上、行动不便、家里人一时走不开的。急病请打 120。' },
    en: { name: 'To the doctor with you', hint: 'Two people go along', summary: 'From your door to the doctor and back: queueing, collecting medicine, writing down what was said. Two go together.', prepare: 'Identity card, insurance card, old records, the medicine you take. You pay the bills yourself; we keep no cash.', whoMay: 'People over 60, people who walk badly, families who cannot get away. In an emergency call 120.' },
    level: 'town', durationMinutes: 240, peopleNeeded: 2, where: 'outside', skills: ['escort'], licences: ['first-aid'], riskClass: 'licensed', answerWithinMinutes: 120, arrangeWithinHours: 24, homeVisitPair: true,
  },
  {
    key: 'blood-pressure', group: 'health',
    zh: { name: '量血压测血糖', hint: '走不动就上门', summary: '在站里量，走不动的上门量，数字写在本子上给您留着。我们不看病、不开药。', prepare: '测空腹血糖的早上先别吃东西；量之前坐五分钟。', whoMay: '谁都可以，上门的限行动不便的人。' },
    en: { name: 'Blood pressure and sugar', hint: 'At home if you cannot walk', summary: 'Measured at the station, or at home for those who cannot come; the figures stay with you in a booklet. We do not treat or prescribe.', prepare: 'No breakfast before a fasting test; sit five minutes before measuring.', whoMay: 'Everyone; at home only for people who walk badly.' },
    level: 'village', durationMinutes: 30, peopleNeeded: 1, where: 'home', skills: ['vital-signs'], licences: ['nurse'], riskClass: 'licensed', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'recovery-exercises', group: 'health',
    zh: { name: '陪做康复', hint: '照医院开的单子练', summary: '照医院的康复单子，一周两次上门陪着练抬手、站立、走步。', prepare: '医院开的康复单子；穿宽松衣服、防滑鞋。', whoMay: '中风、骨折、换关节以后，医生说可以在家练的。' },
    en: { name: 'Recovery exercises', hint: 'By the hospital’s plan', summary: 'Twice a week we come and practise lifting, standing and walking with you, by the plan the hospital wrote.', prepare: 'The hospital’s plan, loose clothes, shoes that do not slip.', whoMay: 'After a stroke, a fracture or a new joint, when the doctor agrees.' },
    level: 'county', durationMinutes: 60, peopleNeeded: 2, where: 'home', skills: ['exercises'], licences: ['therapist'], riskClass: 'licensed', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: true,
  },
  {
    key: 'walking-aids', group: 'health',
    zh: { name: '借轮椅拐杖', hint: '免押金，三个月', summary: '轮椅、拐杖、助行架、坐便椅，登记就借，教您怎么用。', prepare: '告诉我们大概身高体重，家门口有没有台阶。', whoMay: '临时要用的人，一次借三个月，可以续。' },
    en: { name: 'Wheelchairs and sticks', hint: 'No deposit, three months', summary: 'Wheelchairs, sticks, walking frames, commode chairs: sign and borrow, and we show how to use them.', prepare: 'Rough height and weight, and whether there are steps at your door.', whoMay: 'Anyone who needs one for a time; three months, can be extended.' },
    level: 'town', durationMinutes: 30, peopleNeeded: 1, where: 'station', skills: ['walking-aids'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'to-the-vaccination', group: 'health',
    zh: { name: '陪打疫苗', hint: '接种日早上接', summary: '接种日陪到村卫生室或镇卫生院，打完坐满三十分钟再送回来。', prepare: '接种本、身份证；这两天发烧先告诉我们。', whoMay: '一个人去不方便的老人、带两个以上孩子的家长。' },
    en: { name: 'To the vaccination', hint: 'Fetched in the morning', summary: 'We go with you to the clinic, wait the thirty minutes afterwards and bring you home.', prepare: 'Vaccination booklet and identity card; tell us if you had a fever.', whoMay: 'Older people on their own, parents with two or more children.' },
    level: 'village', durationMinutes: 120, peopleNeeded: 1, where: 'outside', skills: ['escort'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false, season: { fromMonth: 9, toMonth: 4 },
  },
];
