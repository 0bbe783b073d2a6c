/** The volunteers, one a line: name | age | home | skills | licence:days until it expires | hours (week.ts) | reach | languages | "new" if not yet trained.
 *  Two licences have expired and two people are minors, so that the gates have something to stop. */
export const volunteerTable = `
罗小川 Luo Xiaochuan|34|东门社区|water-and-lights wiring|electrician:420|evenings weekends|e|dm
孙立冬 Sun Lidong|58|河街社区|water-and-lights wiring appliances|electrician:210|any|e|dm
许大勇 Xu Dayong|46|大槐村|water-and-lights roofing anything|work-at-height:150|any|c|dm
马长水 Ma Changshui|61|柳河街社区|water-and-lights||any|b|d
高满仓 Gao Mancang|55|石桥街社区|water-and-lights wiring|electrician:88|any|e|dm
田有根 Tian Yougen|63|东湾街社区|water-and-lights||any|e|d
潘小军 Pan Xiaojun|29|新桥社区|water-and-lights appliances||evenings weekends|e|dm
韩青山 Han Qingshan|52|青岩街社区|water-and-lights gas|gas-fitter:300|any|c|dm
郑守田 Zheng Shoutian|57|南浦街社区|water-and-lights||any|e|d
杜春生 Du Chunsheng|49|双井街社区|water-and-lights wiring|electrician:-12|days weekends|e|dm
秦木生 Qin Musheng|60|白塔街社区|carpentry water-and-lights||any|e|d
邓开山 Deng Kaishan|44|坪顶村|water-and-lights roofing|work-at-height:365|any|c|dm
鲁木林 Lu Mulin|66|文庙社区|carpentry anything||any|e|d
曹松 Cao Song|41|洪家桥村|carpentry roofing|work-at-height:95|days weekends|c|dm
彭贵生 Peng Guisheng|59|古渡街社区|carpentry||any|e|d
施有光 Shi Youguang|48|粉墙村|roofing carpentry|work-at-height:30|any|c|dm
董阿福 Dong Afu|53|枫林村|carpentry roofing|work-at-height:240|any|e|d
熊铁柱 Xiong Tiezhu|38|车站社区|gas lifting anything|gas-fitter:510|days weekends|c|dm
万晓波 Wan Xiaobo|33|钟楼社区|appliances wiring|electrician:600|evenings weekends|c|dm
侯保全 Hou Baoquan|68|北门社区|appliances||any|b|d
许春华 Xu Chunhua|56|东门社区|escort company|first-aid:330|any|e|dm
葛秀兰 Ge Xiulan|62|西门社区|escort|first-aid:120|any|e|dm
宋桂英 Song Guiying|59|柳河街社区|escort personal-care|first-aid:275|any|e|dm
唐玉梅 Tang Yumei|51|石桥街社区|escort company|first-aid:64|days weekends|e|dm
田小禾 Tian Xiaohe|27|书院社区|escort walking-aids|first-aid:500|afternoons weekends|e|dme
崔彩霞 Cui Caixia|48|双井街社区|escort|first-aid:410|any|e|dm
冯巧云 Feng Qiaoyun|54|南浦街社区|escort company|first-aid:180|any|e|d
姜月娥 Jiang Yue'e|60|白塔街社区|escort|first-aid:90|any|e|d
卢静 Lu Jing|36|桂花社区|vital-signs personal-care|nurse:365 first-aid:365|evenings weekends|c|dm
金雨 Jin Yu|31|柳河街社区|vital-signs personal-care|nurse:700 first-aid:210|days|e|dm
邵文秀 Shao Wenxiu|45|青岩街社区|vital-signs|nurse:210 first-aid:210|any|e|dm
钟慧 Zhong Hui|39|南门社区|exercises|therapist:420|any|c|dm
贾立新 Jia Lixin|50|石桥街社区|exercises walking-aids|therapist:33|days weekends|c|dm
廖芳 Liao Fang|42|东湾街社区|vital-signs personal-care|nurse:128|afternoons weekends|e|dm
温秀珍 Wen Xiuzhen|64|古渡街社区|personal-care company|first-aid:15|any|b|d
倪小燕 Ni Xiaoyan|47|棉纺社区|personal-care housework|first-aid:260|any|e|dm
苗国梁 Miao Guoliang|65|钟楼社区|haircutting||any|e|d
阮丽 Ruan Li|37|柳河街社区|haircutting||afternoons|e|dm
白小玲 Bai Xiaoling|44|石桥街社区|haircutting||mornings afternoons|e|dm
尤三妹 You Sanmei|52|云岭村|haircutting housework||any|e|d
易阿平 Yi Aping|58|双井街社区|haircutting||any|e|d
常玉兰 Chang Yulan|63|南门社区|housework company||any|e|d
俞爱珍 Yu Aizhen|57|大槐村|housework cooking|health-certificate:100|any|b|d
康淑芬 Kang Shufen|55|棉纺社区|cooking housework|health-certificate:230|mornings afternoons|e|dm
齐月琴 Qi Yueqin|66|沈庄村|company storytelling|child-protection:300|any|b|d
汤桂香 Tang Guixiang|49|石桥村|cooking housework|health-certificate:45|any|e|d
伍明珠 Wu Mingzhu|61|湾头村|company housework||any|b|d
颜福来 Yan Fulai|70|河街社区|company settling-quarrels anything||any|b|ds
余家祥 Yu Jiaxiang|67|罗家寨村|company settling-quarrels||any|e|d
雷冬梅 Lei Dongmei|46|青岩街社区|cooking company|health-certificate:310|any|e|dm
陆一鸣 Lu Yiming|23|书院社区|tutoring phones|child-protection:500|after-school weekends|b|me
夏知秋 Xia Zhiqiu|35|桂花社区|tutoring storytelling|child-protection:240|after-school weekends|e|dme
蒋书文 Jiang Shuwen|64|文庙社区|tutoring writing|child-protection:150|any|b|dm
方小雨 Fang Xiaoyu|26|柳河街社区|tutoring child-minding|child-protection:330|after-school weekends|e|dm
顾禾 Gu He|30|大槐村|storytelling child-minding|child-protection:330|after-school weekends|e|dm
程爽 Cheng Shuang|28|新桥社区|child-minding tutoring|child-protection:200|after-school weekends|e|m
柯敏 Ke Min|40|石桥街社区|tutoring child-minding|child-protection:75|after-school weekends|e|dm
黎晓 Li Xiao|33|双井街社区|tutoring storytelling|child-protection:-5|after-school weekends|e|dm
史秀玉 Shi Xiuyu|60|东湾街社区|child-minding storytelling|child-protection:410|any|e|d
石小岩 Shi Xiaoyan|17|书院社区|tutoring phones||weekends|w|me|new
章可 Zhang Ke|16|东门社区|phones||weekends|w|m|new
孟秋菊 Meng Qiuju|53|洪家桥村|child-minding cooking|child-protection:130 health-certificate:80|any|e|dm
龚小蓉 Gong Xiaorong|29|湾头村|tutoring online-services|child-protection:620|after-school weekends|e|dm
丁家旺 Ding Jiawang|39|五里铺村|errands lifting anything|driving:900|any|c|dm
江阿海 Jiang Ahai|45|渡口村|errands floods|driving:400 first-aid:140|any|c|d
汪水生 Wang Shuisheng|50|柳堡村|errands floods clearing|driving:700 first-aid:220|any|c|d
屈大山 Qu Dashan|47|上坪村|errands fieldwork lifting anything|driving:300|any|c|dm
穆春 Mu Chun|32|车站社区|errands counters|driving:1100|days weekends|c|dm
涂禾苗 Tu Hemiao|25|中坪村|errands phones online-services|driving:1300|any|e|dm
焦保田 Jiao Baotian|56|杏花村|errands fieldwork|driving:60|any|c|d
柏云生 Bai Yunsheng|43|云岭村|errands lifting clearing anything|driving:520|any|c|dm
简秋 Jian Qiu|38|盐仓村|errands lifting|driving:410|any|c|dm
闵大林 Min Dalin|51|枫林村|errands clearing fieldwork|driving:250|any|c|d
翁敬之 Weng Jingzhi|72|书院社区|writing reading-aloud settling-quarrels||any|w|dm
裴兰 Pei Lan|58|柳河街社区|writing reading-aloud counters||any|b|dm
关小宁 Guan Xiaoning|22|新桥社区|phones online-services fraud-checks||afternoons weekends|b|mes
霍青 Huo Qing|41|石桥街社区|phones online-services counters||any|e|dm
祝平安 Zhu Ping'an|36|北门社区|fraud-checks online-services phones||evenings weekends|e|dm
沙玉成 Sha Yucheng|60|东湾街社区|counters writing reading-aloud errands||any|e|d
牛春来 Niu Chunlai|48|双柳村|floods lifting clearing fieldwork anything|first-aid:310|any|e|d|new`;
