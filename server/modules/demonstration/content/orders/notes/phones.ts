/** What residents wrote or said about their phones; cells as in repair.ts. */
export const phoneNotes: Readonly<Record<string, string>> = {
  'phone-lessons': `
想学跟儿子视频，每次都看到自己额头。|I want to call my son by video. He only ever sees my forehead.
字太小，调大了又变回去。|The letters are too small. I make them larger and they shrink again.
怎么看公交还有几站到？|How do I see how many stops away the bus is?
拍的照片不知道跑哪里去了。|I do not know where my photographs go.
外孙女送的新手机，铃声听不见。|A new phone from my granddaughter, and I cannot hear it ring.
想学发语音，写字太慢。|I would like to send voice messages; typing is slow.
闹钟五点响，关不掉，礼拜天也响。|The alarm rings at five and will not stop, Sundays too.
号码存不进去，家里五个人的想存好。|I cannot save numbers; there are five in the family.
手电筒怎么开，夜里上厕所用。|How do I switch on the torch, for the night?
微信里群太多，想让它安静点。|Too many groups. I want it to be quiet.
学会打车，去医院不用求人。|To call a taxi, so that I need not ask anybody to take me to hospital.
上次学过忘了，请再教一遍，写在纸上。|I learned it and forgot. Once more, please, on paper.
我爸眼睛不好，想让手机把字念出来。|Dad's eyes are weak; the phone should read aloud.|p`,
  'booking-online': `
约县医院内科，老说号满了。|Booking the clinic always says it is full.
养老金认证，脸怎么也对不上。|The pension check does not know my face.
合作医疗明年的费，想在手机上交。|Next year's health insurance, by phone.
给孙女报兴趣班，抢名额抢不过。|A place in a class for my granddaughter, gone before I find the button.|c`,
  'fraud-check': `
有人说我中奖了，要先交税。|Someone says I won a prize and must pay tax first.
说是我孙子借钱，声音不太像。|He said he was my grandson and needed money. The voice was not right.
每个月扣我八块钱，不知道是什么。|Eight yuan go every month and I do not know why.
一打开就是广告，关了又跳出来。|Advertising as soon as I open it; I close it and it comes back.`,
};
