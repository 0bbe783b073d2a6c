/** The demonstration's stories in reading order of their sections: `subject` says what the picture must show.
 *  `stage` is where the story stands when the county's clock is held; absent means published. */
export const storyList = [
  // 县里的事
  {
    key: 'levee-raised',
    section: 'county',
    subject: 'people passing sandbags by lantern light along a river levee at dusk',
  },
  {
    key: 'autumn-market',
    section: 'county',
    subject: 'square with market stalls, striped awnings, pumpkins, chestnuts and a clock tower',
  },
  {
    key: 'footbridge-nanpu',
    section: 'county',
    subject: 'wooden arched footbridge over a narrow creek, carpenter fixing one new plank',
  },
  {
    key: 'bridge-lamps',
    section: 'county',
    subject: 'stone bridge at night with nine round glowing lamps reflected in water',
  },
  {
    key: 'lost-and-found-box',
    section: 'county',
    subject: 'open wooden box with umbrella, glove, keys, toy rabbit and spectacles',
  },
  {
    key: 'old-street-pipes',
    section: 'county',
    subject: 'trench in a paved street with a big new drain pipe and cones',
  },
  {
    key: 'bicycle-repair-corner',
    section: 'county',
    subject: 'upside-down bicycle with spanner, pump and patched inner tube on stand',
  },
  // 村里的事
  {
    key: 'sweet-potato-coop',
    section: 'villages',
    subject: 'heap of red sweet potatoes beside a weighing scale and an account book',
  },
  {
    key: 'dongmen-night-lamps',
    section: 'villages',
    subject: 'narrow lane, person on ladder fitting a street lamp under the moon',
  },
  {
    key: 'old-well-rope',
    section: 'villages',
    subject: 'round stone well with windlass, rope and wooden bucket under big tree',
  },
  {
    key: 'roof-tiles',
    section: 'villages',
    stage: 'second-review',
    subject: 'two people laying grey tiles on a sloping roof, tile stack on ground',
  },
  {
    key: 'dumpling-kitchen',
    section: 'villages',
    subject: 'round bamboo tray full of dumplings, rolling pin, steam from a pot',
  },
  {
    key: 'sewing-room',
    section: 'villages',
    subject: 'old pedal sewing machine with blue cloth, scissors and thread spools',
  },
  {
    key: 'ping-pong-table',
    section: 'villages',
    subject: 'concrete ping-pong table outdoors, two bats, ball in flight, brick net',
  },
  {
    key: 'ferry-bell',
    section: 'villages',
    subject: 'small river ferry boat by a jetty post with a hanging bronze bell',
  },
  // 出行
  {
    key: 'bus-12-detour',
    section: 'travel',
    subject: 'green bus turning at a fork, route line with three grey crossed stops',
  },
  {
    key: 'night-bus',
    section: 'travel',
    stage: 'final-review',
    subject: 'bus with lit windows at a shelter under stars and a crescent moon',
  },
  { key: 'snow-chains', section: 'travel', subject: 'car wheel wrapped in snow chains on a snowy mountain road' },
  { key: 'bamboo-rafts', section: 'travel', subject: 'bamboo raft with a pole and two chairs tied to a river bank' },
  {
    key: 'station-left-luggage',
    section: 'travel',
    subject: 'row of luggage lockers, one open, holding suitcase and woven bag',
  },
  {
    key: 'village-shuttle',
    section: 'travel',
    subject: 'small yellow van at a mountain village stop, woman with basket boarding',
  },
  {
    key: 'zebra-crossing',
    section: 'travel',
    subject: 'freshly painted zebra crossing, children with satchels, paint roller and bucket',
  },
  // 健康
  { key: 'flu-vaccine', section: 'health', subject: 'nurse with syringe beside seated old man rolling up one sleeve' },
  {
    key: 'blood-pressure-day',
    section: 'health',
    subject: 'blood pressure cuff on an arm, dial gauge, table with checked cloth',
  },
  {
    key: 'hearing-aid-day',
    section: 'health',
    subject: 'big ear in profile with small hearing aid and tiny batteries',
  },
  { key: 'free-clinic-eyes', section: 'health', subject: 'eye chart on wall, person covering one eye with a spoon' },
  {
    key: 'winter-stove-safety',
    section: 'health',
    subject: 'iron stove with chimney pipe through window and a round alarm above',
  },
  { key: 'herb-drying', section: 'health', subject: 'herbs in flat round baskets and a brass mortar and pestle' },
  {
    key: 'home-physio',
    section: 'health',
    subject: 'old woman walking between two chairs with walking frame, helper beside',
  },
  // 上学
  { key: 'school-lunch', section: 'school', subject: 'school lunch tray with rice, tofu, greens, soup and an orange' },
  {
    key: 'kindergarten-garden',
    section: 'school',
    subject: 'small children watering cabbages in raised beds with red watering cans',
  },
  {
    key: 'kite-class',
    section: 'school',
    subject: 'swallow-shaped kite flying over a playground, child holding the reel',
  },
  {
    key: 'school-weather-post',
    section: 'school',
    subject: 'white louvred weather box on legs, rain gauge, wind vane, pupils writing',
  },
  {
    key: 'homework-room',
    section: 'school',
    subject: 'long table, desk lamp, open exercise books, pencils, child and elder',
  },
  { key: 'rope-skipping', section: 'school', subject: 'long skipping rope in an arc with three children jumping' },
  { key: 'abacus-club', section: 'school', subject: 'large wooden abacus with two hands moving the beads' },
  // 农事
  {
    key: 'beekeeper',
    section: 'farming',
    subject: 'beekeeper in veiled hat lifting a honeycomb frame from wooden hives',
  },
  {
    key: 'bee-swarm',
    section: 'farming',
    stage: 'returned',
    subject: 'dark bee swarm hanging from a plum branch above a straw basket',
  },
  {
    key: 'paddy-eels',
    section: 'farming',
    subject: 'flooded rice paddy cut away showing eels swimming between rice stems',
  },
  {
    key: 'persimmon-drying',
    section: 'farming',
    subject: 'strings of peeled orange persimmons hanging under wooden eaves',
  },
  {
    key: 'orchard-pruning',
    section: 'farming',
    subject: 'bare pear tree, ladder, person with pruning saw, cut branches below',
  },
  { key: 'seed-swap', section: 'farming', subject: 'paper seed packets and jars of beans and corn on a table' },
  {
    key: 'tea-winter-mulch',
    section: 'farming',
    subject: 'curved terraces of tea bushes, farmer spreading straw between the rows',
  },
  { key: 'fish-fry', section: 'farming', subject: 'tub tilted into a pond, many tiny fish pouring into the water' },
  // 文化
  {
    key: 'library-half-day',
    section: 'culture',
    subject: 'library door with a half-closed shutter and a red book-return box',
  },
  {
    key: 'film-night',
    section: 'culture',
    subject: 'open-air film screen between two trees, projector beam, rows of stools',
  },
  {
    key: 'old-photos',
    section: 'culture',
    subject: 'old black-and-white photographs with corner mounts in an album, magnifying glass',
  },
  { key: 'dialect-recordings', section: 'culture', subject: 'old man in front of a microphone, sound wave and teapot' },
  { key: 'drum-team', section: 'culture', subject: 'three women beating big red drums, sticks with ribbons raised' },
  {
    key: 'noodle-maker',
    section: 'culture',
    stage: 'first-review',
    subject: 'man stretching long noodles on tall wooden racks in the sun',
  },
  {
    key: 'rice-wine',
    section: 'culture',
    subject: 'earthenware jar with ladle, steamed rice basket and a small wine bowl',
  },
  {
    key: 'village-chess',
    section: 'culture',
    subject: 'Chinese chessboard with round pieces on stone table under a pavilion',
  },
  // 找人帮忙
  {
    key: 'carpenter-stools',
    section: 'help',
    subject: 'carpenter with plane, wood shavings and small half-finished stool',
  },
  { key: 'leaking-tap', section: 'help', subject: 'dripping kitchen tap with adjustable wrench and a bucket beneath' },
  { key: 'phone-lessons', section: 'help', subject: 'two hands, one old one young, holding a phone with huge buttons' },
  {
    key: 'home-haircut',
    section: 'help',
    subject: 'barber cutting hair of an elder seated in a courtyard, cape, mirror',
  },
  {
    key: 'medicine-errand',
    section: 'help',
    subject: 'electric scooter with a delivery box and paper medicine bag, mountain road',
  },
  {
    key: 'letter-writing',
    section: 'help',
    subject: 'desk with fountain pen, handwritten letter, envelope and ink bottle',
  },
  // 通知
  {
    key: 'flood-tonight',
    section: 'notices',
    stage: 'final-review',
    subject: 'cars parked on high ground above a rising river at night',
  },
  { key: 'flood-afternoon', section: 'notices', subject: 'river gauge post in brown water under rain clouds by day' },
  {
    key: 'water-tower-dahuai',
    section: 'notices',
    subject: 'tall water tower beside a huge locust tree, worker climbing the ladder',
  },
  {
    key: 'well-water-test',
    section: 'notices',
    stage: 'withdrawn',
    subject: 'glass test tubes and sample bottle of water beside a hand pump',
  },
  {
    key: 'power-work-shuangjing',
    section: 'notices',
    subject: 'electric pole with two linemen on wires, candle and torch below',
  },
  {
    key: 'persimmon-picking-day',
    section: 'notices',
    subject: 'people picking persimmons with long poles and baskets, ribbon on gate',
  },
] as const;

/** The name of one of the demonstration's stories. */
export type StoryKey = (typeof storyList)[number]['key'];

/** Where a story stands when the county's clock is held. */
export type StoryStage = 'published' | 'first-review' | 'second-review' | 'final-review' | 'returned' | 'withdrawn';

/** Where this story stands when the county's clock is held; published unless the list says otherwise. */
export function storyStage(key: StoryKey): StoryStage {
  const row: { key: StoryKey; stage?: StoryStage } | undefined = storyList.find((candidate) => candidate.key === key);
  return row?.stage ?? 'published';
}
