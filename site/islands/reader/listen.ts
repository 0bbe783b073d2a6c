/** Reads the story aloud with the device's own voice, paragraph by paragraph. Returns false where there is no speech. */
export function listenButton(button: HTMLButtonElement): boolean {
  if (!('speechSynthesis' in window)) return false;
  const start = button.textContent ?? '';
  const language = button.dataset['speakAs'] ?? document.documentElement.lang;
  const rest = () => {
    button.textContent = start;
    button.setAttribute('aria-pressed', 'false');
  };
  rest();
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      return rest();
    }
    button.textContent = button.dataset['stop'] ?? start;
    button.setAttribute('aria-pressed', 'true');
    speak(paragraphs(), language, rest);
  });
  window.addEventListener('pagehide', () => speechSynthesis.cancel());
  return true;
}

function paragraphs(): string[] {
  const parts = document.querySelectorAll('[data-story] h1, [data-story] .deck, [data-spoken] > *');
  return [...parts].map(wordsOf).filter((text) => text !== '');
}

// The number of a note amid a sentence is for the eye, and so is the way back.
function wordsOf(part: Element): string {
  const copy = part.cloneNode(true);
  if (copy instanceof Element) for (const sign of copy.querySelectorAll('.note-mark, .note-back')) sign.remove();
  return copy.textContent?.trim() ?? '';
}

// One utterance a paragraph: some engines stop in the middle of a long one.
function speak(texts: readonly string[], language: string, end: () => void): void {
  texts.forEach((text, at) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = language;
    words.rate = 0.95;
    if (at === texts.length - 1) words.addEventListener('end', end);
    words.addEventListener('error', end);
    speechSynthesis.speak(words);
  });
}
