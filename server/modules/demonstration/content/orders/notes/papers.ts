/** What residents wrote or said about letters and forms; cells as in repair.ts. */
export const paperNotes: Readonly<Record<string, string>> = {
  'letters-and-forms': `
给当兵的孙子写封信，我说您写。|A letter to my grandson in the army. I speak, you write.
医保报销的表，三页，字太小。|The insurance claim, three pages, tiny print.
想写个感谢信，谢谢修桥的那几个人。|A letter to thank the people who mended the bridge.
低保的申请表，不知道收入怎么算。|The form for income support; how do they count income?
宅基地的申请，要画个草图。|The application for a building plot needs a sketch.
老战友聚会，写张请帖，毛笔的更好。|Invitations for a reunion, by brush if you can.
给自来水公司写个说明，表走得太快。|A note to the waterworks: the meter runs too fast.
孩子转学的表，我只认得一半字。|The form for a new school; I can read only half of it.|c
老伴的生平，想写两页留给孙辈。|My husband's life, two pages for the grandchildren.
残疾证换证，照片已经拍好。|Renewing the disability card; the photograph is ready.
儿子成亲，对联写六副，红纸我买。|My son marries: six pairs of couplets, I will buy the red paper.
我妈想给三十年没见的姐姐写信。|Mum wants to write to the sister she has not seen for thirty years.|p
种粮补贴登记，去年漏了一亩二分。|Registering for the grain subsidy; last year a fifth of an acre was left out.`,
  'reading-aloud': `
药盒上的字看不清，一天吃几回？|I cannot read the box. How many times a day?
银行寄来一张纸，不知道是不是要紧。|A paper from the bank. Does it matter?
孙子的信看了三遍，还想听人念一遍。|I have read my grandson's letter three times and would like to hear it.
新买的电高压锅，说明书全是小字。|A new pressure cooker, and a manual in tiny print.`,
  'to-the-counter': `
办老年公交卡，跑了两趟都说缺一样。|The bus pass for the over-65s: twice they said something was missing.
给去世的父亲销户，不知道先去哪个窗口。|Closing my late father's records; which counter first?
房产证上名字错了一个字，要改。|One character of my name is wrong on the deed.
妈的社保卡丢了，人走不动，能不能代办？|Mum lost her card and cannot walk. Can it be done for her?|p`,
  'talking-it-over': `
屋檐水滴到隔壁墙根，说了几回都急了。|Our eaves drip on the neighbour's wall, and we both lose our tempers.
晒谷场谁先用，今年想说定个日子。|Who uses the threshing floor first? We want to fix the days.
楼上夜里拖椅子，我们都不想闹大。|Chairs scrape upstairs at night. Neither of us wants a row.
两家合用一口井，水泵的电费怎么摊。|Two families, one well: how to share the pump's electricity.`,
};
