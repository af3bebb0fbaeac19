import type { LoaderFunctionArgs } from "react-router";
import { doorsOf } from "../../app/doors.ts";
import icon from "../../app/icon.svg?url";
import { inLanguage, paths } from "../../app/paths.ts";
import { makeText } from "../../ui/text.ts";
import { sheetWords } from "./words.ts";

/** `/sheet/manifest.webmanifest`: what a phone needs to install the sheets; it holds nothing of any event. */
export function loader(args: LoaderFunctionArgs): Response {
  const { base, language } = doorsOf(args);
  const t = makeText(sheetWords, language);
  const start = `${base}${inLanguage(paths.sheets, language)}`;
  const manifest = {
    id: start,
    name: t("appName"),
    short_name: t("appShort"),
    lang: language,
    start_url: start,
    scope: start,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#14523f",
    icons: [{ src: icon, sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json", "cache-control": "no-cache" },
  });
}
