import { loadMunicipality, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { toLocal } from "../../kernel/times.ts";
import { writePaper } from "../../office/docx-write/write-docx.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { selectApplicants, selectApplications } from "../application/store.ts";
import { selectFilesOfCall } from "../application/store-kept.ts";
import { requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { layOutApplications, type PrintedApplication } from "./lay-out-applications.ts";

const STATES: Readonly<Record<string, string>> = {
  submitted: "подана",
  returned: "на исправлении",
  admitted: "допущена",
  refused: "не допущена",
  withdrawn: "отозвана",
};

/** All that was submitted in a call: one document to print, and the attachments with the names of their folders. */
export interface Dossier {
  readonly printed: Uint8Array;
  readonly files: readonly { readonly path: string; readonly hash: string; readonly bytes: number }[];
}

/** The names of the team are not printed. Refuses `contest-unknown`, `not-permitted`. */
export async function openDossier(ctx: Context<Tx>, callId: string): Promise<Dossier> {
  requirePermission(ctx, "application.read");
  const call = await requireCall(ctx, callId);
  const { timeZone } = await loadMunicipality(ctx);
  const names = new Map((await registry.listAssociations(ctx)).map(({ id, name }) => [id, name]));
  const applicants = new Map(
    (await selectApplicants(ctx, call.id)).map((one) => [one.applicationId, one.associationId]),
  );
  const files = Map.groupBy(await selectFilesOfCall(ctx, call.id), ({ applicationId }) => applicationId);
  const submitted = (await selectApplications(ctx, call.id)).filter(
    ({ number, state }) => number !== null && state !== "draft",
  );
  const printed = submitted.map((one): PrintedApplication => {
    const at = one.submittedAt ? toLocal(one.submittedAt, timeZone) : { date: "", time: "" };
    return {
      number: one.number ?? 0,
      association: names.get(applicants.get(one.id) ?? "") ?? "",
      state: STATES[one.state] ?? one.state,
      submittedAt: `${printDay(at.date)} ${at.time}`,
      ...{ content: one.content, requested: one.requested ?? 0n, own: one.own ?? 0n },
      files: (files.get(one.id) ?? []).map(({ name }) => name),
    };
  });
  return {
    printed: await writePaper(layOutApplications(`Заявки, ${call.year}`, parseTerms(call.terms), printed)),
    files: submitted.flatMap(({ id, number }) =>
      (files.get(id) ?? []).map(({ name, hash, bytes }, at) => ({
        path: `№ ${number}/${at + 1} ${name.replace(/[/\\:*?"<>|]/g, "_")}`,
        hash,
        bytes,
      })),
    ),
  };
}
