import type { PublicationView } from "../../../src/news/contract.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { newsWords } from "../words.ts";
import { Picture } from "./picture.tsx";

/** A publication to be read: where and when it came out, its text and pictures. */
export function Article({ publication }: { readonly publication: PublicationView }) {
  const t = useText(newsWords);
  const language = useLanguage();
  const { outlet, link, issue, publishedOn, authorName, associations } = publication;
  const paragraphs = publication.text?.split(/\n{2,}/) ?? [];
  return (
    <article className="prose">
      <p className="soft">
        {t(`kind-${publication.kind}`)}
        {publishedOn && (
          <>
            {", "}
            <time dateTime={publishedOn}>{formatDate(publishedOn, language)}</time>
          </>
        )}
        {outlet && `, ${outlet.name} (${t(`outlet-${outlet.kind}`)})`}
        {issue && `, ${issue}`}
        {authorName && `, ${authorName}`}
      </p>
      {publication.lead && (
        <p className="lead">
          <Words>{publication.lead}</Words>
        </p>
      )}
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="paragraph" lang="ru">
          {paragraph}
        </p>
      ))}
      {link && (
        <p>
          <a href={link} rel="noopener noreferrer nofollow">
            {t("readAt", { name: outlet?.name ?? new URL(link).hostname })}
          </a>
        </p>
      )}
      {publication.pictures.map((picture) => (
        <figure key={picture.id}>
          <Picture picture={picture} size="large" />
          <figcaption className="note" lang="ru">
            {picture.alt}
          </figcaption>
        </figure>
      ))}
      {associations.length > 0 && (
        <p className="note">
          {t("associations")}: <Words>{associations.map(({ name }) => name).join(", ")}</Words>
        </p>
      )}
    </article>
  );
}
