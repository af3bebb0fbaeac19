import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { NewsDoor } from "../news/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { registry } from "../registry/index.ts";
import { OUTLETS, PUBLICATIONS } from "./demonstration-news.data.ts";

type Publication = (typeof PUBLICATIONS)[number];

/** The demonstration's publications of 2024, each drafted, submitted, approved and published as a person would. */
export async function fillNews(ctx: Context<Tx>, news: NewsDoor): Promise<void> {
  const outlets: Id[] = [];
  for (const outlet of OUTLETS) outlets.push(await news.addOutlet(ctx, outlet));
  const { activities } = await news.listNewsChoices(ctx);
  const associations = await registry.listAssociations(ctx);
  const planning = activities.find(({ name }) => name.startsWith("Информирование населения о деятельности ТОС"));
  assert(planning, "the example plans publications");
  for (const [at, publication] of PUBLICATIONS.entries()) {
    const outletId = publication.outlet === undefined ? "" : (outlets[publication.outlet] ?? "");
    // Some are about all, some about one.
    const told = at % 3 === 0 ? [] : associations.slice(at, at + 1).map(({ id }) => id);
    await fillOne(ctx, news, { ...publication, outletId, activityId: planning.id, associationIds: told });
  }
}

interface Given extends Publication {
  readonly outletId: Id;
  readonly activityId: Id;
  readonly associationIds: readonly Id[];
}

async function fillOne(ctx: Context<Tx>, news: NewsDoor, given: Given): Promise<void> {
  const {
    kind,
    title,
    lead,
    text = "",
    link = "",
    issue = "",
    day,
    picture,
    outletId,
    activityId,
    associationIds,
  } = given;
  const own = { kind, title, lead, text, link, issue, outletId, activityId, associationIds, authorName: "" };
  const id = await news.draftPublication(ctx, { ...own, publishedOn: day });
  if (picture) await news.addPicture(ctx, { id, alt: picture, bytes: await drawPicture(title) });
  for (const [at, move] of ["submit", "approve", "publish"].entries()) {
    await news.movePublication(ctx, { id, version: String(at + 1), move, reason: "", publishedOn: "" });
  }
}

/** A drawing of hills and water in colours of its own: nobody takes it for a photograph. */
async function drawPicture(seed: string): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const hue = [...seed].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <rect width="1200" height="800" fill="hsl(${hue} 40% 88%)"/>
    <path d="M0 520 Q300 330 620 500 T1200 430 V800 H0Z" fill="hsl(${hue} 30% 62%)"/>
    <path d="M0 640 Q420 520 760 640 T1200 600 V800 H0Z" fill="hsl(${hue} 32% 42%)"/>
    <circle cx="930" cy="190" r="80" fill="hsl(${(hue + 40) % 360} 70% 74%)"/></svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}
