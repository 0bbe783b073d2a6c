export { TestWorld, ownerClient, testWorld } from './world.ts';
export type { Answer, RequestOptions } from './world.ts';
export { testCounties } from './counties.ts';
export { testStart } from './template.ts';
