interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string | null; createScriptURL(address: string): string | null },
  ): unknown;
}

/** Ant Design writes its styles through `innerHTML` of style elements, and the map starts a worker by its address; Trusted Types forbid both unless a policy looks at them.
 *  Ours lets through text that cannot become an element (without `<`) and the built files of this console. Everything else stays refused. */
export function admitOwnOnly(): void {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScriptURL: (address) => (isOwnFile(address) ? address : null),
  });
}

function isOwnFile(address: string): boolean {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin && pathname.startsWith('/console/assets/');
}

/** Gives every style element that our own program makes the page's nonce: two small parts of Ant Design (keeping the page still under a dialog, measuring the
 *  scroll bar) forget it. Only scripts can make elements this way, and foreign scripts do not run here. */
export function signStyles(): void {
  document.createElement = new Proxy(document.createElement, {
    apply(target, self, named) {
      const element: unknown = Reflect.apply(target, self, named);
      if (element instanceof HTMLStyleElement) element.nonce = styleNonce();
      return element;
    },
  });
}

/** The nonce under which this page may add style elements. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
