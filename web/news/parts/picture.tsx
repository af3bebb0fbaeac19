import type { PictureView } from "../../../src/news/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";

interface Props {
  readonly picture: PictureView;
  readonly size: "large" | "small";
}

/** A picture that loads when it comes into sight and keeps its room until then. */
export function Picture({ picture, size }: Props) {
  const href = useHref();
  const [width, height] =
    size === "large" ? [picture.width, picture.height] : [picture.smallWidth, picture.smallHeight];
  return (
    <img
      className="picture"
      src={href(paths.newsPicture(picture.id, size))}
      alt={picture.alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
    />
  );
}
