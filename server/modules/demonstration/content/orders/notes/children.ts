/** What residents wrote or said about children; cells as in repair.ts. */
export const childrenNotes: Readonly<Record<string, string>> = {
  'homework-help': `
二年级，字写得慢，别催。|Year two, writes slowly. Please do not hurry her.|c
我在厂里上到七点，放学到那时候没人看。|I work until seven and nobody is home after school.|c
四年级，应用题看不懂题目。|Year four, cannot make out word problems.|c
爷爷奶奶带，普通话讲不标准，拼音教不了。|The grandparents cannot teach pinyin, they only speak dialect.|c
兄妹两个，一年级和五年级，一起来。|Brother and sister, years one and five, together.|c
孩子坐不住，写二十分钟让他跑一圈。|He cannot sit still: twenty minutes, then let him run round once.|c
初二，英语单词背了就忘。|Year eight, learns English words and forgets them.|c
接的人是他姑姑，不是我，身份证带着。|His aunt will fetch him, not me; she brings her card.|c
家里没网，老师布置的要上网查。|We have no internet, and the teacher sets things to look up.|c
孩子花生过敏，别给零食。|Allergic to peanuts, please no snacks.|c
期中考完有点灰心，多夸一句。|A bit downcast after the exam. A kind word would help.|c
刚转学来，听不懂这边老师口音。|New at the school and not used to the accent.|c
左撇子，请别纠正。|Left-handed, please let her be.|c`,
  'story-hour': `
三岁半，要奶奶陪着坐后面。|Three and a half, Grandma will sit at the back.|c
喜欢听打雷下雨的故事，胆小又爱听。|Likes stories of thunder and rain, timid as he is.|c
能不能讲一回清溪话的？|Could there be one in our dialect?|c
姐姐六岁识字多，可以让她帮着翻书。|The elder sister is six and reads; let her turn the pages.|c`,
  'walk-home-from-school': `
送到村口小卖部，奶奶在那里等。|To the shop at the end of the village, Grandma waits there.|c
要过一条马路，一年级还不敢。|There is a road to cross, too much for year one.|c
这学期都要，下雨天也要。|For the whole term, rain too.|c
和隔壁豆豆一家一起走，两个孩子。|Together with the child next door, two of them.|c`,
  'books-and-uniforms': `
三年级的校服小了，想换一三五的。|The year three uniform is too small, we need size 135.|c
有一套拼音读物，干净的，送给用得着的人。|A set of pinyin readers, clean, for whoever needs it.
上初中要的地图册，旧的就行。|An atlas for middle school, an old one will do.|c
冬天的棉校服，袖子短了两寸。|The padded winter uniform, sleeves two inches short.|c`,
};
