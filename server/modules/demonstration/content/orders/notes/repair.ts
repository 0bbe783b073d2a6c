/** What residents wrote or said when ordering repairs: "Chinese | English", a third cell tells for whom (p parent, n neighbour, c child; empty: oneself). */
export const repairNotes: Readonly<Record<string, string>> = {
  'taps-and-lights': `
卫生间的灯一闪一闪，换过灯泡还是闪。|The bathroom light flickers, even with a new bulb.
马桶水箱一直哗哗响，一个月水费多了二十多块。|The cistern never stops running; the water bill went up by twenty yuan.
堂屋的灯拉绳断了，晚上摸黑上床，绊过一跤。|The pull cord of the front room lamp broke. I go to bed in the dark and tripped once.
洗菜池下面的弯管漏，拿盆接着，一天倒三回。|The bend under the sink leaks. I empty the bowl three times a day.
院子里的水龙头裂了，总阀已经关上。|The tap in the yard has split. The main valve is off.
我妈家楼道进门那盏灯不亮，她眼睛不好。|The lamp inside my mother's door is out, and her eyes are weak.|p
热水一开就小，冷水正常，不知道是不是堵了。|Hot water only trickles, cold is fine. Perhaps it is blocked.
灶台上面那根灯管两头发黑，启动器在家里有备的。|The tube over the stove is black at both ends. I have a spare starter.
洗衣机的水管接头喷水，不敢洗衣服了。|The washing machine hose sprays at the joint, so I dare not wash.
老房子，水表后面那个阀门锈死了，关不上。|An old house: the valve behind the meter is rusted and will not close.
爸一个人住，床头开关失灵，起夜要扶着墙走。|Dad lives alone. The switch by his bed is dead and he feels along the wall at night.|p
淋浴花洒掉下来了，软管也裂了，新花洒已买好。|The shower head fell off and the hose split. I have bought a new one.
厨房插座旁边的灯带不亮了，其他都好。|The strip light by the kitchen socket is dark, everything else works.
地漏反味，下水慢，孩子洗澡水排不下去。|The floor drain smells and runs slowly; the bath water stays.
太阳能上水管滴水，滴到邻居阳台去了。|The pipe to the solar heater drips onto my neighbour's balcony.
隔壁王奶奶不识字，托我说一声，她家灶间灯不亮。|The old lady next door cannot write: her kitchen lamp is out.|n
换个水龙头芯就行，我自己拧不动。|It only needs a new cartridge, but I cannot turn it.
楼上漏下来的水把客厅灯罩泡了，闸已经拉下。|Water from upstairs got into the living room lamp. The fuse is off.`,
  'doors-and-windows': `
大门往下沉，要抬着才能关上。|The front door has sunk; I must lift it to close it.
北屋窗户漏风，冬天灌得呼呼响。|The north window lets the wind howl in.
纱窗破了个大洞，蚊子少了可是飞进来麻雀。|There is a big hole in the screen. Fewer mosquitoes, but a sparrow came in.
孩子屋的门把手掉了，把自己关在里面一回。|The handle of the child's room came off and he was locked in once.|c`,
  'leaking-roof': `
灶屋西角漏，下一夜雨接了半桶。|The west corner of the kitchen leaks: half a bucket in one night of rain.
瓦被猫踩翻了几片，我六十八了不敢上去。|The cat turned over some tiles. I am 68 and will not climb up.
檐沟让树叶堵满，水顺着墙往下流，墙皮都起泡了。|Leaves block the gutter, water runs down the wall and the plaster blisters.
老屋堂前有三处滴水，正好滴在奶奶床尾。|Three drips in the old house, right at the foot of Grandma's bed.|p`,
  'grab-rails': `
妈刚换了膝盖，蹲下去起不来，厕所想装两个扶手。|Mum has a new knee and cannot get up. We would like two rails in the toilet.|p
浴室地砖太滑，上礼拜差点摔了。|The bathroom tiles are slippery; I nearly fell last week.
门口三级台阶，想在右手边装一根。|Three steps at the door, please put a rail on the right.
床边想要一个能抓的，高度等师傅来了量。|Something to hold on to by the bed; measure the height when you come.`,
  'gas-check': `
灶上火苗发黄，锅底熏黑了，没有闻到气味。|The flame is yellow and blackens the pan. No smell of gas.
软管是搬进来那年装的，算算有八年了。|The hose is from the year we moved in, eight years by now.
换了新灶，想请师傅看看接头紧不紧。|We have a new stove; please check the joint.
爸妈不会看日期，麻烦帮忙看看减压阀过期没有。|My parents cannot read the date. Please see whether the regulator has expired.|p`,
  'old-wiring': `
一开电饭锅和电水壶就跳闸。|Rice cooker and kettle together trip the switch.
床头的插座摸着发烫，已经不用了。|The socket by the bed gets hot. I have stopped using it.
房子八几年盖的，线还是铝的，想请人看看。|The house is from the eighties and the cable is still aluminium. Please have a look.
租的房子，房东答应换线，要先列个单子。|I rent. The owner will renew the cable if somebody lists what is needed.`,
  'small-appliances': `
电饭锅不跳保温，饭老是糊底。|The rice cooker does not switch over and the rice burns.
收音机只有沙沙声，老爷子每天要听戏。|The radio only hisses, and the old man wants his opera every day.|p
电热毯一边热一边不热，不敢用。|The electric blanket warms on one side only. I do not dare use it.
落地扇摇头卡住了，拆开过装不回去。|The fan stopped turning. I took it apart and cannot put it together.`,
};
