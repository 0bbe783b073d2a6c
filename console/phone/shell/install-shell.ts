interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const address = '/console/phone/service-worker.js';

/** Lets the phone open without a line: the service worker keeps script, style and page. Waits until the first screen stands, so as not to share its slow line. */
export function installShell(): void {
  if (!('serviceWorker' in navigator)) return;
  const install = () =>
    void navigator.serviceWorker.register(trusted(), { scope: '/console/phone/' }).catch(() => undefined);
  if (document.readyState === 'complete') install();
  else addEventListener('load', install, { once: true });
}

// Trusted Types: this one address may become a script, and no other.
function trusted(): string {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  return (
    trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address }).createScriptURL(address) ?? address
  );
}
