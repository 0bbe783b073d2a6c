interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
}

/** Ant Design writes its styles through `innerHTML` of style elements, which Trusted Types forbid unless a policy looks at the text.
 *  Ours lets through what cannot become an element: text without `<`. Everything else stays refused. */
export function admitStylesOnly(): void {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
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
