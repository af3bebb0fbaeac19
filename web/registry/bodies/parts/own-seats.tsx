import type { OwnSeat } from "../../../../src/registry/body/views.ts";
import type { Doors } from "../../../app/doors.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatDate } from "../../../ui/dates.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { bodyWords } from "../words.ts";

/** Seats of the associations of an officer or a chair whose term ends; null where none does. */
export async function loadOwnSeats(doors: Doors): Promise<readonly OwnSeat[] | null> {
  const { actor } = doors;
  if (actor.kind !== "person" || !actor.holdings.some(({ subjectId }) => subjectId !== null)) return null;
  const seats = await doors.run((ctx) => doors.bodies.listOwnSeats(ctx));
  return seats.length > 0 ? seats : null;
}

/** Each leads to its body, where one sees whom to ask for another term. */
export function OwnSeats({ seats }: { readonly seats: readonly OwnSeat[] }) {
  const t = useText(bodyWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("deskSeats")}</h2>
      <p className="note">{t("deskSeatsUnder")}</p>
      <FigureTable
        name={t("deskSeats")}
        columns={[
          { key: "body", head: t("deskBody") },
          { key: "association", head: t("deskAssociation"), label: t("deskAssociation") },
          { key: "until", head: t("deskUntil"), label: t("deskUntil") },
        ]}
        rows={seats.map((seat) => ({
          key: `${seat.bodyId} ${seat.seat}`,
          cells: {
            body: (
              <a href={href(paths.body(seat.bodyId))}>
                <Words>{t("deskSeat", { body: seat.body, seat: seat.seat })}</Words>
              </a>
            ),
            association: <Words>{seat.association}</Words>,
            until: <Mark kind={seat.kind === "ran-out" ? "error" : "warning"}>{formatDate(seat.until, language)}</Mark>,
          },
        }))}
      />
    </section>
  );
}
