import type { Waiting, WaitingItem } from "../../src/report/waiting/views.ts";
import type { Doors } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { showFigure } from "../ui/exact.ts";
import { useLanguage } from "../ui/language.ts";
import { Mark } from "../ui/mark.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { reportWords } from "./words.ts";

/** So many of each kind stand on the desk. */
const SHOWN = 5;

/** What waits of the programme's figures, for those who write its reports; null for everybody else. */
export async function loadWaiting(doors: Doors): Promise<Waiting | null> {
  if (!doors.may("report.write")) return null;
  const waiting = await doors.run((ctx) => doors.reports.listWaiting(ctx));
  return waiting.items.length > 0 ? waiting : null;
}

/** Where all of a kind stand. */
const ALL: Readonly<Record<WaitingItem["kind"], (year: number) => string>> = {
  "report-due": paths.reports,
  "missing-fact": paths.actuals,
  behind: paths.actuals,
  unspent: (year) => paths.money({ year: String(year) }),
};

/** Reports that are due, facts that are missing, plans that will not be reached, money that will stay; each leads to where it is done. */
export function WaitingOfReports({ waiting: { year, items } }: { readonly waiting: Waiting }) {
  const t = useText(reportWords);
  const href = useHref();
  const groups = [...Map.groupBy(items, ({ kind }) => kind)];
  return (
    <section className="part">
      <h2>{t("waitingTitle", { count: items.length })}</h2>
      {groups.map(([kind, own]) => (
        <div key={kind} className="section">
          <h3>
            <Mark kind={kind === "report-due" ? "warning" : "note"}>{`${t(`waiting-${kind}`)}: ${own.length}`}</Mark>
          </h3>
          <p className="note">{t(`next-${kind}`)}</p>
          <ul>
            {own.slice(0, SHOWN).map((item) => (
              <li key={`${item.href} ${item.title} ${item.who}`}>
                <Item item={item} />
              </li>
            ))}
          </ul>
          {own.length > SHOWN && (
            <p className="note">
              <a href={href(ALL[kind](year))}>{t("waitingMore", { count: own.length - SHOWN })}</a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function Item({ item }: { readonly item: WaitingItem }) {
  const t = useText(reportWords);
  const href = useHref();
  const language = useLanguage();
  const { title, who, people, daysLeft, expected, plan } = item;
  const show = (text: string | null) => (text === null ? "–" : showFigure(text, language));
  const due = daysLeft === null ? "" : t(daysLeft < 0 ? "late" : "left", { count: Math.abs(daysLeft) });
  return (
    <>
      <a href={href(item.href)}>
        <Words>{title}</Words>
      </a>
      <span className="note place">
        {[
          who ?? t("waitingWho"),
          people.join(", "),
          due,
          expected === null ? "" : t("waitingPace", { expected: show(expected), plan: show(plan) }),
        ]
          .filter((text) => text !== "")
          .join(" · ")}
      </span>
    </>
  );
}
