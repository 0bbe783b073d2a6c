import type { StoryKey } from '../content/story-list.ts';
import { abacusClub } from './abacus-club.ts';
import { autumnMarket } from './autumn-market.ts';
import { bambooRafts } from './bamboo-rafts.ts';
import { beeSwarm } from './bee-swarm.ts';
import { beekeeper } from './beekeeper.ts';
import { bicycleRepairCorner } from './bicycle-repair-corner.ts';
import { bloodPressureDay } from './blood-pressure-day.ts';
import { bridgeLamps } from './bridge-lamps.ts';
import { bus12Detour } from './bus-12-detour.ts';
import { carpenterStools } from './carpenter-stools.ts';
import { dialectRecordings } from './dialect-recordings.ts';
import { dongmenNightLamps } from './dongmen-night-lamps.ts';
import { drumTeam } from './drum-team.ts';
import { dumplingKitchen } from './dumpling-kitchen.ts';
import { ferryBell } from './ferry-bell.ts';
import { filmNight } from './film-night.ts';
import { fishFry } from './fish-fry.ts';
import { floodAfternoon } from './flood-afternoon.ts';
import { floodTonight } from './flood-tonight.ts';
import { fluVaccine } from './flu-vaccine.ts';
import { footbridgeNanpu } from './footbridge-nanpu.ts';
import { freeClinicEyes } from './free-clinic-eyes.ts';
import { hearingAidDay } from './hearing-aid-day.ts';
import { herbDrying } from './herb-drying.ts';
import { homeHaircut } from './home-haircut.ts';
import { homePhysio } from './home-physio.ts';
import { homeworkRoom } from './homework-room.ts';
import { kindergartenGarden } from './kindergarten-garden.ts';
import { kiteClass } from './kite-class.ts';
import { leakingTap } from './leaking-tap.ts';
import { letterWriting } from './letter-writing.ts';
import { leveeRaised } from './levee-raised.ts';
import { libraryHalfDay } from './library-half-day.ts';
import { lostAndFoundBox } from './lost-and-found-box.ts';
import { medicineErrand } from './medicine-errand.ts';
import { nightBus } from './night-bus.ts';
import { noodleMaker } from './noodle-maker.ts';
import { oldPhotos } from './old-photos.ts';
import { oldStreetPipes } from './old-street-pipes.ts';
import { oldWellRope } from './old-well-rope.ts';
import { orchardPruning } from './orchard-pruning.ts';
import { paddyEels } from './paddy-eels.ts';
import { persimmonDrying } from './persimmon-drying.ts';
import { persimmonPickingDay } from './persimmon-picking-day.ts';
import { phoneLessons } from './phone-lessons.ts';
import { pingPongTable } from './ping-pong-table.ts';
import { powerWorkShuangjing } from './power-work-shuangjing.ts';
import { riceWine } from './rice-wine.ts';
import { roofTiles } from './roof-tiles.ts';
import { ropeSkipping } from './rope-skipping.ts';
import { schoolLunch } from './school-lunch.ts';
import { schoolWeatherPost } from './school-weather-post.ts';
import { seedSwap } from './seed-swap.ts';
import { sewingRoom } from './sewing-room.ts';
import { snowChains } from './snow-chains.ts';
import { stationLeftLuggage } from './station-left-luggage.ts';
import { sweetPotatoCoop } from './sweet-potato-coop.ts';
import { teaWinterMulch } from './tea-winter-mulch.ts';
import { villageChess } from './village-chess.ts';
import { villageShuttle } from './village-shuttle.ts';
import { waterTowerDahuai } from './water-tower-dahuai.ts';
import { wellWaterTest } from './well-water-test.ts';
import { winterStoveSafety } from './winter-stove-safety.ts';
import { zebraCrossing } from './zebra-crossing.ts';

/** The picture of each of the demonstration's stories, as a function that draws it. */
export const pictures: Readonly<Record<StoryKey, () => string>> = {
  'levee-raised': leveeRaised,
  'autumn-market': autumnMarket,
  'footbridge-nanpu': footbridgeNanpu,
  'bridge-lamps': bridgeLamps,
  'lost-and-found-box': lostAndFoundBox,
  'old-street-pipes': oldStreetPipes,
  'bicycle-repair-corner': bicycleRepairCorner,
  'sweet-potato-coop': sweetPotatoCoop,
  'dongmen-night-lamps': dongmenNightLamps,
  'old-well-rope': oldWellRope,
  'roof-tiles': roofTiles,
  'dumpling-kitchen': dumplingKitchen,
  'sewing-room': sewingRoom,
  'ping-pong-table': pingPongTable,
  'ferry-bell': ferryBell,
  'bus-12-detour': bus12Detour,
  'night-bus': nightBus,
  'snow-chains': snowChains,
  'bamboo-rafts': bambooRafts,
  'station-left-luggage': stationLeftLuggage,
  'village-shuttle': villageShuttle,
  'zebra-crossing': zebraCrossing,
  'flu-vaccine': fluVaccine,
  'blood-pressure-day': bloodPressureDay,
  'hearing-aid-day': hearingAidDay,
  'free-clinic-eyes': freeClinicEyes,
  'winter-stove-safety': winterStoveSafety,
  'herb-drying': herbDrying,
  'home-physio': homePhysio,
  'school-lunch': schoolLunch,
  'kindergarten-garden': kindergartenGarden,
  'kite-class': kiteClass,
  'school-weather-post': schoolWeatherPost,
  'homework-room': homeworkRoom,
  'rope-skipping': ropeSkipping,
  'abacus-club': abacusClub,
  beekeeper: beekeeper,
  'bee-swarm': beeSwarm,
  'paddy-eels': paddyEels,
  'persimmon-drying': persimmonDrying,
  'orchard-pruning': orchardPruning,
  'seed-swap': seedSwap,
  'tea-winter-mulch': teaWinterMulch,
  'fish-fry': fishFry,
  'library-half-day': libraryHalfDay,
  'film-night': filmNight,
  'old-photos': oldPhotos,
  'dialect-recordings': dialectRecordings,
  'drum-team': drumTeam,
  'noodle-maker': noodleMaker,
  'rice-wine': riceWine,
  'village-chess': villageChess,
  'carpenter-stools': carpenterStools,
  'leaking-tap': leakingTap,
  'phone-lessons': phoneLessons,
  'home-haircut': homeHaircut,
  'medicine-errand': medicineErrand,
  'letter-writing': letterWriting,
  'flood-tonight': floodTonight,
  'flood-afternoon': floodAfternoon,
  'water-tower-dahuai': waterTowerDahuai,
  'well-water-test': wellWaterTest,
  'power-work-shuangjing': powerWorkShuangjing,
  'persimmon-picking-day': persimmonPickingDay,
};
