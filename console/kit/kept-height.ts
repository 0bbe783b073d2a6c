/** Keeps a property of the page (`--foot`, `--renewed`) at the height of a bar that stays in view, beside which other bars stand; answers how to end it. */
export function keepHeight(property: `--${string}`, bar: HTMLElement): () => void {
  const root = document.documentElement.style;
  const sizes = new ResizeObserver(() => root.setProperty(property, `${bar.offsetHeight}px`));
  sizes.observe(bar);
  return () => {
    sizes.disconnect();
    root.removeProperty(property);
  };
}
