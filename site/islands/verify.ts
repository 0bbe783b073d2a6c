/** Checks a mark in this browser: with the keys that came with the page or were pinned before, and only afterwards, where there is a network, asks what stands there today. */
import type { HoursMarkClaim, KeyList, StoryMarkClaim, StoryStanding } from '@xiangyin/server/contract';
import { dayLocale } from './day-locale.ts';
import { checkMark, isOfHours, markIn } from './verify/check-mark.ts';
import type { Finding } from './verify/check-mark.ts';
import { spanWords, unbroken } from './verify/day-words.ts';
import { listMadeAt, listPath, standingIn } from './verify/hours-standing.ts';
import { newestList } from './verify/kept-lists.ts';
import { knownKeys } from './verify/known-keys.ts';
import type { KnownKeys, Pinned } from './verify/known-keys.ts';
import { textInPicture } from './verify/scan-picture.ts';
import { storyStanding } from './verify/story-standing.ts';

const pinName = 'xiangyin.keys';
function start(root: HTMLElement): void {
  const list = JSON.parse(root.dataset['keys'] ?? 'null') as KeyList | null;
  if (!list) return;
  let known = knownKeys(list, pinned());
  pin(known);
  tell(root, known);
  root.querySelector('[data-trust]')?.addEventListener('click', () => {
    known = knownKeys(list, undefined);
    pin(known);
    tell(root, known);
    checkAddress();
  });
  const check = (text: string): void => show(root, checkMark(markIn(text), known.keys), known);
  const checkAddress = (): void => {
    if (location.hash.length > 1) check(location.hash);
  };
  listen(root, check);
  // Where this page is kept for when there is no network, the first list is too; which certificate, nobody learns.
  void navigator.serviceWorker?.ready
    .then(() => fetchedList({ idx: 0 }))
    .then((list) => newestList(shelf(), { idx: 0 }, list, known.keys));
  window.addEventListener('hashchange', checkAddress);
  checkAddress();
}

function listen(root: HTMLElement, check: (text: string) => void): void {
  const typed = root.querySelector<HTMLTextAreaElement>('[data-mark]');
  root.querySelector('[data-check]')?.addEventListener('click', () => check(typed?.value ?? ''));
  root.querySelector<HTMLInputElement>('[data-photo]')?.addEventListener('change', (event) => {
    const file = event.currentTarget instanceof HTMLInputElement ? event.currentTarget.files?.[0] : undefined;
    if (file) void textInPicture(file).then((text) => (text === undefined ? only(root, 'no-code') : check(text)));
  });
  for (const part of root.querySelectorAll<HTMLElement>('[data-tools]')) part.hidden = false;
}

function show(root: HTMLElement, finding: Finding, known: KnownKeys): void {
  if (finding.kind !== 'unreadable' && isOfHours(finding.claim))
    return showHours(root, finding.kind, finding.claim, known);
  only(root, finding.kind);
  if (finding.kind === 'unreadable' || isOfHours(finding.claim)) return;
  fill(root, finding.claim, known);
  only(root, finding.kind, 'claim');
  // The claim of a false mark is anybody's word: nothing is looked up for it.
  if (finding.kind === 'good' || finding.kind === 'stolen') void lookUp(root, finding.claim);
}

function showHours(root: HTMLElement, kind: Finding['kind'], claim: HoursMarkClaim, known: KnownKeys): void {
  fillHours(root, claim, known);
  only(root, kind === 'good' ? 'good-hours' : kind, 'hours');
  if (kind === 'good' || kind === 'stolen') void lookUpHours(root, claim, known);
}

function fillHours(root: HTMLElement, claim: HoursMarkClaim, known: KnownKeys): void {
  const hours = (minutes: number): string => (minutes / 60).toFixed(1);
  const [witnessed, timed, attested, typed] = claim.min;
  const slots: Record<string, string> = {
    number: claim.sub,
    holder: [claim.name, claim.vol].filter(Boolean).join(' · '),
    unit: claim.unit,
    host: claim.iss,
    span: claim.from === undefined ? '' : spanWords(claim.from, claim.until ?? '', dayLocale()),
    total: hours(witnessed + timed + attested + typed),
    witnessed: hours(witnessed),
    timed: hours(timed),
    attested: hours(attested),
    typed: hours(typed),
    issuedAt: timeIn(root, claim.iat * 1000),
    keysAt: timeIn(root, Date.parse(known.at)),
  };
  put(root, slots);
  for (const part of root.querySelectorAll<HTMLElement>('[data-span]')) part.hidden = claim.from === undefined;
}

/** What was revoked is one list for all certificates: the site does not learn which of them is looked up. */
async function lookUpHours(root: HTMLElement, claim: HoursMarkClaim, known: KnownKeys): Promise<void> {
  today(root, 'asking');
  const found = newestList(shelf(), claim, await fetchedList(claim), known.keys);
  if (!found) return today(root, 'hours-offline');
  const standing = await standingIn(found.list, claim, known.keys);
  put(root, {
    replacedBy: standing.kind === 'revoked' ? (standing.replacedBy ?? '') : '',
    listAt: timeIn(root, listMadeAt(found.list)),
  });
  const kept = found.isKept ? 'kept-' : '';
  if (standing.kind !== 'revoked')
    return today(root, standing.kind === 'unknown' ? 'hours-unknown' : `hours-${kept}valid`);
  today(root, `hours-${kept}${standing.replacedBy === undefined ? 'revoked' : 'replaced'}`);
}

/** What the network says now: an empty text where it says nothing of use, null where there is none. */
const fetchedList = (claim: Pick<HoursMarkClaim, 'idx'>): Promise<string | null> =>
  fetch(listPath(claim))
    .then((answer) => (answer.ok ? answer.text() : ''))
    .catch(() => null);

function shelf(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function put(root: HTMLElement, slots: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(slots))
    for (const slot of root.querySelectorAll(`[data-slot=${name}]`)) slot.textContent = text;
}

/** Shows the parts that belong to these names, hides the others, and reads out what came. */
function only(root: HTMLElement, ...names: string[]): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-finding]'))
    part.hidden = !names.includes(part.dataset['finding'] ?? '');
  today(root, undefined);
  root.querySelector<HTMLElement>('[data-result]')?.focus();
}

function today(root: HTMLElement, state: string | undefined): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-today]')) part.hidden = part.dataset['today'] !== state;
}

function fill(root: HTMLElement, claim: StoryMarkClaim, known: KnownKeys): void {
  const slots: Record<string, string> = {
    head: claim.head,
    issuer: claim.iss,
    edition: String(claim.rev),
    at: timeIn(root, claim.iat * 1000),
    until: claim.until === undefined ? '' : timeIn(root, claim.until * 1000),
    steps: String(claim.steps.length),
    keysAt: timeIn(root, Date.parse(known.at)),
  };
  put(root, slots);
  for (const part of root.querySelectorAll<HTMLElement>('[data-until]')) part.hidden = claim.until === undefined;
  for (const part of root.querySelectorAll<HTMLElement>('[data-demonstration]'))
    part.hidden = !claim.steps.includes('d');
  for (const link of root.querySelectorAll<HTMLAnchorElement>('[data-story]'))
    link.href = `${root.dataset['prefix'] ?? ''}/stories/${encodeURIComponent(claim.sub)}`;
}

async function lookUp(root: HTMLElement, claim: StoryMarkClaim): Promise<void> {
  today(root, 'asking');
  const standing = await fetch(`/stories/${encodeURIComponent(claim.sub)}/standing.json`, { cache: 'no-store' })
    .then((answer) => (answer.ok ? (answer.json() as Promise<StoryStanding>) : undefined))
    .catch(() => null);
  if (standing === null) return today(root, 'offline');
  if (standing === undefined) return today(root, 'unknown');
  for (const slot of root.querySelectorAll('[data-slot=changedAt]'))
    slot.textContent = timeIn(root, Date.parse(standing.at));
  today(root, storyStanding(claim, standing));
}

function tell(root: HTMLElement, known: KnownKeys): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-keys-news]'))
    part.hidden = part.dataset['keysNews'] !== known.news;
}

const timeIn = (root: HTMLElement, at: number): string => {
  const format = new Intl.DateTimeFormat(dayLocale(), {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: root.dataset['zone'] ?? 'UTC',
  });
  return unbroken(format.format(at));
};

function pinned(): Pinned | undefined {
  try {
    const kept = localStorage.getItem(pinName);
    return kept === null ? undefined : (JSON.parse(kept) as Pinned);
  } catch {
    return undefined;
  }
}

function pin({ keys, at, news }: KnownKeys): void {
  if (news !== 'first' && news !== 'same') return;
  try {
    localStorage.setItem(pinName, JSON.stringify({ keys, at } satisfies Pinned));
  } catch {
    // A browser that keeps nothing goes by the list of the page each time.
  }
}

// Last: the words above are there then.
const page = document.querySelector<HTMLElement>('[data-verify]');
if (page) start(page);
