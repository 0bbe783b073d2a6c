import type { ServiceContent } from '../service-content.ts';

/** 手机上的事. */
export const phoneServices: readonly ServiceContent[] = [
  {
    key: 'phone-lessons', group: 'phones', homePosition: 7,
    zh: { name: '手机教会您', hint: '周二、周四', summary: '视频、看公交、调大字、存号码，一样一样教，教会为止，写成大字卡片带回去。', prepare: '自己的手机充好电；密码自己记着，不要说出来。', whoMay: '谁都可以，一次学一样。' },
    en: { name: 'Phone lessons', hint: 'Tuesdays and Thursdays', summary: 'Video calls, bus times, larger type, saving numbers: one thing at a time until it works, on a card in large print to take home.', prepare: 'Your own phone, charged; keep your passwords to yourself.', whoMay: 'Everyone, one thing each time.' },
    level: 'village', durationMinutes: 60, peopleNeeded: 1, where: 'station', skills: ['phones'], licences: [], riskClass: 'low', answerWithinMinutes: 480, arrangeWithinHours: 72, homeVisitPair: false,
  },
  {
    key: 'booking-online', group: 'phones',
    zh: { name: '网上挂号缴费', hint: '坐在旁边陪您点', summary: '挂号、交费、认证、查养老金，您拿着手机，我们坐在旁边念一步点一步。', prepare: '身份证、医保卡、能收短信的手机。', whoMay: '自己点不来的人。密码和验证码只由您自己输。' },
    en: { name: 'Booking and paying online', hint: 'We sit beside you', summary: 'Doctor’s appointments, bills, pension checks: you hold the phone, we read out step by step.', prepare: 'Identity card, insurance card, a phone that receives messages.', whoMay: 'People who get stuck. You alone type passwords and codes.' },
    level: 'village', durationMinutes: 40, peopleNeeded: 1, where: 'station', skills: ['online-services'], licences: [], riskClass: 'low', answerWithinMinutes: 240, arrangeWithinHours: 24, homeVisitPair: false,
  },
  {
    key: 'fraud-check', group: 'phones',
    zh: { name: '防骗查手机', hint: '拿不准就来问', summary: '陌生短信、扣费、关不掉的广告，拿来一起看。已经转了钱，先打 96110。', prepare: '短信、通话记录别删。', whoMay: '谁都可以，问一句也行。' },
    en: { name: 'Is this a swindle?', hint: 'If in doubt, ask', summary: 'Strange messages, charges you did not make, advertising that will not close: we look at it together. If money has gone, call 96110 first.', prepare: 'Do not delete messages or calls.', whoMay: 'Everyone, for a single question too.' },
    level: 'village', durationMinutes: 30, peopleNeeded: 1, where: 'station', skills: ['fraud-checks'], licences: [], riskClass: 'low', answerWithinMinutes: 60, arrangeWithinHours: 6, homeVisitPair: false,
  },
];
