/** Comes back to the page once the program says that it is ready. */
async function look(): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (answer.ok || answer.status === 404) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const news = page.querySelector('[data-starting]');
    if (news) document.querySelector('[data-starting]')?.replaceChildren(...news.childNodes);
  } catch {
    // Not answering yet: asked again below.
  }
  setTimeout(() => void look(), 1500);
}
setTimeout(() => void look(), 1500);
