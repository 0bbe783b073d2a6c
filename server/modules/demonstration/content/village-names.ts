/** The 20 villages (村) and communities (社区) of each town: name and its English stem ("大槐村 Dahuai" → "Dahuai Village").
 *  The order gives the codes, so new names go to the end. A stem of two words keeps its second ("Liuhe Street Community"). */
export const villageNames = {
  城关镇: `东门社区 Dongmen · 西门社区 Ximen · 南门社区 Nanmen · 北门社区 Beimen · 文庙社区 Wenmiao
    钟楼社区 Zhonglou · 河街社区 Hejie · 新桥社区 Xinqiao · 车站社区 Chezhan · 棉纺社区 Mianfang
    菜园坝社区 Caiyuanba · 书院社区 Shuyuan · 桂花社区 Guihua · 五里铺村 Wulipu · 杨家湾村 Yangjiawan
    菱塘村 Lingtang · 西坝村 Xiba · 皂角村 Zaojiao · 南山脚村 Nanshanjiao · 砖窑村 Zhuanyao`,
  柳河镇: `大槐村 Dahuai · 上坪村 Shangping · 石桥村 Shiqiao · 东湾村 Dongwan · 柳堡村 Liubao · 渡口村 Dukou
    柳河街社区 Liuhe Street · 圩埂村 Weigeng · 芦荡村 Ludang · 桑园村 Sangyuan · 鲤鱼沟村 Liyugou
    马家埠村 Majiabu · 沈庄村 Shenzhuang · 梅家圩村 Meijiawei · 荷叶塘村 Heyetang · 闸口村 Zhakou
    老埂村 Laogeng · 麦陇村 Mailong · 双柳村 Shuangliu · 鸭嘴村 Yazui`,
  石桥镇: `石桥街社区 Shiqiao Street · 洪家桥村 Hongjiaqiao · 青石村 Qingshi · 碾坊村 Nianfang · 磨盘村 Mopan
    三眼桥村 Sanyanqiao · 石匠村 Shijiang · 岩头村 Yantou · 枣林村 Zaolin · 沙溪村 Shaxi
    吴家坳村 Wujia'ao · 白果村 Baiguo · 竹园村 Zhuyuan · 石鼓村 Shigu · 长冲村 Changchong
    板桥村 Banqiao · 凉亭村 Liangting · 水磨村 Shuimo · 乌石村 Wushi · 田心村 Tianxin`,
  东湾镇: `东湾街社区 Dongwan Street · 湾头村 Wantou · 湾尾村 Wanwei · 渔湾村 Yuwan · 月亮湾村 Yueliangwan
    大湖村 Dahu · 藕塘村 Outang · 鹭滩村 Lutan · 网山村 Wangshan · 黄泥塘村 Huangnitang
    潘家湾村 Panjiawan · 菖蒲村 Changpu · 稻香村 Daoxiang · 夏家墩村 Xiajiadun · 沙洲村 Shazhou
    新圩村 Xinwei · 桥下村 Qiaoxia · 银杏村 Yinxing · 羊角村 Yangjiao · 泊船村 Bochuan`,
  上坪乡: `坪顶村 Pingding · 中坪村 Zhongping · 下坪村 Xiaping · 茶坪村 Chaping · 梨树坪村 Lishuping
    薯坪村 Shuping · 谷坪村 Guping · 高坎村 Gaokan · 半山村 Banshan · 山坳村 Shan'ao
    岩洞村 Yandong · 蕨溪村 Juexi · 核桃村 Hetao · 杉木村 Shamu · 火石村 Huoshi
    鹿塘村 Lutang · 马鞍村 Ma'an · 柿子沟村 Shizigou · 泉眼村 Quanyan · 罗家寨村 Luojiazhai`,
  青岩镇: `青岩街社区 Qingyan Street · 岩脚村 Yanjiao · 铜锣村 Tongluo · 石灰窑村 Shihuiyao · 凤凰台村 Fenghuangtai
    牛栏冲村 Niulanchong · 古樟村 Guzhang · 鸡鸣村 Jiming · 碧潭村 Bitan · 范家大院村 Fanjiadayuan
    滴水岩村 Dishuiyan · 黄连村 Huanglian · 坛子村 Tanzi · 烟墩村 Yandun · 樱桃沟村 Yingtaogou
    木鱼村 Muyu · 笔架村 Bijia · 簸箕村 Boji · 八角村 Bajiao · 蓝田村 Lantian`,
  白塔镇: `白塔街社区 Baita Street · 塔前村 Taqian · 塔后村 Tahou · 钟鼓村 Zhonggu · 柏树村 Baishu
    油坊村 Youfang · 粉墙村 Fenqiang · 豆腐营村 Doufuying · 曹家集村 Caojiaji · 贺家堰村 Hejiayan
    槐荫村 Huaiyin · 桃坞村 Taowu · 瓦窑村 Wayao · 白鹤村 Baihe · 灯盏村 Dengzhan
    棉田村 Miantian · 双塘村 Shuangtang · 七里村 Qili · 芝麻村 Zhima · 蒋家楼村 Jiangjialou`,
  枫林乡: `枫林村 Fenglin · 红叶村 Hongye · 枫树坳村 Fengshu'ao · 栗树村 Lishu · 松涛村 Songtao
    樵岭村 Qiaoling · 黑松村 Heisong · 蜂桶村 Fengtong · 苦竹村 Kuzhu · 葛藤村 Geteng
    野菊村 Yeju · 羊肠村 Yangchang · 冷水村 Lengshui · 风车村 Fengche · 雾溪村 Wuxi
    牛背村 Niubei · 老鹰岩村 Laoyingyan · 炭窑村 Tanyao · 橡子村 Xiangzi · 三岔村 Sancha`,
  南浦镇: `南浦街社区 Nanpu Street · 浦口村 Pukou · 浦西村 Puxi · 盐仓村 Yancang · 米市村 Mishi
    码头村 Matou · 芦花村 Luhua · 虾塘村 Xiatang · 蚕桑村 Cansang · 白沙村 Baisha
    黄花村 Huanghua · 长堤村 Changdi · 菱角村 Lingjiao · 蟹湖村 Xiehu · 风荷村 Fenghe
    汪家汊村 Wangjiacha · 水车村 Shuiche · 席家桥村 Xijiaqiao · 晚渡村 Wandu · 甘蔗村 Ganzhe`,
  云岭乡: `云岭村 Yunling · 云脚村 Yunjiao · 望云村 Wangyun · 雪窝村 Xuewo · 鹰嘴村 Yingzui
    石门村 Shimen · 茶亭村 Chating · 箬竹村 Ruozhu · 三丫村 Sanya · 背阴村 Beiyin
    向阳村 Xiangyang · 兰草村 Lancao · 岩茶村 Yancha · 高台村 Gaotai · 溪源村 Xiyuan
    杜鹃村 Dujuan · 瀑下村 Puxia · 黄牛村 Huangniu · 斗笠村 Douli · 梯田村 Titian`,
  双井镇: `双井街社区 Shuangjing Street · 甜水井村 Tianshuijing · 古井村 Gujing · 井边村 Jingbian · 柳泉村 Liuquan
    砚池村 Yanchi · 辘轳村 Lulu · 唐家店村 Tangjiadian · 瓜棚村 Guapeng · 大路口村 Dalukou
    驿站村 Yizhan · 马坊村 Mafang · 红砂村 Hongsha · 杏花村 Xinghua · 青麦村 Qingmai
    梁家堡村 Liangjiabao · 许家集村 Xujiaji · 石榴园村 Shiliuyuan · 酱园村 Jiangyuan · 窑头村 Yaotou`,
  古渡镇: `古渡街社区 Gudu Street · 渡船头村 Duchuantou · 官渡村 Guandu · 沙嘴村 Shazui · 鱼梁村 Yuliang
    鹅洲村 Ezhou · 橘洲村 Juzhou · 柚园村 Youyuan · 河心村 Hexin · 栈房村 Zhanfang
    船匠村 Chuanjiang · 铁匠铺村 Tiejiangpu · 纤道村 Qiandao · 蕉园村 Jiaoyuan · 麻石村 Mashi
    汇口村 Huikou · 会馆村 Huiguan · 回水村 Huishui · 乌篷村 Wupeng · 枇杷村 Pipa`,
} as const;
