import { parentPort, workerData } from 'node:worker_threads';
import { drawPaper } from './draw-paper.ts';
import type { Paper } from './messages.ts';

// Drawing takes a second of one core, most of it for unpacking the type: not on the thread that answers everybody.
const bytes = await drawPaper(workerData as Paper);
parentPort?.postMessage(bytes, []);
