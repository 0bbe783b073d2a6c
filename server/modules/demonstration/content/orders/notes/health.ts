/** What residents wrote or said about the doctor and recovery; cells as in repair.ts. */
export const healthNotes: Readonly<Record<string, string>> = {
  'hospital-companion': `
去县医院复查眼底，要散瞳，回来看不清路。|Eye check at the county hospital with drops; I shall not see the way home.
约了上午的心电图，挂号机不会用。|I have a heart test in the morning and cannot use the machine.
妈耳朵背，医生讲话听不明白，请帮着记下来。|Mum is hard of hearing. Please write down what the doctor says.|p
拆线，右脚还不能落地，有轮椅。|Stitches out. I cannot put weight on the right foot; we have a wheelchair.
做胃镜要有人陪，儿子在外地开车跑长途。|A gastroscopy needs company, and my son is away driving a lorry.
我爸第一次做透析，心里怕，想有人坐旁边说说话。|Dad's first dialysis. He is afraid and would like someone beside him.|p
拿上次的化验单，问要不要接着吃药。|Collect the last blood test and ask whether to go on with the tablets.
牙疼好几天了，一个人坐车晕。|Toothache for days, and I get sick on the bus alone.
约的骨科，要从三楼到一楼拍片再上去，楼梯多。|Orthopaedics: down for the X-ray and up again, many stairs.
老两口一个要看病，一个离不开人，只陪去的那个就行。|One of us sees the doctor, the other cannot be left. Just come with the patient.
住院要办手续，先去问清楚带什么。|Admission to hospital. Please ask first what to bring.
婆婆晕车，路上要停两回，时间留宽些。|My mother-in-law gets carsick, so please allow for two stops.|p
听力门诊，配了助听器去调。|Hearing clinic, to have the new hearing aid adjusted.
皮肤科排队久，我腿站不住，请带个小凳。|The queue is long and my legs are weak. Please bring a stool.
下岭的路窄，车只能到村口，要走一段。|The road down is narrow, the car only gets to the end of the village.
去年也是两位大姐陪的，这回还想请她们。|Two ladies went with me last year; I would like them again.
化疗第三次，下午才回得来，午饭自己带了。|Third chemotherapy. Back in the afternoon; we bring our own lunch.|p`,
  'blood-pressure': `
这几天头晕，家里的血压计数字跳得厉害。|Dizzy these days, and my own meter jumps about.
早上测空腹血糖，测完我再煮面。|A fasting test, please, before I cook my noodles.
老伴下不了床，每礼拜给他量一次就好。|My husband cannot get up. Once a week would do.
药换了一种，医生叫连着量七天。|New tablets, and the doctor wants seven days of readings.`,
  'recovery-exercises': `
左手抬不过肩，单子上写每天三组。|The left arm stops at the shoulder. The plan says three rounds a day.
换髋六周，可以拄拐走，要练上下台阶。|Six weeks after a new hip: walking with sticks, now steps.|p
中风后说话慢，请耐心等他说完。|Speech is slow after the stroke; please let him finish.|p
膝盖弯到九十度就疼，想有人看着练。|The knee hurts at ninety degrees. I would like someone to watch.`,
  'walking-aids': `
崴了脚，借一副拐用两个礼拜。|A sprained ankle: crutches for two weeks.
爸出院要用轮椅，门口两级台阶，最好轻一点的。|Dad comes home in a wheelchair; two steps at the door, so a light one please.|p
助行架，个子一米五左右，要矮的。|A walking frame for someone of about 1.5 metres.
坐便椅，夜里用，白天可以来拿。|A commode chair for the night. I can fetch it in the daytime.`,
  'to-the-vaccination': `
流感针，去年打过没反应。|Flu vaccine; no trouble last year.
带着双胞胎，一个人抱不过来。|I have twins and only two arms.|c
卫生室在坡上，我走一段要歇一段。|The clinic is uphill; I rest every few steps.
打完要坐半小时，正好请人陪着聊聊。|Half an hour to sit afterwards, nice to have a chat.`,
};
