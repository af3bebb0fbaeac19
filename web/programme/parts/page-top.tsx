import { Crumbs } from "../../app/crumbs.tsx";
import { useAddress } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import type { ShownEdition } from "../load.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly edition: ShownEdition;
  readonly title: string;
  /** The same page of the edition in force, or the nearest that it surely has; without language. */
  readonly path: string;
  /** Pages between the programme's own and this one. */
  readonly above?: readonly { readonly path: string; readonly text: string }[];
  readonly here: string;
}

/** Title of the window, where one is, and which edition is shown where the address names it. */
export function PageTop({ edition, title, path, above = [], here }: Props) {
  const t = useText(programmeWords);
  const { number, isNamed, programme } = edition;
  const own = paths.programme(programme.slug);
  return (
    <>
      <title>{isNamed ? `${title} (${t("edition", { number })})` : title}</title>
      <Crumbs above={path === own ? [] : [{ path: own, text: t("programme") }, ...above]} here={here} />
      {isNamed && <NamedEdition edition={edition} path={path} />}
    </>
  );
}

/** The links leave the shown edition, so they are made without it. */
function NamedEdition({ edition, path }: Pick<Props, "edition" | "path">) {
  const t = useText(programmeWords);
  const address = useAddress();
  const { number, inForce, programme } = edition;
  const isInForce = number === inForce;
  const about = address(paths.edition(programme.slug, number));
  return (
    <p className={isInForce ? "notice" : "notice is-past"}>
      {t(isInForce ? "shownEditionInForce" : "shownEdition", { number, inForce })}{" "}
      <a href={address(path)}>{t(isInForce ? "withoutEditionLink" : "inForceLink")}</a>,{" "}
      <a href={about}>{t("shownEditionAbout")}</a>.
    </p>
  );
}
