import { useText } from "../ui/text.ts";
import { useHref } from "./link.ts";
import { appWords } from "./words.ts";

export interface Crumb {
  readonly path: string;
  readonly text: string;
}

/** Where one is: the pages above this one, and its own name. */
export function Crumbs({ above, here }: { readonly above: readonly Crumb[]; readonly here: string }) {
  const t = useText(appWords);
  const href = useHref();
  return (
    <nav aria-label={t("crumbs")}>
      <ol className="crumbs">
        <li>
          <a href={href("/")}>{t("home")}</a>
        </li>
        {above.map((crumb) => (
          <li key={crumb.path}>
            <a href={href(crumb.path)}>{crumb.text}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
