import type { ServiceContent } from '../service-content.ts';

/** 家里修补. */
export const repairServices: readonly ServiceContent[] = [
  {
    key: 'taps-and-lights', group: 'repair', homePosition: 1,
    zh: { name: '修水管电灯', hint: '说清哪里坏了就行', summary: '水龙头漏、马桶不停水、灯泡灯管不亮，师傅带工具上门修。要换零件，先问您再买。', prepare: '先把水阀或电闸关上；家里有旧零件就留着，师傅好照样买。', whoMay: '老人、病人、家里没有人会修的。工钱不收，零件按小票。' },
    en: { name: 'Taps and lights', hint: 'Just say what is broken', summary: 'A dripping tap, a running cistern, a lamp that stays dark: someone comes with tools. Parts are bought only after asking you.', prepare: 'Turn off the water or the switch first; keep the old part so that we can match it.', whoMay: 'Older people, people who are ill, homes where nobody can do it. Work is free, parts at the price on the receipt.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 1, where: 'home', skills: ['water-and-lights'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 120, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'doors-and-windows', group: 'repair',
    zh: { name: '修门窗', hint: '关不严、锁不上', summary: '门下沉、窗漏风、插销坏了、纱窗破了，木工师傅上门修。', prepare: '拍一张或说清门窗多宽多高，是木的还是铝的。', whoMay: '独居老人、带小孩的人家先来。' },
    en: { name: 'Doors and windows', hint: 'Will not shut or lock', summary: 'A sagging door, a draughty window, a broken bolt, a torn screen: a joiner comes to your home.', prepare: 'Tell us roughly how wide and high it is, wood or aluminium.', whoMay: 'People living alone and families with small children first.' },
    level: 'town', durationMinutes: 90, peopleNeeded: 1, where: 'home', skills: ['carpentry'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 240, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'leaking-roof', group: 'repair',
    zh: { name: '补屋漏', hint: '两人上门，有证', summary: '瓦移了、檐沟堵了、屋顶渗水，有高处作业证的师傅两人一组上门补。', prepare: '漏水的地方放个盆，下面的东西挪开。下雨打雷不上房。', whoMay: '自住的平房、老屋，低保户和独居老人先来。' },
    en: { name: 'Leaking roof', hint: 'Two people, licensed', summary: 'Slipped tiles, blocked gutters, damp ceilings: two people come, one licensed to work at height.', prepare: 'Put a bowl under the drip and move things away. Nobody climbs in rain or thunder.', whoMay: 'Houses people live in themselves; people on low income or living alone first.' },
    level: 'town', durationMinutes: 180, peopleNeeded: 2, where: 'home', skills: ['roofing'], licences: ['work-at-height'], riskClass: 'licensed', answerWithinMinutes: 240, arrangeWithinHours: 72, homeVisitPair: true,
  },
  {
    key: 'grab-rails', group: 'repair',
    zh: { name: '装扶手防滑垫', hint: '厕所、床边、台阶', summary: '在厕所、床边、台阶装扶手，浴室铺防滑垫，老人起身有个抓手。', prepare: '想好装在哪里，老人伸手试一试高低。租的房子先问房东。', whoMay: '六十五岁以上、手术以后、走路不稳的人。' },
    en: { name: 'Rails and non-slip mats', hint: 'Bathroom, bed, steps', summary: 'Rails by the toilet, the bed or the steps, mats in the bathroom: something to hold on to.', prepare: 'Decide where, and let the person try the height. If you rent, ask the owner first.', whoMay: 'People over 65, after an operation, or unsteady on their feet.' },
    level: 'town', durationMinutes: 90, peopleNeeded: 1, where: 'home', skills: ['carpentry'], licences: [], riskClass: 'home-visit', answerWithinMinutes: 240, arrangeWithinHours: 72, homeVisitPair: false,
  },
  {
    key: 'gas-check', group: 'repair',
    zh: { name: '查燃气软管', hint: '有证师傅，半小时', summary: '查灶具软管、阀门和接头，老化的当面告诉您。闻到煤气味别等我们，先关阀、开窗、出门打抢修电话。', prepare: '灶台周围清一清；找出软管是哪年换的。', whoMay: '用瓶装气或管道气的人家都可以。' },
    en: { name: 'Gas hose check', hint: 'Licensed, half an hour', summary: 'We check hose, valve and joints and tell you what is worn. If you smell gas do not wait for us: close the valve, open the windows, leave, call the emergency line.', prepare: 'Clear the space around the stove; find out when the hose was last changed.', whoMay: 'Any home with bottled or piped gas.' },
    level: 'county', durationMinutes: 30, peopleNeeded: 1, where: 'home', skills: ['gas'], licences: ['gas-fitter'], riskClass: 'licensed', answerWithinMinutes: 120, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'old-wiring', group: 'repair',
    zh: { name: '查老旧电线', hint: '持证电工上门', summary: '跳闸、插座发烫、线皮脆了，持证电工上门查，写一张哪里要换的单子。', prepare: '让出电表箱和插座前面的地方，有冰箱先告诉我们。', whoMay: '二十年以上的老屋、租住的老人先来。' },
    en: { name: 'Old wiring check', hint: 'Licensed electrician', summary: 'Tripping switches, hot sockets, brittle cable: a licensed electrician comes and writes down what should be changed.', prepare: 'Clear the space before the fuse box and sockets; tell us if there is a freezer.', whoMay: 'Houses over twenty years old and older tenants first.' },
    level: 'county', durationMinutes: 60, peopleNeeded: 1, where: 'home', skills: ['wiring'], licences: ['electrician'], riskClass: 'licensed', answerWithinMinutes: 120, arrangeWithinHours: 48, homeVisitPair: false,
  },
  {
    key: 'small-appliances', group: 'repair',
    zh: { name: '修小家电', hint: '拿到站里来', summary: '电饭锅、风扇、收音机、电热毯，拿到站里，能修的当天修，不能修的告诉您为什么。', prepare: '连插头和说明书一起带来，先擦干净。', whoMay: '谁都可以，每人一次两件。' },
    en: { name: 'Small appliances', hint: 'Bring it to the station', summary: 'Rice cooker, fan, radio, electric blanket: bring it along. What can be mended is mended that day; otherwise we say why not.', prepare: 'Bring plug and manual too, and wipe it clean.', whoMay: 'Everyone, two things at a time.' },
    level: 'town', durationMinutes: 45, peopleNeeded: 1, where: 'station', skills: ['appliances'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 72, homeVisitPair: false,
  },
];
