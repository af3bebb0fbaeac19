import { loadNames, may } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, isId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectKnownActivities } from "../programme/index.ts";
import { belongingOf } from "../registry/contract.ts";
import { registry } from "../registry/index.ts";
import { ownersOf, requireNewsRoom, requirePublication } from "./actions-require.ts";
import {
  EDITABLE,
  listMoves,
  NEWS_PAGE_ROWS,
  type NewsChoices,
  type NewsFilter,
  type OfferedAssociations,
  type PublicationRow,
  type PublicationView,
  TRANSITIONS,
} from "./contract.ts";
import { matchesNews } from "./match.ts";
import { refuseNews } from "./refusals.ts";
import { findPublication, type StoredPublication, selectPublications, selectPublished, selectText } from "./store.ts";
import { selectEvents, selectTold } from "./store-link.ts";
import { selectOutlets } from "./store-outlet.ts";
import { type StoredPicture, selectPictures } from "./store-picture.ts";

/** Publications with the names of what they belong to. */
async function showRows(ctx: Context<Tx>, found: readonly StoredPublication[]): Promise<readonly PublicationRow[]> {
  const outlets = new Map((await selectOutlets(ctx)).map((outlet) => [outlet.id, outlet]));
  const told = Map.groupBy(await selectTold(ctx), ({ publicationId }) => publicationId);
  const shown = new Set(found.map(({ id }) => id));
  const named = [...told].flatMap(([id, list]) =>
    shown.has(id) ? list.map(({ associationId }) => associationId) : [],
  );
  const known = new Map((await registry.nameAssociations(ctx, [...new Set(named)])).map((one) => [one.id, one]));
  const pictures = Map.groupBy(
    await selectPictures(
      ctx,
      found.map(({ id }) => id),
    ),
    ({ publicationId }) => publicationId,
  );
  return found.map(({ outletId, createdBy: _createdBy, version: _version, ...own }) => {
    const outlet = outletId === null ? undefined : outlets.get(outletId);
    const [picture] = pictures.get(own.id) ?? [];
    return {
      ...own,
      outlet: outlet ? { id: outlet.id, kind: outlet.kind, name: outlet.name } : null,
      associations: (told.get(own.id) ?? []).flatMap(({ associationId }) => {
        const association = known.get(associationId);
        return association ? [{ id: association.id, name: association.name }] : [];
      }),
      picture: picture ? showPicture(picture) : null,
    };
  });
}

function showPicture({ id, alt, width, height, smallWidth, smallHeight }: StoredPicture) {
  return { id, alt, width, height, smallWidth, smallHeight };
}

/** The publications that this person may see, by a filter. Refuses `not-permitted`. */
export async function listPublications(ctx: Context<Tx>, filter: NewsFilter): Promise<readonly PublicationRow[]> {
  requireNewsRoom(ctx);
  const found = await selectPublications(ctx);
  const rows = await showRows(ctx, found);
  const named = [...new Set(rows.flatMap(({ associations }) => associations.map(({ id }) => id)))];
  const belonging = new Map((await registry.nameAssociations(ctx, named)).map((one) => [one.id, belongingOf(one)]));
  const isTheirs = (row: PublicationRow, at: number) => {
    const author = found[at]?.createdBy;
    const owners = row.associations.flatMap(({ id }) => belonging.get(id) ?? []);
    return may(ctx.actor, "news.read", author ? [author, ...owners] : owners);
  };
  return rows.filter(isTheirs).filter((row) => matchesNews(row, filter));
}

/** A page of what everybody may read, from 1. */
export async function listPublished(ctx: Context<Tx>, page: number) {
  const given = { offset: (page - 1) * NEWS_PAGE_ROWS, limit: NEWS_PAGE_ROWS + 1 };
  const found = await selectPublished(ctx, given);
  if (found.length === 0 && page > 1) refuseNews("publication-unknown");
  return { rows: await showRows(ctx, found.slice(0, NEWS_PAGE_ROWS)), hasNext: found.length > NEWS_PAGE_ROWS };
}

/** A publication as everybody reads it. Refuses `publication-unknown` for what is not public. */
export async function getPublished(ctx: Context<Tx>, number: string): Promise<PublicationView> {
  const found = /^\d{1,9}$/.test(number) ? await findPublication(ctx, { number: Number(number) }) : undefined;
  if (found?.state !== "published") return refuseNews("publication-unknown");
  return { ...(await showWhole(ctx, found)), events: [], mayWrite: false, moves: [] };
}

/** A publication for who works on it, with what they may do. Refuses `publication-unknown`, `not-permitted`. */
export async function getPublication(ctx: Context<Tx>, id: string): Promise<PublicationView> {
  const found = await requirePublication(ctx, id, "news.read");
  const owners: readonly Id[] = await ownersOf(ctx, found);
  const events = await selectEvents(ctx, found.id);
  const names = await loadNames(
    ctx,
    events.flatMap(({ byId }) => byId ?? []),
  );
  return {
    ...(await showWhole(ctx, found)),
    events: events.map(({ move, reason, at, byId, byName }) => ({
      move,
      reason,
      at: at.toISOString(),
      by: byId ? (names.get(byId) ?? null) : byName,
    })),
    mayWrite: EDITABLE.includes(found.state) && may(ctx.actor, "news.write", owners),
    moves: listMoves(found.state).filter((move) => may(ctx.actor, TRANSITIONS[move].asks, owners)),
  };
}

async function showWhole(ctx: Context<Tx>, found: StoredPublication) {
  const [row] = await showRows(ctx, [found]);
  const pictures = await selectPictures(ctx, [found.id]);
  return {
    ...(row ?? refuseNews("publication-unknown")),
    text: await selectText(ctx, found.id),
    version: found.version,
    pictures: pictures.map(showPicture),
  };
}

/** More than that nobody looks through in a form. */
const MOST_CHOICES = 60;
/** As many as a search shows. */
const MOST_FOUND = 30;

/** What a form of a publication is chosen from; of associations null where a search finds them. Refuses `not-permitted`. */
export async function listNewsChoices(ctx: Context<Tx>, most = MOST_CHOICES): Promise<NewsChoices> {
  requireNewsRoom(ctx);
  const few = await registry.listFewAssociations(ctx, { most, settlementId: null });
  const activities = (await selectKnownActivities(ctx)).filter(({ inForce }) => inForce);
  return {
    outlets: await selectOutlets(ctx),
    activities: activities.map(({ id, name, position }) => ({ id, name, position })),
    associations: few?.map(({ id, name }) => ({ id, name })) ?? null,
  };
}

interface AskedAssociations {
  readonly chosen: readonly string[];
  readonly words: string;
}

/** The associations chosen in a form, and those that the words typed beside them may mean. Refuses `not-permitted`. */
export async function findNewsAssociations(ctx: Context<Tx>, asked: AskedAssociations): Promise<OfferedAssociations> {
  requireNewsRoom(ctx);
  return offerNewsAssociations(ctx, asked);
}

/** The same for a form that was refused; the names of associations are public. */
export async function offerNewsAssociations(ctx: Context<Tx>, asked: AskedAssociations): Promise<OfferedAssociations> {
  const words = asked.words.trim();
  const found = words === "" ? [] : await registry.findMeant(ctx, words, MOST_FOUND + 1);
  const offer = (list: typeof found) =>
    list.map(({ id, number, name, settlement }) => ({ id, name: `№ ${number}, ${name}, ${settlement}` }));
  return {
    words,
    chosen: offer(await registry.nameAssociations(ctx, asked.chosen.filter(isId))),
    found: offer(found.slice(0, MOST_FOUND).filter(({ id }) => !asked.chosen.includes(id))),
    hasMore: found.length > MOST_FOUND,
  };
}
