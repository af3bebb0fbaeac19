import type { ReactNode } from "react";
import type { PublicEventView } from "../../../src/event/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { eventWords } from "../words.ts";
import { kindName, organiserName, sayWhen } from "./names.ts";

/** What everybody may know of an event at a glance. */
export function EventFacts({ event, children }: { readonly event: PublicEventView; readonly children?: ReactNode }) {
  const t = useText(eventWords);
  const language = useLanguage();
  const href = useHref();
  const { activity } = event;
  return (
    <dl className="facts">
      <Fact head={t("when")}>
        <time dateTime={event.date}>{sayWhen(event, language)}</time>
      </Fact>
      <Fact head={t("where")}>
        <Sites sites={event.sites} />
      </Fact>
      <Fact head={t("kind")}>{kindName(event, language)}</Fact>
      <Fact head={t("who")}>{organiserName(event, language)}</Fact>
      {event.hosts.length > 0 && (
        <Fact head={t("hosts")}>
          {event.hosts.map(({ id, name, office, kind }) => (
            <span key={id} className="place">
              {name}, {kind === "deputy" ? `${t("deputy")}, ` : ""}
              <Words>{office}</Words>
            </span>
          ))}
        </Fact>
      )}
      {activity && (
        <Fact head={t("activityOf")}>
          <a href={href(paths.activity(activity.slug, activity.position))}>
            <Words>{activity.name}</Words>
          </a>
        </Fact>
      )}
      {children}
    </dl>
  );
}

export function Fact({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{head}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sites({ sites }: Pick<PublicEventView, "sites">) {
  if (sites.length === 0) return "—";
  return (
    <ul className="sites">
      {sites.map((site) => (
        <li key={site.id}>
          <Words>{site.place}</Words>
          {(site.association ?? site.settlement) && (
            <span className="note place">{site.association ?? site.settlement}</span>
          )}
          {site.point && (
            <a
              className="note place"
              href={`geo:${site.point.latitude},${site.point.longitude}`}
            >{`${site.point.latitude.toFixed(5)}, ${site.point.longitude.toFixed(5)}`}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
