/** What residents wrote or said about everyday care; cells as in repair.ts. */
export const careNotes: Readonly<Record<string, string>> = {
  'haircut-at-home': `
爸躺了两个月，头发长了，后脑勺别剃太短。|Dad has been in bed two months. Not too short at the back, please.|p
就剃个光头，省事。|Just shave it all off, it is easier.
我和老伴一起理，两个人。|My wife and I, two heads.
妈怕推子响，请用剪刀慢慢来。|Mum fears the clippers. Scissors, slowly, please.|p
上次那位师傅手轻，还想请他。|The barber last time had a light hand; him again, please.
脖子不能往后仰，坐着洗不了头，干剪就好。|I cannot lean back, so a dry cut will do.
过几天孙女结婚，想精神一点。|My granddaughter marries soon, I want to look smart.
耳朵后面有块老疮疤，小心些。|There is an old scar behind the ear, mind it.
奶奶九十一了，爱干净，剪齐耳朵就行。|Grandma is 91 and likes it tidy: level with the ears.|p
顺便刮个脸，热毛巾我自己烧水。|A shave too; I will heat the water for the towel.
轮椅上理，院子里有太阳。|In the wheelchair, out in the sun in the yard.
隔壁三位老人约在我家，一起理。|Three old neighbours will come to my house for it.|n
小孙子怕生，要哄着，六岁。|My grandson is six and shy, he needs coaxing.|c
手术刀口在头顶左边，医生说可以剪了。|The operation scar is top left; the doctor says it is fine now.`,
  bedding: `
冬天的厚被子，一个人拧不动。|Thick winter quilts, I cannot wring them alone.
床上躺着病人，要两个人才翻得过来。|The patient lies in bed; it takes two to turn him.|p
连着下雨有霉味，想趁太阳好晒一晒。|A musty smell after all the rain; please, while the sun lasts.
被套洗了晒了，套不回去，笑话吧。|Washed and dried, but I cannot get the cover back on. Laugh if you like.`,
  company: `
会下象棋的最好，我下得慢。|Someone who plays chess would be best. I am slow.
老头子走了以后屋里太静，来坐坐就行。|The house is too quiet since he died. Just come and sit.
爱听越剧，有个老唱机，想有人一起听。|I love Yue opera and have an old player, but nobody to listen with.
妈老说一样的话，请别嫌烦，她高兴。|Mum says the same things again and again. Please bear with her, it makes her happy.|p
想找人说说年轻时修水库的事。|I would like to tell someone about building the reservoir when I was young.`,
  'help-with-bathing': `
爸左边身子不灵，坐得住，站不住。|Dad's left side is weak. He can sit but not stand.|p
婆婆三个礼拜没好好洗了，浴霸能烧热。|My mother-in-law has not had a proper wash for three weeks. The heater works.|p
老伴身上有褥疮，已经收口，医生说能洗。|My husband's bedsore has closed; the doctor allows a bath.
请来两位大姐，妈不好意思。|Two women please, Mum is shy.|p`,
  'meal-delivery': `
手腕骨折，六个礼拜做不了饭。|A broken wrist, no cooking for six weeks.
爷爷牙不好，饭要烂，菜切碎。|Grandpa has bad teeth: soft rice, chopped vegetables.|p
糖尿病，不要甜的，饭少菜多。|Diabetes: nothing sweet, little rice, more greens.
儿媳坐月子，我一个人忙不过来，订一周午饭。|My daughter-in-law has just had a baby and I cannot manage. Lunch for a week.`,
  'a-walk-together': `
想去河边看看水，一个人不敢走堤。|I want to see the river but not walk the levee alone.
逢集想去转转，走得慢，要歇脚。|To the market, slowly, with rests.
医生叫每天走二十分钟，没人陪老偷懒。|The doctor says twenty minutes a day. Alone I skip it.
妈眼睛看不见了，想听听河水声。|Mum cannot see any more and would like to hear the river.|p`,
  'rest-for-carers': `
守了我妈四十天，想回自己家睡半天。|Forty days at my mother's bed. I want to sleep half a day at home.|p
要去镇上办银行卡，家里离不开人。|I must see to the bank card in town and cannot leave him.
老伴夜里闹，我白天补一觉就行。|My husband is restless at night. I only need to sleep in the day.
孩子家长会，婆婆要两小时翻一次身。|A parents' evening; my mother-in-law must be turned every two hours.|p`,
};
