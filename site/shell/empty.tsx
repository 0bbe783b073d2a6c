/** Nothing here: one sentence and the one useful way on. */
export function Empty({ text, href, link }: { text: string; href?: string; link?: string }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {href && link && (
        <p>
          <a class="button" href={href}>
            {link}
          </a>
        </p>
      )}
    </div>
  );
}
