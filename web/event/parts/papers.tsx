import type { ReactNode } from "react";
import type { PaperView } from "../../../src/event/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { eventWords } from "../words.ts";

interface Props {
  readonly papers: readonly PaperView[];
  /** What stands beside a paper: a form to take it away. */
  readonly beside?: (paper: PaperView) => ReactNode;
}

/** Photographs as pictures, other files as links. */
export function Papers({ papers, beside = () => null }: Props) {
  const t = useText(eventWords);
  const photos = papers.filter(({ kind }) => kind === "photo");
  return (
    <>
      {(["minutes", "material"] as const).map((kind) => (
        <Files
          key={kind}
          head={t(kind === "minutes" ? "minutesFiles" : "materials")}
          papers={papers.filter((paper) => paper.kind === kind)}
          beside={beside}
        />
      ))}
      {photos.length > 0 && (
        <section className="part">
          <h2>{t("photos")}</h2>
          <div className="photos">
            {photos.map((photo) => (
              <Photo key={photo.id} photo={photo} beside={beside} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Photo({ photo, beside }: { readonly photo: PaperView } & Required<Pick<Props, "beside">>) {
  const href = useHref();
  const t = useText(eventWords);
  const { width = 480, height = 360 } = photo.size ?? {};
  const scale = Math.min(1, 480 / Math.max(width, height));
  const small = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return (
    <figure>
      <a href={href(paths.eventFile(photo.id))}>
        <img
          src={href(paths.eventFile(photo.id, "small"))}
          alt={photo.caption || t("paper_photo")}
          loading="lazy"
          {...small}
        />
      </a>
      {photo.caption && <figcaption>{photo.caption}</figcaption>}
      {beside(photo)}
    </figure>
  );
}

function Files({ head, papers, beside }: Required<Props> & { readonly head: string }) {
  const href = useHref();
  if (papers.length === 0) return null;
  return (
    <section className="part">
      <h2>{head}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={href(paths.eventFile(paper.id))}>{paper.caption || paper.name}</a>{" "}
            <span className="soft">{sayBytes(paper.bytes)}</span> {beside(paper)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} МБ` : `${Math.max(1, Math.round(bytes / 1_000))} кБ`;
}
