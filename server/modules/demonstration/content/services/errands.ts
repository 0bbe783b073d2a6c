import type { ServiceContent } from '../service-content.ts';

/** 跑腿捎带. */
export const errandServices: readonly ServiceContent[] = [
  {
    key: 'shopping-and-medicine', group: 'errands', homePosition: 5,
    zh: { name: '代买送药', hint: '当天', summary: '买菜、买米、照方取药，当天送到门口，小票一起给您。', prepare: '写清名称和数量；处方药要带处方。东西的钱照小票给。', whoMay: '出不了门的人，还有要守着病人、孩子的人。' },
    en: { name: 'Shopping and medicine', hint: 'The same day', summary: 'Vegetables, rice, medicine on prescription: at your door the same day, with the receipt.', prepare: 'Names and amounts; the prescription where one is needed. You pay what is on the receipt.', whoMay: 'People who cannot go out, or must stay with a patient or a child.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 1, where: 'outside', skills: ['errands'], licences: [], riskClass: 'low', answerWithinMinutes: 60, arrangeWithinHours: 6, homeVisitPair: false,
  },
  {
    key: 'parcels', group: 'errands',
    zh: { name: '代取快递', hint: '镇上到村里', summary: '镇上驿站的包裹捎回村站或送到家，也帮着退货、寄东西。', prepare: '取件码念给站里，别的验证码不要告诉任何人。', whoMay: '住得远、搬不动的人。' },
    en: { name: 'Parcels', hint: 'From town to village', summary: 'Parcels from the town’s pick-up point come to the village post or to your door; we also send and return.', prepare: 'Tell the station the pick-up code, and nobody any other code.', whoMay: 'People who live far away or cannot carry.' },
    level: 'village', durationMinutes: 40, peopleNeeded: 1, where: 'outside', skills: ['errands'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'paying-bills', group: 'errands',
    zh: { name: '代缴水电费', hint: '当面点清，有收据', summary: '水费、电费、有线电视费，陪您去交或者代交，收据当天给您。', prepare: '上次的单子或户号。现金当面点清，写收条。', whoMay: '不会用手机交费的人。' },
    en: { name: 'Paying bills', hint: 'Counted, with a receipt', summary: 'Water, electricity, cable: we go with you or pay for you, and bring the receipt the same day.', prepare: 'The last bill or the customer number. Cash is counted together and signed for.', whoMay: 'People who do not pay by phone.' },
    level: 'village', durationMinutes: 40, peopleNeeded: 1, where: 'outside', skills: ['counters'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'lift-to-town', group: 'errands',
    zh: { name: '进城捎一程', hint: '顺路，不收钱', summary: '村里有车的邻居进城，顺路带上您，说好几点回。', prepare: '几点要到、几点回、带多少东西。', whoMay: '没有班车的村，老人、产检、复查的先坐。' },
    en: { name: 'A lift to town', hint: 'On the way, for nothing', summary: 'A neighbour with a car takes you along, and you agree when to come back.', prepare: 'When you must be there, when back, how much you carry.', whoMay: 'Villages without a bus; older people, check-ups and expectant mothers first.' },
    level: 'village', durationMinutes: 120, peopleNeeded: 1, where: 'outside', skills: ['errands'], licences: ['driving'], riskClass: 'licensed', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'heavy-things', group: 'errands',
    zh: { name: '搬重东西', hint: '两个人，带绳带垫', summary: '煤气罐、米袋、旧柜子，楼上楼下、屋里屋外搬一搬。搬家公司的活不接。', prepare: '量一量门和楼梯，怕碰的先包上。', whoMay: '老人、孕妇、腰腿不好的人家。' },
    en: { name: 'Heavy things', hint: 'Two people, with straps', summary: 'Gas bottles, rice sacks, an old wardrobe, upstairs or downstairs. Not whole house moves.', prepare: 'Measure door and stairs; wrap what scratches.', whoMay: 'Older people, expectant mothers, bad backs.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 2, where: 'home', skills: ['lifting'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: true,
  },
];
