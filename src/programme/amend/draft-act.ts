import type { Paper, PaperBlock, PaperParagraph, PaperSection } from "../../office/paper.ts";
import type { Programme } from "../contract.ts";
import { bareWords, oneLine } from "../language/words.ts";
import type { ActInput, ActNumber, ActRequisites, AnnexPart } from "./act.ts";
import { layOutAnnex } from "./annex-layout.ts";
import { type ActPlan, planAct } from "./plan.ts";
import { body, writePoints } from "./point.ts";
import { annexNumber } from "./units.ts";
import { quote, writeActNumber, writeIssuerGenitive } from "./wording.ts";

const BLANK = "____________";

/** «Постановление о внесении изменений» drafted from two editions and their comparison. Refuses where nothing differs. */
export function draftAct(input: ActInput): Paper {
  const plan = planAct(input);
  const title = `${nameChanges(plan)} в ${nameAmended(input.requisites)}`;
  const annexes = plan.restated.map((part, at) =>
    layOutRestated(input, part, plan.restated.length > 1 ? at + 1 : null),
  );
  return { title: `О внесении ${title}`, sections: [layOutAct(input, plan, title), ...annexes] };
}

function nameChanges({ points }: ActPlan): string {
  return points.flatMap((point) => point.lines).length === 1 ? "изменения" : "изменений";
}

/** «постановление администрации … от … № …», the act that approved the programme. */
function nameAmended(requisites: ActRequisites): string {
  return `постановление ${issuerGenitive(requisites)} ${writeActNumber(requisites.amended)}`;
}

function issuerGenitive({ issuer }: ActRequisites): string {
  return issuer ? writeIssuerGenitive(issuer) : BLANK;
}

function layOutAct(input: ActInput, plan: ActPlan, title: string): PaperSection {
  const { requisites, was } = input;
  const blocks: PaperBlock[] = [
    paragraph((requisites.issuer ?? BLANK).toUpperCase(), "heading"),
    paragraph("ПОСТАНОВЛЕНИЕ", "title"),
    paragraph(writeActNumber(requisites).replace(" №", "\t№"), "signature"),
    ...(requisites.place ? [paragraph(requisites.place, "plain")] : []),
    paragraph(`О внесении ${title}`, "heading"),
    body(writePreamble(requisites)),
    body(writeOpening(was, plan, requisites)),
    ...writePoints(plan.points),
    body(`2. Опубликовать настоящее постановление ${requisites.publication ?? BLANK}.`),
    body(`3. Контроль за исполнением настоящего постановления ${requisites.control ?? "оставляю за собой"}.`),
    paragraph("", "plain"),
    paragraph(`${requisites.signer?.office ?? BLANK}\t${requisites.signer?.name ?? BLANK}`, "signature"),
  ];
  return { orientation: "portrait", blocks };
}

function writePreamble(requisites: ActRequisites): string {
  const ground = requisites.ground?.trim().replace(/[,.]$/, "") || `В целях ${BLANK}`;
  const issuer = requisites.issuer ?? BLANK;
  return `${ground}, ${issuer.slice(0, 1).toLowerCase()}${issuer.slice(1)} ПОСТАНОВЛЯЕТ:`;
}

function writeOpening(was: Programme, plan: ActPlan, requisites: ActRequisites): string {
  const following = nameChanges(plan) === "изменения" ? "следующее изменение" : "следующие изменения";
  const approved = `утверждённую ${nameAmended(requisites).replace(/^постановление/, "постановлением")}`;
  return `1. Внести в муниципальную программу ${quote(nameProgramme(was))}, ${approved} (далее – Программа), ${following}:`;
}

/** The passport prints the name in ordinary letters where the title page has capitals. */
export function nameProgramme(programme: Programme): string {
  const [title, name] = [oneLine(programme.title.text), oneLine(programme.passport.name?.text ?? "")];
  return name !== "" && bareWords(name) === bareWords(title) ? name : title;
}

function layOutRestated(input: ActInput, part: AnnexPart, number: number | null): PaperSection {
  const { was, became, requisites } = input;
  const own = `Приложение${number === null ? "" : ` № ${number}`}\nк постановлению ${issuerGenitive(requisites)}\n${writeActNumber(requisites)}`;
  const name = `Приложение № ${annexNumber(was, part)}\nк муниципальной программе ${quote(nameProgramme(became))}`;
  const heads = [paragraph(own, "letterhead"), paragraph("", "plain"), paragraph(name, "letterhead")];
  const blocks = [...heads, ...layOutAnnex(became, part)];
  return { orientation: "landscape", blocks };
}

function paragraph(text: string, style: PaperParagraph["style"]): PaperParagraph {
  return { kind: "paragraph", text, style };
}

/** Requisites as far as the programme itself tells them; the rest is for the clerk. */
export function suggestRequisites(programme: Programme): ActRequisites {
  const approving = programme.resolutions.filter((act) => act.role === "approve" && act.number !== null);
  const amended: ActNumber = { date: approving[0]?.date ?? null, number: approving[0]?.number ?? null };
  const issuer = programme.passport.customers
    .map(({ text }) => oneLine(text))
    .find((text) => /^администрация/i.test(text));
  const unknown = {
    date: null,
    number: null,
    place: null,
    ground: null,
    publication: null,
    control: null,
    signer: null,
  };
  return { ...unknown, issuer: issuer ?? null, amended };
}
