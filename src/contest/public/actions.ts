import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { readRoubles } from "../application/content.ts";
import { findApplication, type StoredApplication, selectApplicants, selectApplications } from "../application/store.ts";
import { getCall, listCalls } from "../call/actions.ts";
import type { CallView } from "../call/contract.ts";
import { refuseContest } from "../refusals.ts";
import { replayFile } from "../rules/replay.ts";
import { findCalculation, type StoredSitting, selectPresent, selectSittings } from "../sitting/store.ts";
import { selectAwards } from "../sitting/store-award.ts";
import { pastWall } from "../store-wall.ts";
import { findUsageView, selectRefunds, selectUsageFiles } from "../usage/store.ts";
import type { PublicCall, PublicProject, PublicResult, PublicSitting } from "./views.ts";

/** A stranger's view: public pages are the same for everybody, whoever asks. */
const asStranger = (ctx: Context<Tx>): Context<Tx> => ({ ...ctx, actor: { kind: "stranger" } });

/** The calls that were announced, the latest first. */
export function listPublicCalls(ctx: Context<Tx>): Promise<readonly CallView[]> {
  return listCalls(asStranger(ctx));
}

/** A call with its results where a sitting decided it: projects and associations, no person. Refuses `contest-unknown`. */
export async function getPublicCall(ctx: Context<Tx>, id: string): Promise<PublicCall> {
  const call = await getCall(asStranger(ctx), id);
  return pastWall(ctx, async () => {
    const applications = (await selectApplications(ctx, call.id)).filter(
      ({ state, number }) => number !== null && state !== "withdrawn" && state !== "draft",
    );
    const decided = (await selectSittings(ctx, call.id)).find(({ state }) => state === "decided");
    return {
      call,
      submitted: applications.length,
      admitted: applications.filter(({ state }) => state === "admitted").length,
      sitting: decided ? await showSitting(ctx, decided, applications) : null,
    };
  });
}

async function showSitting(
  ctx: Context<Tx>,
  sitting: StoredSitting,
  applications: readonly StoredApplication[],
): Promise<PublicSitting> {
  const fixed = (await findCalculation(ctx, sitting.id)) ?? refuseContest("calculation-unknown");
  const replay = replayFile(JSON.parse(fixed.file));
  const totals = new Map(
    replay.kind === "replayed" ? replay.calculation.places.map(({ number, total }) => [number, total]) : [],
  );
  const names = new Map((await registry.listAssociations(ctx)).map(({ id, name }) => [id, name]));
  const applicants = new Map(
    (await selectApplicants(ctx, sitting.callId)).map((one) => [one.applicationId, one.associationId]),
  );
  const known = new Map(applications.map((one) => [one.id, one]));
  const results = (await selectAwards(ctx, sitting.id)).map((award): PublicResult => {
    const { number = null, content } = known.get(award.applicationId) ?? {};
    return {
      ...award,
      number: number ?? 0,
      title: content?.title ?? "",
      association: names.get(applicants.get(award.applicationId) ?? "") ?? "",
      total: totals.get(number ?? 0) ?? null,
    };
  });
  const { number, heldOn, basis } = sitting;
  return { number, heldOn, basis, hash: fixed.hash, results, present: (await selectPresent(ctx, sitting.id)).length };
}

/** A funded project. Refuses `project-unknown` also of an application that was not awarded. */
export async function getProject(ctx: Context<Tx>, id: string): Promise<PublicProject> {
  const project = await pastWall(ctx, () => readProject(ctx, id));
  return project ?? refuseContest("project-unknown");
}

async function readProject(ctx: Context<Tx>, id: string): Promise<PublicProject | undefined> {
  const application = isId(id) ? await findApplication(ctx, id) : undefined;
  if (!application) return undefined;
  const sitting = (await selectSittings(ctx, application.callId)).find(({ state }) => state === "decided");
  const award = sitting && (await selectAwards(ctx, sitting.id)).find(({ applicationId }) => applicationId === id);
  if (!award || (award.outcome !== "awarded" && award.outcome !== "awarded-part")) return undefined;
  const call = await getCall(asStranger(ctx), application.callId);
  const applicant = (await selectApplicants(ctx, call.id)).find(({ applicationId }) => applicationId === id);
  const association = (await registry.listAssociations(ctx)).find((one) => one.id === applicant?.associationId);
  const { title, summary, place, estimate } = application.content;
  return {
    ...{ id, title, summary, place, own: application.own ?? 0n, kopecks: award.kopecks, sums: award.sums },
    association: { number: association?.number ?? 0, name: association?.name ?? "" },
    call: { id: call.id, name: call.contest.name, year: call.year },
    awardedOn: sitting.heldOn,
    estimate: estimate.map(({ what, asked }) => ({ what, asked: readRoubles(asked) ?? 0n })),
    report: await readReport(ctx, id),
  };
}

async function readReport(ctx: Context<Tx>, id: Id): Promise<PublicProject["report"]> {
  const usage = await findUsageView(ctx, id);
  if (usage?.state !== "accepted") return null;
  const returned = (await selectRefunds(ctx, id)).filter(({ settled }) => settled?.as === "returned");
  return {
    story: usage.story,
    spent: usage.spentKopecks ?? 0n,
    returned: returned.reduce((all, { kopecks }) => all + kopecks, 0n),
    photos: usage.files.filter(({ kind }) => kind === "photo").map(({ id: photo, name }) => ({ id: photo, name })),
  };
}

/** A photograph of an accepted report. Refuses `project-unknown`. */
export async function findPhoto(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly photoId: string },
): Promise<{ readonly hash: string; readonly mediaType: string }> {
  const { report } = await getProject(ctx, given.id);
  const isShown = report?.photos.some(({ id }) => id === given.photoId);
  const files = isShown ? await selectUsageFiles(ctx, given.id) : [];
  return files.find(({ id }) => id === given.photoId) ?? refuseContest("project-unknown");
}
