/** `reading`: a paragraph is being spoken; `paused`: it goes on with the same paragraph. */
export type Reading = 'silent' | 'reading' | 'paused';

/** Whether this device has a voice for the language; voices may come some moments after the page. */
export const hasVoiceFor = (language: string): boolean =>
  'speechSynthesis' in window && speechSynthesis.getVoices().some((voice) => speaks(voice, language));

const speaks = (voice: SpeechSynthesisVoice, language: string): boolean =>
  (voice.lang.toLowerCase().split(/[-_]/)[0] ?? '') === language.toLowerCase().split('-')[0];

/** Tells when the device's voices have changed, until the answer is called. */
export function onVoices(tell: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined;
  // Safari before 16 knows no listeners on it.
  speechSynthesis.addEventListener?.('voiceschanged', tell);
  return () => speechSynthesis.removeEventListener?.('voiceschanged', tell);
}

/** Reads the blocks of a text aloud with the device's own voice, one after the other; the one being read carries `data-being-read` and stays in sight. What was struck is not read. */
export class ReadAloud {
  readonly #tell: (reading: Reading) => void;
  #blocks: HTMLElement[] = [];
  #language = 'zh-CN';
  #at = 0;
  // Cancelled utterances end as well: only the latest one leads on.
  #turn = 0;
  constructor(tell: (reading: Reading) => void) {
    this.#tell = tell;
  }

  /** From the first block in sight that has words. */
  start(blocks: readonly HTMLElement[], language: string): void {
    this.#blocks = blocks.filter((block) => wordsOf(block) !== '');
    this.#language = language;
    this.#at = 0;
    this.#speak();
  }

  /** Stops within the paragraph. Engines on telephones lose their place when they pause, so it is read again from its beginning. */
  pause(): void {
    this.#hush();
    this.#tell('paused');
  }

  resume(): void {
    this.#speak();
  }

  stop(): void {
    this.#hush();
    this.#mark(undefined);
    this.#tell('silent');
  }

  #hush(): void {
    this.#turn += 1;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  #speak(): void {
    this.#hush();
    const block = this.#blocks[this.#at];
    if (!block) return this.stop();
    const turn = this.#turn;
    const words = new SpeechSynthesisUtterance(wordsOf(block));
    const voice = speechSynthesis.getVoices().find((one) => speaks(one, this.#language));
    if (voice) words.voice = voice;
    words.lang = this.#language;
    words.rate = 0.95;
    const next = (): void => {
      if (turn !== this.#turn) return;
      this.#at += 1;
      this.#speak();
    };
    words.addEventListener('end', next);
    words.addEventListener('error', next);
    this.#mark(block);
    this.#tell('reading');
    speechSynthesis.speak(words);
  }

  #mark(block: HTMLElement | undefined): void {
    for (const one of this.#blocks) one.removeAttribute('data-being-read');
    block?.setAttribute('data-being-read', '');
    block?.scrollIntoView({ block: 'center' });
  }
}

function wordsOf(block: HTMLElement): string {
  const copy = block.cloneNode(true) as HTMLElement;
  if (copy.classList.contains('block-removed') || copy.classList.contains('removed')) return '';
  for (const struck of copy.querySelectorAll('del, .form-note, .visually-hidden')) struck.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
