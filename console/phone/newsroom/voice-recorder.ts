import { cell, type Cell } from '../kit/cell.ts';
import { newId } from '../kit/new-id.ts';
import type { DraftVoice } from './draft.ts';
import { longestSeconds, recordVoice, type Recording } from './record-voice.ts';

/** Records one voice note after the other for a draft. */
export interface VoiceRecorder {
  /** What is being recorded, and for how long by now; null when nothing is. */
  readonly now: Cell<{ readonly id: string; readonly seconds: number } | null>;
  /** Whether the telephone gave no microphone. */
  readonly failed: Cell<boolean>;
  begin(): void;
  stop(): void;
  /** The returned function ends whatever is recorded: the page is left. */
  watch(): () => void;
}

/** Makes the recorder of a draft. `keep` gets each note as it grows. */
export function voiceRecorder(keep: (voice: DraftVoice) => void): VoiceRecorder {
  const now: VoiceRecorder['now'] = cell<{ readonly id: string; readonly seconds: number } | null>(null);
  const failed = cell(false);
  let under: Recording | null = null;
  let wanted = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = async (): Promise<void> => {
    wanted = false;
    clearInterval(timer);
    const ending = under;
    under = null;
    await ending?.stop();
    now.set(null);
  };
  const tick = (): void => {
    const present = now.get();
    if (!present) return;
    if (present.seconds + 1 >= longestSeconds) void stop();
    else now.set({ ...present, seconds: present.seconds + 1 });
  };
  const begin = async (): Promise<void> => {
    if (wanted || now.get()) return;
    wanted = true;
    failed.set(false);
    const id = newId();
    try {
      const begun = await recordVoice((sound) => keep({ id, hasArrived: false, ...sound }));
      // Whoever left while the telephone still asked for the microphone is not recorded.
      if (!wanted) return void begun.stop();
      under = begun;
      now.set({ id, seconds: 0 });
      timer = setInterval(tick, 1_000);
    } catch {
      wanted = false;
      failed.set(true);
    }
  };
  return {
    now,
    failed,
    begin: () => void begin(),
    stop: () => void stop(),
    watch: () => () => void stop(),
  };
}
