import type { Context } from "../../kernel/context.ts";
import { formatDecimal, ONE } from "../../kernel/decimal.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { readContent } from "../application/content.ts";
import { type StoredApplication, selectApplications } from "../application/store.ts";
import { GROUP_QUESTION } from "../call/contract.ts";
import { parseTerms } from "../call/input.ts";
import type { StoredCall } from "../call/store.ts";
import { listOpenPairs } from "../jury/actions-review.ts";
import { selectJurors } from "../jury/store.ts";
import { selectMarks, selectReviews } from "../jury/store-review.ts";
import type { FieldText } from "../rules/contract.ts";
import { pastWall } from "../store-wall.ts";
import type { VotesText } from "./contract.ts";

/** Everything that the calculation of a call depends on, with numbers in place of names: jurors by their places, applications by theirs. */
export function gatherField(ctx: Context<Tx>, call: StoredCall, votes: VotesText): Promise<FieldText> {
  return pastWall(ctx, async () => {
    const admitted = (await selectApplications(ctx, call.id)).filter(({ state }) => state === "admitted");
    return {
      rules: call.terms.rules,
      entrants: admitted.map((application) => enter(application, call)),
      reviews: await gatherReviews(ctx, call.id, new Map(admitted.map(({ id, number }) => [id, number ?? 0]))),
      votes,
    };
  });
}

type EntrantText = FieldText["entrants"][number];

function enter(application: StoredApplication, call: StoredCall): EntrantText {
  const { number, content, submittedAt, requested, own } = application;
  const terms = parseTerms(call.terms);
  const { facts } = readContent(content, terms, []);
  const category = content.answers[GROUP_QUESTION] ?? "";
  return {
    number: number ?? 0,
    ...(category !== "" && { category }),
    submittedAt: submittedAt?.toISOString() ?? "",
    requested: roubles(requested ?? 0n),
    own: roubles(own ?? 0n),
    facts: Object.fromEntries(Object.entries(facts).map(([at, value]) => [at, formatDecimal(value)])),
  };
}

const roubles = (kopecks: bigint) => formatDecimal((kopecks * ONE) / 100n);

async function gatherReviews(
  ctx: Context<Tx>,
  callId: Id,
  numbers: ReadonlyMap<Id, number>,
): Promise<FieldText["reviews"]> {
  const places = new Map((await selectJurors(ctx, callId)).map(({ id, place }) => [id, place]));
  const open = new Set((await listOpenPairs(ctx, callId)).map(pairKey));
  const isIn = new Set(
    (await selectReviews(ctx, callId)).filter(({ submittedAt }) => submittedAt !== null).map(pairKey),
  );
  const counted = (await selectMarks(ctx, callId)).filter(
    (mark) => open.has(pairKey(mark)) && isIn.has(pairKey(mark)) && numbers.has(mark.applicationId),
  );
  return counted
    .map(({ jurorId, applicationId, given }) => ({
      juror: `juror-${places.get(jurorId) ?? 0}`,
      number: numbers.get(applicationId) ?? 0,
      values: given,
    }))
    .toSorted((a, b) => a.number - b.number || (a.juror < b.juror ? -1 : 1));
}

const pairKey = ({ jurorId, applicationId }: { readonly jurorId: Id; readonly applicationId: Id }) =>
  `${jurorId} ${applicationId}`;

/** The ids of admitted applications by their numbers. */
export function loadNumbers(ctx: Context<Tx>, { id }: StoredCall): Promise<ReadonlyMap<number, Id>> {
  return pastWall(
    ctx,
    async () =>
      new Map(
        (await selectApplications(ctx, id)).flatMap((one) =>
          one.number === null ? [] : [[one.number, one.id] as const],
        ),
      ),
  );
}
