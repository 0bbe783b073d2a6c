/** What residents wrote or said when they needed a hand; cells as in repair.ts. */
export const neighbourNotes: Readonly<Record<string, string>> = {
  'harvest-hands': `
一亩八的晚稻，天气预报后天有雨。|Half an acre of late rice, and rain is forecast.
玉米掰了一半，腰闪了。|Half the maize is in, and my back is out.
儿子儿媳赶不回来，红薯还在地里。|My son cannot get back and the sweet potatoes are still in the ground.
橘子要下树，梯子有，人手没有。|The oranges must come down. We have a ladder but no hands.`,
  'ditches-and-snow': `
门口的沟让淤泥堵了，一下雨水进院子。|Mud blocks our ditch and rain runs into the yard.
巷子口落叶一尺厚，老人踩着打滑。|Leaves a foot deep at the lane; the old people slip.
后山冲下来的石子把路埋了一截。|Gravel from the hill has buried part of the path.
卫生室门前那段阴沟盖板松了，先围一下也好。|The drain cover at the clinic is loose; even a barrier would help.`,
  'something-else': `
院里来了只受伤的白鹭，怎么办？|There is a hurt egret in our yard. What shall we do?
想找人合唱，我会拉二胡。|I play the erhu and look for people to sing with.
家里的老钟停了，镇上没人会修。|Our old clock has stopped, and nobody in town mends clocks.
走丢一只黄狗，右耳缺一块，叫阿福。|Lost: a yellow dog, a piece missing from the right ear, answers to Afu.
门牌掉了，送信的老是找错。|Our house number fell off and the postman goes astray.
想给九十岁的妈过生日，少个会照相的。|Mum turns ninety and we have nobody to take the picture.|p
菜地里来了野猪，晚上不敢出门。|Wild boar in the vegetable plot. I dare not go out at night.
想把老屋的照片扫下来，怕弄坏。|I want the old photographs copied but fear to spoil them.
钥匙掉到井里了，捞过，没捞着。|My key is in the well. I fished for it without luck.
隔壁两天没开门，灯亮着，我有点担心。|The door next to mine has not opened for two days and the lamp is on. I am a little worried.|n
想学织毛衣，手套那种。|I should like to learn knitting, gloves.
三轮车后胎扎了，推不到镇上。|A flat on my tricycle, too far to push to town.
求一棵枇杷苗，种在爷爷坟边。|I am looking for a loquat seedling to plant by Grandpa's grave.
村口的长椅少一条腿，坐的都是老人。|The bench at the village end lacks a leg, and it is old people who sit there.
能不能教我认秤？集上老怕算错。|Could someone teach me to read the scales? I always fear mistakes at the market.
搬来半年，一个人也不认识，想找个带孩子的伴。|Half a year here and I know nobody. I would like to meet another mother.`,
};
