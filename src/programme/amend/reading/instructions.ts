import { type Block, cellText, type DocumentTree } from "../../../office/tree.ts";
import { oneLine } from "../../language/words.ts";
import type { ActPlace } from "../act.ts";
import { quoteDepth } from "./quotes.ts";

/** A sentence of an act that orders a change, with the leads above it («в паспорте Программы:») and what it prints anew. */
export interface Instruction {
  readonly place: ActPlace;
  readonly leads: readonly string[];
  readonly text: string;
  readonly payload: readonly Block[];
}

/** The act cut up: what stands before its points, the instructions, and the annexes behind it by number (0 where unnumbered). */
export interface ActOutline {
  readonly head: readonly string[];
  readonly openings: readonly { readonly place: ActPlace; readonly text: string }[];
  /** With the opening («Внести в …») under which each stands, by position. */
  readonly instructions: readonly (Instruction & { readonly opening: number })[];
  readonly annexes: readonly { readonly number: number; readonly blocks: readonly Block[] }[];
}

const MARK = /^(\d+(?:\.\d+)+\.?|\d+\.|\d+\)|[а-яё]{1,2}\)|[-–—•])\s*(?=\D)/i;
const ORDER = /заменить|исключить|дополнить|изложить|признать[^.]*утративш|считать/i;
const LEAD = /^\d+(?:\.\d+)+\.?\s+в\s+(?:паспорт|раздел|приложени|строк|мероприяти).*:$/i;
const OPENING = /внести\s+(?:.*\s)?(?:изменени[еяй]|дополнени[еяй])|внести в .*:$/i;
const CLOSING =
  /^(?:\d+\.\s*)?(?:опубликовать|разместить|обнародовать|контроль|настоящее\s|постановление\s+вступает|признать утратившим силу постановление|рекомендовать|направить)/i;
const AWAITS = /(?:редакции|содержания|содержание)\s*:?\s*$/i;
const ANNEX = /^приложение(?:\s*(?:№|N)?\s*(\d{1,2}))?(?=\s|$)/i;

/** Cuts an act into instructions; nothing is judged here. */
export function outlineAct(tree: DocumentTree): ActOutline {
  const cutter = new Cutter();
  tree.blocks.forEach((block, at) => {
    cutter.take(block, at + 1, linesBelow(tree.blocks, at));
  });
  return cutter.finish();
}

/** The next two lines, as far as no table and no other letterhead comes between. */
function linesBelow(blocks: readonly Block[], at: number): readonly string[] {
  const lines: string[] = [];
  for (const block of blocks.slice(at + 1, at + 3)) {
    if (block.kind === "table" || ANNEX.test(oneLine(block.text))) break;
    lines.push(block.text);
  }
  return lines;
}

interface Lead {
  readonly rank: number;
  readonly text: string;
  readonly mark: string;
}

interface Open {
  readonly instruction: Omit<Instruction, "payload">;
  readonly payload: Block[];
  readonly awaits: boolean;
  depth: number;
}

class Cutter {
  private readonly head: string[] = [];
  private readonly openings: { place: ActPlace; text: string }[] = [];
  private readonly instructions: (Instruction & { opening: number })[] = [];
  private readonly annexes: { number: number; blocks: Block[] }[] = [];
  private leads: Lead[] = [];
  private open: Open | null = null;
  private closed = false;

  take(block: Block, number: number, next: readonly string[]): void {
    if (block.kind === "paragraph" && this.opensAnnex(block.text, next)) {
      this.openAnnex(block);
      return;
    }
    const annex = this.annexes.at(-1);
    if (annex) {
      annex.blocks.push(block);
      return;
    }
    if (block.kind === "table") {
      this.open?.payload.push(block);
      if (this.open) this.open.depth += quoteDepth(block.rows.flatMap((row) => row.cells.map(cellText)).join(" "));
      return;
    }
    this.takeParagraph(block.text, number);
  }

  finish(): ActOutline {
    this.close();
    return { head: this.head, openings: this.openings, instructions: this.instructions, annexes: this.annexes };
  }

  private opensAnnex(text: string, next: readonly string[]): boolean {
    if (this.openings.length === 0 || !ANNEX.test(oneLine(text))) return false;
    if (this.open && this.open.depth > 0) return false;
    return /^приложение[\s№\dN]*к\s+(?:настоящему\s+)?постановлению/i.test(oneLine([text, ...next].join(" ")));
  }

  private openAnnex(block: Block & { kind: "paragraph" }): void {
    this.close();
    const number = Number(ANNEX.exec(oneLine(block.text))?.[1] ?? 0);
    this.annexes.push({ number, blocks: [block] });
  }

  private takeParagraph(raw: string, number: number): void {
    const text = oneLine(raw);
    if (text === "") {
      if (this.open?.awaits) this.open.payload.push({ kind: "paragraph", text: raw });
      return;
    }
    if (this.openings.length === 0 && !OPENING.test(text)) this.head.push(text);
    else if (this.continuesPayload(text)) this.addPayload(raw);
    else if (OPENING.test(text) && !/^о внесении/i.test(text)) this.openWith(text, number);
    else if (CLOSING.test(text)) this.closeAll();
    else if (!this.closed) this.takePoint(text, number);
  }

  /** What is printed anew goes on until its quotation is closed, or the next point gives an order. */
  private continuesPayload(text: string): boolean {
    if (!this.open?.awaits) return false;
    const ordered = (MARK.test(text) && ORDER.test(text)) || CLOSING.test(text);
    // Marks that do not pair would keep the quotation open for ever: its printed end and a further order close it.
    if (this.open.depth > 0) return !((ordered || LEAD.test(text)) && /["»”][;.]$/.test(this.lastText()));
    const started = this.open.payload.some((block) => block.kind === "table" || oneLine(block.text) !== "");
    if (started && /["»”][;.,]?\s*$/.test(this.lastText())) return /^["»”][;.,]?$/.test(text);
    return !ordered;
  }

  private lastText(): string {
    const last = this.open?.payload.filter((block) => block.kind === "table" || oneLine(block.text) !== "").at(-1);
    if (!last) return "";
    return last.kind === "paragraph"
      ? oneLine(last.text)
      : oneLine(cellText(last.rows.at(-1)?.cells.at(-1) ?? EMPTY_CELL));
  }

  private addPayload(raw: string): void {
    if (!this.open) return;
    this.open.payload.push({ kind: "paragraph", text: raw });
    this.open.depth += quoteDepth(raw);
  }

  private openWith(text: string, number: number): void {
    this.close();
    this.closed = false;
    this.leads = [];
    this.openings.push({ place: { point: MARK.exec(text)?.[1] ?? null, block: number, text }, text });
    // «Внести в …, изменение, изложив приложение 3 …» or an order behind the colon stands in the opening itself.
    const order =
      /изменени[еяй]\S*[,:]\s*(?:заменив\s+)?(.*(?:изложив|заменив|исключив|дополнив|изложить|заменить|исключить|дополнить).*)$/i.exec(
        text,
      )?.[1];
    if (order) this.start(infinitive(order), number, "");
  }

  private takePoint(text: string, number: number): void {
    this.close();
    const mark = MARK.exec(text);
    const said = mark ? text.slice(mark[0].length) : text;
    const rank = rankOf(mark?.[1]);
    if (mark) this.leads = this.leads.filter((lead) => lead.rank < rank);
    const order = ORDER.test(said);
    if (!order && /:$/.test(said)) this.leads.push({ rank, text: said.replace(/:$/, ""), mark: mark?.[1] ?? "" });
    else if (order || mark) this.start(said, number, mark?.[1] ?? "");
    else if (/_{3,}|\s[А-ЯЁ]\.\s?[А-ЯЁ]\./.test(text)) this.closed = true;
  }

  private start(said: string, number: number, mark: string): void {
    const point = [...this.leads.map((lead) => lead.mark), mark].filter(Boolean).join(" ") || null;
    const leads = this.leads.map((lead) => lead.text);
    const depth = Math.max(0, quoteDepth(said));
    const awaits = AWAITS.test(said) || depth > 0;
    this.open = {
      instruction: { place: { point, block: number, text: said }, leads, text: said },
      payload: [],
      awaits,
      depth,
    };
    if (!awaits) this.close();
  }

  private closeAll(): void {
    this.close();
    this.closed = true;
  }

  private close(): void {
    if (this.open) {
      const { instruction, payload } = this.open;
      this.instructions.push({ ...instruction, payload, opening: this.openings.length - 1 });
    }
    this.open = null;
  }
}

const EMPTY_CELL = { row: 1, column: 1, columnSpan: 1, rowSpan: 1, blocks: [] };

/** Outer points rank before inner ones. */
function rankOf(mark: string | undefined): number {
  if (!mark) return 40;
  if (/^\d+(?:\.\d+)*\.?$/.test(mark)) return mark.replace(/\.$/, "").split(".").length;
  if (/^\d+\)$/.test(mark)) return 10;
  return /^[а-яё]/i.test(mark) ? 20 : 30;
}

function infinitive(text: string): string {
  return text.replace(/(излож|замен|исключ|дополн)ив/gi, "$1ить");
}
