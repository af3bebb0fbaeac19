import type { EventRowView } from "../../../src/event/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { monthName } from "./names.ts";

const WEEKDAYS = { ru: "пн вт ср чт пт сб вс".split(" "), en: "Mo Tu We Th Fr Sa Su".split(" ") };

/** So many lines fit a day; the list below has all of them. */
const MOST = 3;

/** A month by weeks, for wide screens; what stands in it stands in the list too. */
export function MonthGrid({ month, rows, today }: { month: string; rows: readonly EventRowView[]; today: string }) {
  const language = useLanguage();
  const href = useHref();
  return (
    <table className="month" aria-label={monthName(month, language)}>
      <thead>
        <tr>
          {WEEKDAYS[language].map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listWeeks(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => {
              const own = day === null ? [] : rows.filter((row) => row.date <= day && row.untilDate >= day);
              return (
                <td key={day ?? `${month} ${at}`} className={day === today ? "today" : undefined}>
                  {day && <time dateTime={day}>{Number(day.slice(8))}</time>}
                  {own.slice(0, MOST).map((row) => (
                    <a key={row.id} href={href(paths.event(row.id))}>
                      {row.state === "cancelled" ? <s>{row.title}</s> : row.title}
                    </a>
                  ))}
                  {own.length > MOST && <span className="soft">+{own.length - MOST}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days of a month in weeks that begin on Monday; null outside it. */
function listWeeks(month: string): readonly (readonly (string | null)[])[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const blank = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: blank }, () => null),
    ...Array.from({ length: days }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`),
  ];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at] ?? null));
}
