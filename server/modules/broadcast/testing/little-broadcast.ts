import { z } from 'zod';
import { renderPlainBody, renderSpeech } from '@xiangyin/document';
import { addKinds, answerCopy, partsOf } from '#channels';
import type { Kind, Outcome, Sending } from '#channels';
import { route } from '#platform/http/route';
import { bilingual } from '#platform/i18n';

/** What the players of the little module were told and do, as a device would keep it: by the story. */
export const players = {
  /** Orders that no player has fetched. */
  orders: [] as Order[],
  /** Words that a screen shows now; `ended`: with the note that it is over. */
  shown: new Map<string, { words: string; hasEnded: boolean }>(),
  /** What loudspeakers said, the first first. */
  said: [] as string[],
};

/** An order that waits for its player. */
interface Order {
  readonly copyId: string;
  readonly storyId: string;
  readonly words: string;
  readonly key: string;
  /** By which the players of its channel are known; undefined: they need none. */
  readonly token: string | undefined;
}

/** In seconds: so long a player may be silent before it is asked. */
const patience = 300;
const waitsForPlayer = (): Outcome => ({ outcome: 'accepted', lookAfterSeconds: patience, detail: {} });
const done: Outcome = { outcome: 'accepted', detail: {} };
const stands = (copyId: string): Outcome => ({ outcome: 'published', address: null, remoteId: copyId, detail: {} });

// The same try again is the same order.
function order({ copy, piece, key, secrets }: Sending, words: string): Outcome {
  if (!players.orders.some((one) => one.key === key))
    players.orders.push({ copyId: copy.id, storyId: piece.storyId, words, key, token: partsOf(secrets)['token'] });
  return waitsForPlayer();
}

const wordsOn = ({ piece }: Sending): string =>
  [piece.notice, piece.text.title, renderPlainBody(piece.text)].filter(Boolean).join('\n');

const screenSettings = z.strictObject({ kind: z.literal('screen'), lines: z.int().min(1).max(20) });

/** A screen: edits in place, takes down, shows that a notice has ended, and says by its own door what it shows. */
const screen: Kind<z.infer<typeof screenSettings>> = {
  key: 'screen',
  settings: screenSettings,
  texts: bilingual({ 'channels.kind.screen': '大屏' }, { 'channels.kind.screen': 'Screens' }),
  secret: { from: 'given', parts: { token: 'needed' } },
  capabilities: () => ({ correct: 'edit', withdraw: 'delete', endsNotices: true, readsBack: true, carrier: 'program' }),
  limits: () => ({ body: 120, pictures: 1 }),
  send: async (sending) => order(sending, wordsOn(sending)),
  async withdraw(sending) {
    if (!players.shown.has(sending.piece.storyId)) return done;
    return order(sending, '');
  },
  async end({ piece, copy }) {
    const shown = players.shown.get(piece.storyId);
    if (shown && copy.endedAt) players.shown.set(piece.storyId, { ...shown, hasEnded: true });
    return done;
  },
  async hold({ piece }) {
    const shown = players.shown.get(piece.storyId);
    if (shown) players.shown.set(piece.storyId, { ...shown, hasEnded: false });
    return done;
  },
  lookUp: async ({ copy, piece }) => (players.shown.has(piece.storyId) ? stands(copy.id) : waitsForPlayer()),
  readBack: async (sending) => ({
    words: players.shown.get(sending.piece.storyId)?.words ?? '',
    wanted: wordsOn(sending),
  }),
  routes: [
    route({
      method: 'POST',
      path: '/player-reports',
      ability: 'public',
      summary: 'What a player of the little module does now.',
      body: z.strictObject({ copyId: z.uuid() }),
      answer: z.strictObject({ isKnown: z.boolean() }),
      idempotency: 'none',
      handle: async ({ ctx, body: { copyId } }) => ({
        isKnown: await answerCopy(ctx, { copyId }, stands(copyId)),
      }),
    }),
  ],
};

const speakerSettings = z.strictObject({ kind: z.literal('loudspeaker'), hour: z.int().min(0).max(23) });

/** Loudspeakers: what was said cannot be called back, so a correction and a withdrawal are said after it. */
const loudspeaker: Kind<z.infer<typeof speakerSettings>> = {
  key: 'loudspeaker',
  settings: speakerSettings,
  texts: bilingual({ 'channels.kind.loudspeaker': '大喇叭' }, { 'channels.kind.loudspeaker': 'Loudspeakers' }),
  capabilities: () => ({
    correct: 'notice',
    withdraw: 'notice',
    endsNotices: false,
    readsBack: false,
    carrier: 'program',
  }),
  render: ({ text, byline }) => {
    const said = renderSpeech(text);
    const pictures = text.body.content.filter(({ type }) => type === 'figure').length;
    return {
      title: text.title,
      begins: said.slice(0, 60),
      author: byline,
      breaks: [],
      lost: pictures > 0 ? [{ code: 'pictures', count: pictures }] : [],
    };
  },
  send: async (sending) => order(sending, renderSpeech(sending.piece.text)),
  correct: async (sending) =>
    order(sending, `更正第 ${sending.former?.editionNumber} 版：${sending.piece.correctionNote ?? ''}`),
  withdraw: async ({ piece }) => {
    players.said.push(`《${piece.text.title}》正在核实，先别照着做。`);
    return done;
  },
  lookUp: async () => waitsForPlayer(),
};

const radioSettings = z.strictObject({ kind: z.literal('radio'), base: z.url() });

/** A radio that keeps what it read: each edition is a recording of its own, at an address of its own. */
const radio: Kind<z.infer<typeof radioSettings>> = {
  key: 'radio',
  settings: radioSettings,
  texts: bilingual({ 'channels.kind.radio': '广播' }, { 'channels.kind.radio': 'Radio' }),
  sound: { type: 'audio/mpeg', voice: 'machine' },
  capabilities: () => ({
    correct: 'replace',
    withdraw: 'delete',
    endsNotices: false,
    readsBack: false,
    carrier: 'program',
  }),
  send: async ({ copy, settings }) => ({
    outcome: 'published',
    address: `${settings.base}/${copy.editionNumber}.mp3`,
    remoteId: copy.id,
    detail: {},
  }),
  withdraw: async () => done,
};

let isKnown = false;

/** Makes the kinds known, as the `module.ts` of `broadcast` will: by the door of channels alone, once for all tests of a process. */
export function subscribe(): void {
  if (isKnown) return;
  isKnown = true;
  addKinds([screen, loudspeaker, radio]);
}
