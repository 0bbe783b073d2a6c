/** Words said at a door: the first of the pair, and the second. Plain, easy to say in any dialect, and no two of them sound alike, whatever the tone: a test holds that. */
const lists = {
  helper: {
    'zh-CN': [
      '清溪 石桥 老槐 东风 白鹭 青竹 红枣 春雨 晚霞 小满 山泉 稻香 杏花 新月 暖阳 柳堤',
      '灯笼 竹篮 木船 茶壶 蒲扇 麻雀 豆腐 算盘 风筝 水车 棉鞋 石磨 蓑衣 铜铃 瓦罐 米糕',
    ],
    en: [
      'river stone willow autumn silver bamboo cherry morning evening harvest spring meadow apricot moon sunny harbour',
      'lantern basket boat teapot fan sparrow tofu abacus kite mill slipper grindstone raincoat bell jar cake',
    ],
  },
  served: {
    'zh-CN': [
      '大雁 黄牛 喜鹊 花猫 白鹅 老虎 蜜蜂 金鱼 山羊 兔子 公鸡 骆驼 青蛙 蝴蝶 燕子 松鼠 海豚 熊猫 孔雀 毛驴 螃蟹 乌龟 狐狸 鸽子',
      '冬瓜 萝卜 花生 玉米 白菜 土豆 核桃 西瓜 荔枝 芝麻 茄子 韭菜 葡萄 草莓 香菇 莲藕 板栗 黄瓜 石榴 柿子 菠萝 辣椒 绿豆 南瓜',
    ],
    en: [
      'goose ox magpie kitten swan tiger bee goldfish goat rabbit rooster camel frog butterfly swallow squirrel dolphin panda peacock donkey crab turtle fox pigeon',
      'melon radish peanut corn cabbage potato walnut pear lychee sesame aubergine leek grape strawberry mushroom lotus chestnut cucumber pomegranate persimmon pineapple pepper bean pumpkin',
    ],
  },
} as const;

/** The words of a pair that whoever comes says (`helper`) or hears (`served`), first and second, in a language. */
export const doorstepWords = (who: keyof typeof lists, language: 'zh-CN' | 'en'): [string[], string[]] => {
  const [first, second] = lists[who][language];
  return [first.split(' '), second.split(' ')];
};
