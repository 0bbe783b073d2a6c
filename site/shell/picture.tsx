import type { PagePicture } from '@xiangyin/server/contract';

/** A picture with its size, so that nothing jumps. `sizes` says how wide it will be; `eager` is for the first one on the page. */
export function Picture({
  picture,
  sizes,
  eager = false,
  decorative = false,
}: {
  picture: PagePicture;
  sizes: string;
  eager?: boolean;
  decorative?: boolean;
}) {
  return (
    <img
      class="picture"
      src={picture.src}
      {...(picture.srcset && { srcset: picture.srcset, sizes })}
      width={picture.width}
      height={picture.height}
      alt={decorative ? '' : picture.alt}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  );
}
