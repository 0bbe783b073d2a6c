import type { PageCut, PagePicture } from '@xiangyin/server/contract';

/** A picture with its size, so that nothing jumps. `sizes` says how wide it will be; `eager` is for the first one on the page. `lead` is cut 16:9, `list` on phones (600 px) square. */
export function Picture({
  picture,
  as,
  sizes,
  eager = false,
  decorative = false,
}: {
  picture: PagePicture;
  as: 'lead' | 'list';
  sizes: string;
  eager?: boolean;
  decorative?: boolean;
}) {
  const { wide, square } = picture;
  return (
    <picture>
      {as === 'list' && <Sources cut={square} sizes={sizes} media="(max-width: 600px)" all />}
      <Sources cut={wide} sizes={sizes} />
      <img
        class="picture"
        src={wide.src}
        {...(wide.srcset && { srcset: wide.srcset, sizes })}
        width={wide.width}
        height={wide.height}
        alt={decorative ? '' : picture.alt}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
      />
    </picture>
  );
}

// `all`: also what browsers without AVIF take, since the image itself is another cut.
function Sources({ cut, sizes, media, all = false }: { cut: PageCut; sizes: string; media?: string; all?: boolean }) {
  const { width, height } = cut;
  return (
    <>
      {cut.avif && <source type="image/avif" srcset={cut.avif} {...{ sizes, media, width, height }} />}
      {all && <source srcset={cut.srcset ?? cut.src} {...{ sizes, media, width, height }} />}
    </>
  );
}
