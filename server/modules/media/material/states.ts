import { defineStates } from '#platform/states';
import type { MaterialState } from '../contract.ts';

/** Where sound or video stands: it waits for its conversion, is converted, can be used, could not be converted, or was stopped by somebody. A document is ready from the beginning. */
export const materialStates = defineStates<MaterialState>('material', 'media.materials', 'waiting', {
  waiting: ['converting', 'failed', 'stopped'],
  converting: ['waiting', 'ready', 'failed', 'stopped'],
  ready: [],
  failed: ['waiting'],
  stopped: ['waiting'],
});
