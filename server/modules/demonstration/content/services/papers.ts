import type { ServiceContent } from '../service-content.ts';

/** 写写办办. */
export const paperServices: readonly ServiceContent[] = [
  {
    key: 'letters-and-forms', group: 'papers', homePosition: 6,
    zh: { name: '写信填表', hint: '站里或上门', summary: '信、申请、说明、表格，您说我写，写好念一遍，您点头才算。', prepare: '空表、身份证、户口本；不用先打草稿。', whoMay: '眼睛不好、不常写字的人。合同和遗嘱请问司法所。' },
    en: { name: 'Letters and forms', hint: 'At the station or at home', summary: 'Letters, applications, forms: you speak, we write and read it back, and it counts only when you nod.', prepare: 'The empty form, identity card, household book; no draft needed.', whoMay: 'People with poor eyes or an unpractised hand. For contracts and wills ask the town’s legal office.' },
    level: 'village', durationMinutes: 45, peopleNeeded: 1, where: 'station', skills: ['writing'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'reading-aloud', group: 'papers',
    zh: { name: '念信念说明', hint: '药盒、通知、来信', summary: '药盒上的小字、寄来的通知、孙子的信，念给您听，用大字抄一遍要紧的。', prepare: '把要念的放在一起，老花镜也带着。', whoMay: '看不清、不识字的人。' },
    en: { name: 'Reading aloud', hint: 'Labels, notices, letters', summary: 'Small print on medicine, notices, a grandchild’s letter: read to you, with the important lines copied large.', prepare: 'Put it all together, and bring your glasses.', whoMay: 'People who cannot see or read it.' },
    level: 'village', durationMinutes: 30, peopleNeeded: 1, where: 'station', skills: ['reading-aloud'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'to-the-counter', group: 'papers',
    zh: { name: '陪去窗口办事', hint: '先问清要带什么', summary: '先替您打电话问清要带什么，再陪到窗口，少跑一趟。', prepare: '要办什么事、以前办到哪一步。', whoMay: '头一回办、跑过几趟没办成的人。' },
    en: { name: 'To the counter with you', hint: 'We ask first what to bring', summary: 'We telephone ahead and ask what to bring, then go with you, so that once is enough.', prepare: 'What you want done, and how far it got before.', whoMay: 'People who do it for the first time or were sent away before.' },
    level: 'town', durationMinutes: 120, peopleNeeded: 1, where: 'outside', skills: ['counters'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'talking-it-over', group: 'papers',
    zh: { name: '邻里说和', hint: '两家坐下来喝杯茶', summary: '地界、滴水、晒谷、吵闹，请两家都信得过的人坐下来说。说成说不成，都不外传。', prepare: '问过对方愿不愿意；一家不愿意就不办。', whoMay: '两家都愿意的。动了手的请打 110。' },
    en: { name: 'Talking it over', hint: 'Two families, one pot of tea', summary: 'Boundaries, dripping eaves, noise: someone both sides trust sits down with them. Whatever comes of it stays in the room.', prepare: 'Ask the other side; if they do not want it we do not come.', whoMay: 'Two families who both agree. If anyone was hit, call 110.' },
    level: 'town', durationMinutes: 90, peopleNeeded: 2, where: 'station', skills: ['settling-quarrels'], licences: [], riskClass: 'low', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: false,
  },
];
