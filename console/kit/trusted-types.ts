interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
}

/** Ant Design writes its styles through `innerHTML` of style elements, which Trusted Types forbid unless a policy looks at the text.
 *  Ours lets through what cannot become an element: text without `<`. Everything else stays refused. */
export function admitStylesOnly(): void {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
}

/** The nonce under which this page may add style elements. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
