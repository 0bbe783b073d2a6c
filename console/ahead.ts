import { askAhead } from './kit/ahead.ts';
import { isLockUntold } from './kit/station-mark.ts';
import { pageAt } from './shell/pages.ts';

// The first of the console's scripts, and a tiny one: it has the browser fetch and compile the page's own part, asks the desk for what that will show, and lets the part begin,
// while the shell is still on its way.
const path = location.pathname.replace(/^\/console/, '');
const story = /^\/stories\/([^/]+)\/(edit|review)$/.exec(path);
const isOutside = /^\/(sign-in|invitation|slip)\b/.test(path);
// A page that is opened in another language asks by itself.
const asksAlone = new URLSearchParams(location.search).has('language');

// Nor is anything read in a session that somebody locked.
const mayAsk = !isOutside && !asksAlone && !isLockUntold();
if (mayAsk) {
  askAhead('/api/v1/me');
  if (story) for (const part of ['', '/comments']) askAhead(`/api/v1/stories/${story[1]}${part}`);
  // As the board asks when nothing is filtered.
  if (path === '/plan' && location.search === '' && sessionStorage.getItem('xiangyin.place') === null)
    askAhead('/api/v1/plan');
}
// What fails here the page meets again, and says so.
letBegin().catch(() => undefined);
// A browser reads what it knows of dates when they are first asked for: now, while it waits, and not when the page is drawn, of which it was a tenth.
new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', hour: 'numeric' }).formatToParts(0);

async function letBegin(): Promise<void> {
  const part = await pageAt(path)?.load();
  if (mayAsk && typeof part?.['begin'] === 'function') (part['begin'] as (path: string) => void)(path);
}
