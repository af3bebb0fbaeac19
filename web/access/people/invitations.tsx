import { Form } from "react-router";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { listRoles } from "../parts/name-role.ts";
import { accessWords } from "../words.ts";
import type { People } from "./people-data.ts";

type Invitation = People["invitations"][number];

/** Who is expected, and what can be done about it. */
export function Invitations({ loaded }: { readonly loaded: People }) {
  const t = useText(accessWords);
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("invitations")}</h2>
      {loaded.invitations.length === 0 ? (
        <p className="under">{t("invitationsNone")}</p>
      ) : (
        <FigureTable
          name={t("invitations")}
          columns={[
            { key: "email", head: t("email") },
            { key: "roles", head: t("roles"), label: t("roles") },
            { key: "by", head: t("invitationBy"), label: t("invitationBy") },
            { key: "until", head: t("invitationUntil"), label: t("invitationUntil") },
            { key: "deeds", head: <span className="visually-hidden">{t("sendAgain")}</span> },
          ]}
          rows={loaded.invitations.map((invitation) => ({
            key: invitation.id,
            cells: {
              email: <span className="hash">{invitation.email}</span>,
              roles: listRoles(invitation.roles, language),
              by: invitation.invitedBy ?? "—",
              until: invitation.over ? (
                <Mark kind="warning">{t("invitationOver")}</Mark>
              ) : (
                formatInstant(invitation.expiresAt, loaded.timeZone, language)
              ),
              deeds: loaded.mayInvite ? <Deeds invitation={invitation} sends={loaded.sendsLetters} /> : null,
            },
          }))}
        />
      )}
    </section>
  );
}

function Deeds({ invitation, sends }: { readonly invitation: Invitation; readonly sends: boolean }) {
  const t = useText(accessWords);
  const { id, email } = invitation;
  const deeds = [
    ...(sends ? ([["again", "sendAgain"]] as const) : []),
    ["hand", "handOver"] as const,
    ["withdraw", "withdraw"] as const,
  ];
  return (
    <Form method="post" className="deeds">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="email" value={email} />
      {deeds.map(([intent, key]) => (
        <button
          key={intent}
          type="submit"
          className="link"
          name="intent"
          value={intent}
          aria-label={`${t(key)}: ${t("forInvitation", { email })}`}
        >
          {t(key)}
        </button>
      ))}
    </Form>
  );
}
