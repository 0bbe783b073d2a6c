export { TestWorld, ownerClient, testWorld } from './world.ts';
export { CastClient } from './client.ts';
export type { AsOptions } from './client.ts';
export type { Answer, RequestOptions } from './world.ts';
export { testCounties } from './counties.ts';
export { testStart } from './template.ts';
export { emptyProgram } from './empty-database.ts';
export type { EmptyProgram } from './empty-database.ts';
