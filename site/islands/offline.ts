/** Lets the last pages be read without network. Quietly: a browser that has no such thing, or forbids it, shows the pages as ever. */
if ('serviceWorker' in navigator)
  window.addEventListener('load', () => {
    void navigator.serviceWorker
      .register('/service-worker.js')
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active?.postMessage(location.href, []))
      .catch(() => undefined);
  });
