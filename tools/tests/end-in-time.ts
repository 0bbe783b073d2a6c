import { getPriority, setPriority } from 'node:os';
import { setTimeout } from 'node:timers';
import { endWithChildren, tellChildren } from '../end-with-children.ts';

/** Loaded into every test process: node:test gives up a test that takes too long, but a timer or socket left open would keep its process for ever. */
const milliseconds = Number(process.env['XIANGYIN_TEST_FILE_MILLISECONDS']);
if (milliseconds > 0) {
  setTimeout(() => {
    const open = process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap');
    process.stderr.write(`still running after ${milliseconds} ms; open: ${open.join(', ')}\n`);
    tellChildren();
    process.exit(1);
  }, milliseconds).unref();
}

// A run that is told to end ends its test processes; what they started (a product, a server, a browser) must not outlive them.
endWithChildren();

// What computes gives way to what somebody waits for: a browser, and the demonstration that it is shown.
// A run that gives way already (`nice`) stays so: root alone could take it back.
const priority = Number(process.env['XIANGYIN_TEST_PRIORITY']);
if (priority > getPriority()) setPriority(priority);
