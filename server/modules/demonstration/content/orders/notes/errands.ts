/** What residents wrote or said about errands; cells as in repair.ts. */
export const errandNotes: Readonly<Record<string, string>> = {
  'shopping-and-medicine': `
降压药还剩两天的，处方在桌上。|Blood pressure tablets for two more days; the prescription is on the table.
脚扭了，帮带两斤青菜、一块豆腐、十个鸡蛋。|Twisted ankle: a kilo of greens, tofu, ten eggs.
米没了，十斤装的就行，要本地新米。|Out of rice: five kilos, this year's local.
孩子发烧走不开，退烧贴和温度计。|My child has a fever: cooling patches and a thermometer.|c
爸的胰岛素要放冰袋里带，拜托了。|Dad's insulin must travel on ice, please.|p
猫粮一袋，盐一包，电池五号四节。|A bag of cat food, salt, four AA batteries.
老花镜断了腿，眼镜店在北门，能不能带去修？|My glasses lost an arm; could you take them to the optician at Beimen?
降糖药和上次一样，医保卡给您。|The same diabetes tablets; I will give you the insurance card.
坐月子，想喝鲫鱼汤，要活的两条。|Just had a baby and long for carp soup: two live ones.
蜂窝煤二十块，放门口就行。|Twenty coal bricks, just put them at the door.
妈咳嗽，卫生院开了药要去取，我在外地。|Mum has a cough; the clinic has her medicine and I am far away.|p
牙口不好，买馒头要软的，五个。|Five steamed buns, soft ones, for bad teeth.
尿垫大号两包，太重了提不动。|Two packs of large pads, too heavy for me.
豆浆机坏了，每天早上想喝碗豆浆，先订三天。|My soya mill broke. A bowl each morning, for three days to begin with.
中药抓七副，方子在站里放着。|Seven doses of herbs; the slip is at the station.
村里小店没有婴儿奶粉，一段的。|The shop has no first-stage baby milk.|c
隔壁老李摔了，帮他带点云南白药和菜。|My neighbour fell; something for bruises and some vegetables, please.|n
孙子回来要包饺子，肉馅两斤，韭菜一把。|Dumplings for my grandson's visit: a kilo of minced pork and a bunch of chives.`,
  parcels: `
儿子寄的棉鞋，到镇上三天了。|Padded shoes from my son, three days at the pick-up point.
一个大箱子，说有十八斤，我拿不动。|A big box, nine kilos they say, too heavy for me.
买错了尺码，要寄回去，单子不会填。|The wrong size must go back and I cannot fill in the slip.
给上大学的孙女寄一包笋干。|A bag of dried bamboo shoots to my granddaughter at college.`,
  'paying-bills': `
电费单子看不懂，是不是多收了？|I cannot read the electricity bill. Did they charge too much?
水费两个月没交，怕停水。|Two months of water unpaid, I am afraid they will cut it.
有线电视续一年，要个收据。|Cable for another year, with a receipt.
妈只认现金，请陪她去营业厅。|Mum only trusts cash; please go to the counter with her.|p`,
  'lift-to-town': `
上午九点前要到妇幼，产检。|Check-up for expectant mothers, by nine.
去县城拔牙，回来不能吹风。|A tooth out in town; no wind on the way back, please.
带一筐鸡蛋去集上，不占地方。|A basket of eggs for the market, it takes little room.
去车站接孙子，行李一个箱子。|To fetch my grandson from the station, one suitcase.`,
  'heavy-things': `
煤气罐搬上三楼，没电梯。|A gas bottle to the third floor, no lift.
旧衣柜从里屋挪到外屋，要拆门板。|An old wardrobe to the next room; the door must come off.
刚收的稻谷八袋，要上阁楼。|Eight sacks of new rice up to the loft.
床要换个方向，怀孕不敢动。|Turn the bed round; I am expecting and must not.
冰箱抬出来扫扫后面，两年没动了。|Lift the fridge out to sweep behind it, after two years.`,
};
