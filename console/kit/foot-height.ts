/** Keeps `--foot` at the height of a bar at the foot of the page, above which other bars stand; answers how to end it. */
export function keepFootHeight(bar: HTMLElement): () => void {
  const root = document.documentElement.style;
  const sizes = new ResizeObserver(() => root.setProperty('--foot', `${bar.offsetHeight}px`));
  sizes.observe(bar);
  return () => {
    sizes.disconnect();
    root.removeProperty('--foot');
  };
}
